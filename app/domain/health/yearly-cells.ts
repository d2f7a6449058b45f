import type { RoadmapCell } from "../evaluation/expectation.ts";
import { type Exact, exact } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { HealthIndicator } from "./plan.ts";

export type YearlyCell = { fy: FiscalYear; value: Exact; cell: RoadmapCell };

/** The roadmap's cells with a figure, by year, as printed. */
export function printedCells({ roadmap }: HealthIndicator): YearlyCell[] {
  return roadmap
    .flatMap((cell) =>
      cell.fy === null || cell.value === null
        ? []
        : [{ fy: cell.fy, value: exact(cell.value), cell }],
    )
    .sort((a, b) => a.fy - b.fy);
}

/**
 * The same in the indicator's own counting: under a roadmap that adds single years up, a year's
 * value is its step.
 */
export function yearlyCells(indicator: HealthIndicator): YearlyCell[] {
  const cells = printedCells(indicator);
  if (!indicator.roadmapCumulative || indicator.series !== "annual") return cells;
  return cells.flatMap((cell, index) => {
    const before = cells[index - 1];
    if (cell.cell.increment !== null) return [{ ...cell, value: exact(cell.cell.increment) }];
    if (before?.fy === cell.fy - 1) return [{ ...cell, value: cell.value.sub(before.value) }];
    return cell.fy === indicator.firstFy ? [cell] : [];
  });
}

/** Whether the first figure is strictly nearer to, or beyond, what is aimed at than the second. */
export function isBetter(first: Exact, second: Exact, { direction }: HealthIndicator): boolean {
  const order = first.compare(second);
  return direction === "decrease" || direction === "at_most" ? order < 0 : order > 0;
}
