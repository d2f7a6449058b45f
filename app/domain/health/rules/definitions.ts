import { fiscalYearShort } from "../../fiscal-year/fiscal-year.ts";
import { groupBy } from "../../group-by.ts";
import { readAsOf } from "../as-of.ts";
import { baselineOf, cellOf, of, targetOf } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { printedFigures } from "../printed-figures.ts";

/** A due year before or after the plan's, and last years that the roadmap leaves open (※検討). */
export function targetYears({ firstFy, lastFy, indicators }: HealthPlan): Finding[] {
  const term = `${fiscalYearShort(firstFy)}～${fiscalYearShort(lastFy)}`;
  const years: Evidence = { indicator: null, node: null, kind: "years", text: term };
  const beyond = groupBy(
    indicators.filter(({ target: { fy } }) => fy !== null && (fy < firstFy || fy > lastFy)),
    (indicator) => indicator.target.fy,
  );
  const outside = [...beyond.values()].map((group) =>
    finding("target-year.outside", "warning", [...group.map(targetOf), years]),
  );
  const open = indicators.flatMap((indicator) =>
    indicator.roadmap.filter((cell) => cell.undecided).map((cell) => cellOf(indicator, cell)),
  );
  return [...outside, ...together("target-year.undecided", "notice", open)];
}

/** A numeric indicator without a target, or with a figure of which it is open whether it is one. */
export function withoutTarget({ indicators }: HealthPlan): Finding[] {
  return indicators.flatMap((indicator) => {
    const { target, direction, valueKind } = indicator;
    if (target.value !== null || direction === "milestone" || valueKind === "text") return [];
    // Computed from others, or there to be computed with: what it leads to has the target.
    const isInput = indicator.places.every((place) => place.role === "part");
    if (indicator.derivation !== null || isInput) return [];
    const unclear = printedFigures(target.text).length > 0;
    const evidence = [targetOf(indicator), baselineOf(indicator)];
    return [
      finding(unclear ? "incomplete.target_unclear" : "incomplete.target", "warning", evidence),
    ];
  });
}

/** Nobody is asked for it, and it is computed from nothing. */
export function withoutReporters({ indicators }: HealthPlan): Finding[] {
  const evidence = indicators
    .filter((indicator) => indicator.derivation === null && indicator.reporters.length === 0)
    .map(nameOf);
  return together("incomplete.reporters", "error", evidence);
}

/** No statistic or record is named that the figure is taken from. */
export function withoutSource({ indicators }: HealthPlan): Finding[] {
  const evidence = indicators
    .filter(({ derivation, source, direction }) => {
      return derivation === null && direction !== "milestone" && !source?.trim();
    })
    .map(nameOf);
  return together("incomplete.source", "notice", evidence);
}

/** How many years before the plan a baseline may be: surveys of every third year come to that. */
const oldest = 3;

/**
 * A level to be raised or lowered from nobody knows where, baselines of no known year, and those that
 * were old when the plan began (完全失業率 of H22 in a plan from H27).
 */
export function withoutBaseline({ firstFy, indicators }: HealthPlan): Finding[] {
  const numeric = indicators.filter((i) => i.direction !== "milestone" && i.target.value !== null);
  const none = numeric.filter(
    ({ series, direction, baseline, roadmap, target }) =>
      series !== "cumulative" &&
      // 毎年の目標: the same in every year, wherever it began.
      (roadmap.length === 0 || roadmap.some((cell) => cell.value !== target.value)) &&
      direction !== "at_least" &&
      direction !== "at_most" &&
      baseline.value === null,
  );
  const undated = numeric.filter(
    ({ baseline }) =>
      baseline.value !== null && !readAsOf(baseline.asOf) && !readAsOf(baseline.text),
  );
  const old = numeric.filter(({ baseline }) => {
    const taken = baseline.value === null ? null : readAsOf(baseline.asOf ?? baseline.text);
    return taken !== null && taken.to < firstFy - oldest;
  });
  return [
    ...together("incomplete.baseline", "notice", none.map(targetOf)),
    ...together("incomplete.baseline_undated", "notice", undated.map(baselineOf)),
    ...together("incomplete.baseline_old", "notice", old.map(baselineOf)),
  ];
}

/** Rates that are reported as they are: those of several places can neither be added nor checked. */
export function ratesWithoutParts({ indicators }: HealthPlan): Finding[] {
  const evidence = indicators
    .filter(({ valueKind, aggregation, derivation }) => {
      return valueKind === "rate" && aggregation !== "ratio" && derivation === null;
    })
    .map((indicator) => of(indicator, "unit", indicator.unit));
  return together("rate-parts.missing", "notice", evidence);
}

function nameOf(indicator: HealthIndicator): Evidence {
  return of(indicator, "name", indicator.name);
}
