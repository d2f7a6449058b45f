import { dateInJapan } from "../fiscal-year/fiscal-year.ts";

/**
 * From when a roll-up is read: as it stood at a moment, or as it was published in an edition of the
 * year that is asked for.
 */
export type AsOf =
  | { kind: "moment"; at: Date; text: string }
  | { kind: "edition"; edition: number };

const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * Reads `2026-11-20` (the end of that day in Japan), `2026-11-20T09:30:00+09:00` and `edition-2`. Null
 * for anything else, also for a day or moment that is still to come.
 */
export function parseAsOf(text: string, now: Date): AsOf | null {
  const edition = /^edition-([1-9]\d{0,4})$/.exec(text);
  if (edition) return { kind: "edition", edition: Number(edition[1]) };
  if (!moment.test(text)) return null;
  const isDay = !text.includes("T");
  const at = new Date(isDay ? `${text}T23:59:59.999+09:00` : text);
  // 31 February is some day in March for JavaScript.
  if (Number.isNaN(at.getTime()) || (isDay && dateInJapan(at) !== text)) return null;
  const tooLate = isDay ? text > dateInJapan(now) : at > now;
  return tooLate ? null : { kind: "moment", at, text };
}

/** The text that reads as it. */
export function asOfText(asOf: AsOf): string {
  return asOf.kind === "edition" ? `edition-${asOf.edition}` : asOf.text;
}

/** An address within a plan, read from the same time as the page that leads to it. */
export function carried(address: string, asOf: string | null): string {
  if (asOf === null || !address.startsWith("/plans/")) return address;
  const [path = "", hash] = address.split("#");
  const joined = `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ asOf })}`;
  return hash === undefined ? joined : `${joined}#${hash}`;
}
