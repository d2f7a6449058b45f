import { exact } from "../../figure/exact.ts";
import { readAsOf } from "../as-of.ts";
import { countsFromZero } from "../counting.ts";
import { baselineOf, cellOf, targetOf } from "../evidence.ts";
import { type Finding, finding } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { isBetter, yearlyCells } from "../yearly-cells.ts";

/**
 * A roadmap that goes away from its target from one year to the next, or that begins behind the
 * baseline, so that its first milestones were met before it was written (圏域内就職率: 79.6％ at
 * present, 78.1％ in R2).
 */
export function roadmapBackwards({ indicators }: HealthPlan): Finding[] {
  return indicators.flatMap((indicator) => {
    const cells = yearlyCells(indicator);
    const falls = cells.flatMap((cell, index) => {
      const before = cells[index - 1];
      return before && isBetter(before.value, cell.value, indicator) ? [before, cell] : [];
    });
    if (falls.length > 0)
      return [
        finding("roadmap-backwards.cells", "error", [
          ...[...new Set(falls)].map(({ cell }) => cellOf(indicator, cell)),
          targetOf(indicator),
        ]),
      ];
    return belowBaseline(indicator);
  });
}

function belowBaseline(indicator: HealthIndicator): Finding[] {
  const { value, text, asOf } = indicator.baseline;
  if (value === null || (indicator.series === "annual" && indicator.roadmapCumulative)) return [];
  if (countsFromZero(indicator)) return [];
  const baseline = exact(value);
  const taken = readAsOf(asOf ?? text);
  // R2.10月末 under a target for R6.10月末: the cells mean October too.
  const sameSeason = readAsOf(indicator.target.due)?.midYear === true;
  // The cell of the baseline's own year may well be below it: that is a year done better than asked.
  const isAhead = (fy: number) =>
    taken === null ||
    fy > taken.to ||
    (taken.midYear && !sameSeason && fy === taken.to && isPlanStart(fy));
  const isPlanStart = (fy: number) => fy === indicator.firstFy;
  const behind = yearlyCells(indicator).filter(
    (cell) => isAhead(cell.fy) && isBetter(baseline, cell.value, indicator),
  );
  // A target below the baseline is another finding.
  if (behind.length === 0 || behind.length === yearlyCells(indicator).length) return [];
  return [
    finding("roadmap-backwards.below_baseline", "warning", [
      baselineOf(indicator),
      ...behind.map(({ cell }) => cellOf(indicator, cell)),
    ]),
  ];
}
