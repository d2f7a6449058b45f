import { type Decimal, type Exact, exact, whole } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { Direction, Series } from "../indicator/definition.ts";
import type { Rubric } from "../rubric/rubric.ts";

export type RoadmapCell = {
  /** The year, the last year of a span, or null where the printed column cannot be told. */
  fy: FiscalYear | null;
  spanFrom: FiscalYear | null;
  value: Decimal | null;
  text: string;
  increment: Decimal | null;
  undecided: boolean;
};

/** What evaluation needs to know of an indicator. */
export type Measured = {
  series: Series;
  direction: Direction;
  baselineValue: Decimal | null;
  targetValue: Decimal | null;
  targetText: string;
  targetFy: FiscalYear | null;
  roadmapCumulative: boolean;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  roadmap: readonly RoadmapCell[];
};

export const expectationSources = ["roadmap", "linear", "final"] as const;
export type ExpectationSource = (typeof expectationSources)[number];

export type Expectation =
  | { kind: "value"; value: Exact; text: string | null; from: ExpectationSource }
  | { kind: "words"; text: string; from: ExpectationSource }
  | { kind: "none"; reason: "not_due" | "undecided" | "no_target" | "no_baseline" };

/**
 * The figure that counts as 100 ％ for a year (DOMAIN.md section 4): the roadmap's own cell, or
 * else the straight line from the baseline to the target, or the final target, as the rubric says.
 */
export function expectationFor(
  indicator: Measured,
  fy: FiscalYear,
  method: Rubric["expectation"],
): Expectation {
  switch (method) {
    case "roadmap":
      return fromRoadmap(indicator, fy) ?? linear(indicator, fy);
    case "linear":
      return linear(indicator, fy);
    case "final":
      return final(indicator);
  }
}

function fromRoadmap(indicator: Measured, fy: FiscalYear): Expectation | null {
  const cell = indicator.roadmap.find(
    (c) => c.fy !== null && (c.spanFrom ?? c.fy) <= fy && fy <= c.fy,
  );
  if (!cell) return null;
  if (cell.undecided) return { kind: "none", reason: "undecided" };
  // 「R4～R6の間で9件」 promises nothing for the years before the last.
  if (cell.spanFrom !== null && fy !== cell.fy) return { kind: "none", reason: "not_due" };
  if (indicator.direction === "milestone")
    return { kind: "words", text: cell.text, from: "roadmap" };
  const value = yearlyValue(indicator, cell);
  return value && { kind: "value", value, text: cell.text, from: "roadmap" };
}

/** A roadmap that adds the years up holds an indicator of single years to its step of that year. */
function yearlyValue(indicator: Measured, cell: RoadmapCell): Exact | null {
  if (cell.value === null) return null;
  if (!indicator.roadmapCumulative || indicator.series !== "annual") return exact(cell.value);
  if (cell.increment !== null) return exact(cell.increment);
  const before = indicator.roadmap.find((c) => c.fy !== null && c.fy + 1 === cell.fy);
  if (before?.value) return exact(cell.value).sub(exact(before.value));
  return cell.fy === indicator.firstFy ? exact(cell.value) : null;
}

function linear(indicator: Measured, fy: FiscalYear): Expectation {
  if (indicator.targetValue === null) return final(indicator);
  const due = indicator.targetFy ?? indicator.lastFy;
  const duration = due - indicator.firstFy + 1;
  const elapsed = Math.min(fy - indicator.firstFy + 1, duration);
  const share = whole(elapsed).div(whole(duration));
  const target = exact(indicator.targetValue);
  if (indicator.series === "cumulative")
    return { kind: "value", value: target.mul(share), text: null, from: "linear" };
  if (elapsed === duration) return { kind: "value", value: target, text: null, from: "linear" };
  if (indicator.baselineValue === null) return { kind: "none", reason: "no_baseline" };
  const baseline = exact(indicator.baselineValue);
  const value = baseline.add(target.sub(baseline).mul(share));
  return { kind: "value", value, text: null, from: "linear" };
}

function final(indicator: Measured): Expectation {
  if (indicator.targetValue !== null) {
    const value = exact(indicator.targetValue);
    return { kind: "value", value, text: indicator.targetText, from: "final" };
  }
  return indicator.direction === "milestone"
    ? { kind: "words", text: indicator.targetText, from: "final" }
    : { kind: "none", reason: "no_target" };
}
