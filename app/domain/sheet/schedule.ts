import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { Activity } from "./evaluation-sheet.ts";

/** A stretch of columns: a bar with its text, or nothing. */
export type Stretch = {
  from: FiscalYear;
  to: FiscalYear;
  /** `continues`: an arrow is printed to the last of its columns. */
  bar: { text: string; continues: boolean } | null;
};

/** An activity with its bars on as many lines as it takes to keep them apart. */
export type ScheduleRow = { name: string; lines: Stretch[][] };

/**
 * Lays schedules out over the columns of years, every column of a line in exactly one stretch. A
 * text without an end stands in its own year's column. Bars outside the years are cut to them.
 */
export function scheduleRows(
  activities: readonly Activity[],
  years: readonly FiscalYear[],
): ScheduleRow[] {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  return activities.map(({ name, bars }) => {
    const lines: Stretch[][] = [];
    const placed = bars
      .map(({ fromFy, toFy, text }) => ({
        from: Math.max(fromFy, first),
        to: Math.min(Math.max(toFy ?? fromFy, fromFy), last),
        bar: { text, continues: toFy !== null && toFy > fromFy },
      }))
      .filter(({ from, to }) => from <= to)
      .sort((a, b) => a.from - b.from);
    for (const stretch of placed) {
      const free = lines.find((line) => (line.at(-1)?.to ?? first - 1) < stretch.from);
      const line = free ?? [];
      if (!free) lines.push(line);
      line.push(...empty((line.at(-1)?.to ?? first - 1) + 1, stretch.from - 1), stretch);
    }
    const whole = lines.length > 0 ? lines : [[]];
    return {
      name,
      lines: whole.map((line) => [...line, ...empty((line.at(-1)?.to ?? first - 1) + 1, last)]),
    };
  });
}

/** Empty columns stay single, so that the grid of years shows. */
function empty(from: FiscalYear, to: FiscalYear): Stretch[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    from: from + index,
    to: from + index,
    bar: null,
  }));
}
