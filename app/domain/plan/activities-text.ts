import { fiscalYearShort, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { ActivityContent } from "./content.ts";

/** An activity is a line, the bars of its schedule the indented lines below it: 「　R5～R7　調査」. */
export type TypedActivities =
  | { ok: true; activities: ActivityContent[] }
  | { ok: false; line: number; text: string };

const most = { activities: 40, bars: 20, name: 200, text: 100 };

/** Activities as they are typed, one line each with the bars of its schedule below. */
export function writeActivities(activities: readonly ActivityContent[]): string {
  return activities
    .flatMap(({ name, bars }) => [
      name,
      ...bars.map(({ fromFy, toFy, text }) => {
        const from = fiscalYearShort(fromFy);
        // An open end stays open, a single year has no arrow.
        const years =
          toFy === null
            ? `${from}～`
            : toFy === fromFy
              ? from
              : `${from}～${fiscalYearShort(toFy)}`;
        return `　${years}　${text}`.trimEnd();
      }),
    ])
    .join("\n");
}

/**
 * Reads what `writeActivities` writes, as people type it: an indented line is a bar and begins with
 * its years. An activity of a name that was there keeps its id. Refused is the first line that cannot
 * be read, counted from 1.
 */
export function readActivities(
  typed: string,
  before: readonly ActivityContent[],
  newId: () => string,
): TypedActivities {
  const left = [...before];
  const activities: ActivityContent[] = [];
  for (const [index, line] of typed.split("\n").entries()) {
    const text = line.trim();
    if (text === "") continue;
    const refused = { ok: false as const, line: index + 1, text };
    const last = activities.at(-1);
    if (/^[\s\u3000]/u.test(line)) {
      const bar = readBar(text);
      if (!last || !bar || last.bars.length === most.bars) return refused;
      last.bars.push(bar);
      continue;
    }
    if (text.length > most.name || activities.length === most.activities) return refused;
    const known = left.findIndex(({ name }) => name === text);
    const id = known < 0 ? newId() : left.splice(known, 1)[0]?.id;
    activities.push({ id: id ?? newId(), name: text, bars: [] });
  }
  return { ok: true, activities };
}

function readBar(line: string): ActivityContent["bars"][number] | null {
  const [years = "", ...rest] = line.split(/[\s\u3000]+/u);
  const text = rest.join("　");
  const [first = "", last, ...more] = years.split(/[～〜~]|[-－–](?=[A-Za-z令平])/u);
  const fromFy = parseFiscalYear(first);
  if (fromFy === null || more.length > 0 || text.length > most.text) return null;
  if (last === undefined) return { fromFy, toFy: fromFy, text };
  if (last === "") return { fromFy, toFy: null, text };
  const toFy = parseFiscalYear(last);
  return toFy === null || toFy < fromFy ? null : { fromFy, toFy, text };
}
