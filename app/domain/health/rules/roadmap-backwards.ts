import { exact } from "../../figure/exact.ts";
import { readAsOf } from "../as-of.ts";
import { countsFromZero } from "../counting.ts";
import { baselineOf, cellOf } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { isBetter, yearlyCells } from "../yearly-cells.ts";

/**
 * A roadmap that goes away from its target from one year to the next, or that begins behind the
 * baseline, so that its first milestones were met before it was written (圏域内就職率: 79.6％ at
 * present, 78.1％ in R2). Cells of the baseline's own year that it falls short of are told together.
 */
export function roadmapBackwards({ indicators }: HealthPlan): Finding[] {
  return [
    ...indicators.flatMap((indicator) => {
      const falling = fallingCells(indicator);
      return falling.length > 0 ? falling : belowBaseline(indicator);
    }),
    ...together("roadmap-backwards.missed", "notice", indicators.flatMap(missedAtOnce)),
  ];
}

function fallingCells(indicator: HealthIndicator): Finding[] {
  const cells = yearlyCells(indicator);
  const falls = cells.flatMap((cell, index) => {
    const before = cells[index - 1];
    return before && isBetter(before.value, cell.value, indicator) ? [before, cell] : [];
  });
  const evidence = [...new Set(falls)].map(({ cell }) => cellOf(indicator, cell));
  return together("roadmap-backwards.cells", "error", evidence);
}

/** The cells that lie ahead of the baseline in time and behind it in value. */
function belowBaseline(indicator: HealthIndicator): Finding[] {
  const baseline = comparable(indicator);
  if (baseline === null) return [];
  const { taken, value } = baseline;
  // R2.10月末 under a target for R6.10月末: the cells mean October too.
  const sameSeason = readAsOf(indicator.target.due)?.midYear === true;
  const begins = taken?.midYear && !sameSeason && taken.to === indicator.firstFy;
  // A cell of the baseline's own year may well be below it: that is a year done better than asked.
  const isAhead = (fy: number) =>
    taken === null || fy > taken.to || (begins === true && fy === taken.to);
  const cells = yearlyCells(indicator);
  const behind = cells.filter((cell) => isAhead(cell.fy) && isBetter(value, cell.value, indicator));
  // A target below the baseline is another finding.
  if (behind.length === 0 || behind.length === cells.length) return [];
  return [
    finding("roadmap-backwards.below_baseline", "warning", [
      baselineOf(indicator),
      ...behind.map(({ cell }) => cellOf(indicator, cell)),
    ]),
  ];
}

/** The cell of the year of the baseline that the baseline does not reach: 1,233 for R2, 129 in R2. */
function missedAtOnce(indicator: HealthIndicator): Evidence[] {
  const baseline = comparable(indicator);
  if (baseline === null || baseline.taken === null || baseline.taken.midYear) return [];
  const own = yearlyCells(indicator).find((cell) => cell.fy === baseline.taken?.to);
  if (!own || !isBetter(own.value, baseline.value, indicator)) return [];
  return [baselineOf(indicator), cellOf(indicator, own.cell)];
}

/** The baseline with its years, where the cells count what it counts. */
function comparable(indicator: HealthIndicator) {
  const { value, text, asOf } = indicator.baseline;
  if (value === null || countsFromZero(indicator)) return null;
  if (indicator.derivation === "running_total_of") return null;
  if (indicator.series === "annual" && indicator.roadmapCumulative) return null;
  return { value: exact(value), taken: readAsOf(asOf ?? text) };
}
