import type { RoadmapCell } from "../evaluation/expectation.ts";
import { parseFigure } from "../figure/parse.ts";
import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import type { Direction } from "../indicator/definition.ts";

/** The roadmap as fields: `cell.2024` holds what is printed in the column of the year. */
export function writeCells(cells: readonly RoadmapCell[]): Record<string, string> {
  return Object.fromEntries(
    cells.flatMap(({ fy, text }) => (fy === null ? [] : [[`cell.${fy}`, text]])),
  );
}

/** The years that a roadmap has a column for: the indicator's term, and what is printed beside it. */
export function roadmapYears(
  firstFy: FiscalYear | null,
  lastFy: FiscalYear | null,
  cells: readonly RoadmapCell[],
): FiscalYear[] {
  const term = firstFy === null || lastFy === null ? [] : yearRange(firstFy, lastFy);
  const printed = cells.flatMap(({ fy }) => fy ?? []);
  return [...new Set([...term, ...printed])].sort((a, b) => a - b);
}

/**
 * The roadmap from its fields. A text that was not touched keeps its cell with everything that was
 * printed with it; 「※…」 leaves the year open; of a KPI in words every other text is a milestone, of
 * any other one its figure is read. Cells whose column cannot be told stay.
 */
export function readCells(
  input: Readonly<Record<string, string>>,
  years: readonly FiscalYear[],
  before: readonly RoadmapCell[],
  { unit, direction }: { unit: string; direction: Direction },
): { cells: RoadmapCell[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const known = new Map(before.map((cell) => [cell.fy, cell]));
  const cells = years.flatMap((fy): RoadmapCell[] => {
    const field = `cell.${fy}`;
    const text = (input[field] ?? "").trim();
    const was = known.get(fy);
    if (text === "") return [];
    if (was && was.text === text) return [was];
    const cell = { fy, spanFrom: null, value: null, text, increment: null, undecided: false };
    if (text.length > 200) errors[field] = "plan.too_long";
    else if (/^[※*]/.test(text)) return [{ ...cell, undecided: true }];
    if (direction === "milestone" || errors[field]) return [cell];
    const read = parseFigure(text, unit);
    if (read.ok) return [{ ...cell, value: read.value }];
    errors[field] = `figure.${read.reason}`;
    return [];
  });
  return { cells: [...cells, ...before.filter(({ fy }) => fy === null)], errors };
}
