import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { parseTime, type Time } from "#app/domain/rollup/changes-times.ts";

/** The two times of an address, as a verb takes them; `unreadable` where one is no edition, day or moment. */
export type AskedTimes = { from?: Time; to?: Time; unreadable: boolean };

/** Reads `?from=` and `?to=`; what is empty or absent is left to the verb. */
export function askedTimes(request: Request, now: Date): AskedTimes {
  const { searchParams } = new URL(request.url);
  const read = (name: "from" | "to") => {
    const given = searchParams.get(name);
    return given ? { time: parseTime(given, now), given: true } : { given: false };
  };
  const [from, to] = [read("from"), read("to")];
  return {
    ...(from.time === undefined ? {} : { from: from.time }),
    ...(to.time === undefined ? {} : { to: to.time }),
    unreadable: [from, to].some(({ time, given }) => given && time === undefined),
  };
}

/**
 * Where the form of two times leads to: a day that was chosen beside the list takes its place in the
 * address, so that every address says its times in one way. Null where there is none.
 */
export function chosenDays(request: Request, now: Date): string | null {
  const address = new URL(request.url);
  const { searchParams } = address;
  const named = ["from", "to"].filter((name) => searchParams.has(`${name}Day`));
  if (named.length === 0) return null;
  for (const name of named) {
    const day = searchParams.get(`${name}Day`);
    searchParams.delete(`${name}Day`);
    if (searchParams.get(name) === "day") searchParams.set(name, day || dateInJapan(now));
  }
  return `${address.pathname}${address.search}`;
}
