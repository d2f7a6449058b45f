import { type Decimal, type Exact, exact, whole } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import { type Direction, falls, type Series } from "../indicator/definition.ts";
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
  /** The first year that the target counts (H29～31年度); null is the first of the term. */
  targetFromFy: FiscalYear | null;
  roadmapCumulative: boolean;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  roadmap: readonly RoadmapCell[];
};

export const expectationSources = ["roadmap", "linear", "final", "elapsed_share"] as const;
export type ExpectationSource = (typeof expectationSources)[number];

/** The straight line that an expectation was read off: from a start to the target, so much elapsed. */
export type Line = { start: Exact; target: Exact; elapsed: number; duration: number };

export type Expectation =
  | { kind: "value"; value: Exact; text: string | null; from: ExpectationSource; line?: Line }
  | { kind: "words"; text: string; from: ExpectationSource }
  | { kind: "none"; reason: "not_due" | "undecided" | "no_target" | "no_baseline" };

/**
 * The figure that counts as 100 ％ for a year (DOMAIN.md section 4): the roadmap's own cell, or
 * else the straight line from the baseline to the target, or the final target, as the rubric says.
 */
export function expectationFor(
  indicator: Measured,
  fy: FiscalYear,
  { expectation, withoutLine }: Pick<Rubric, "expectation" | "withoutLine">,
): Expectation {
  const linear = (start: Exact | null, from: "linear" | "elapsed_share") => {
    const found = onLine(indicator, fy, start, from);
    const open = found.kind === "none" && found.reason !== "no_target";
    return open && withoutLine === "final" ? final(indicator) : found;
  };
  switch (expectation) {
    case "roadmap":
      return fromRoadmap(indicator, fy) ?? linear(lineStart(indicator), "linear");
    case "linear":
      return linear(lineStart(indicator), "linear");
    case "elapsed_share":
      // What is to fall has no share of its target to reach; it goes down the line from its baseline.
      return linear(falls(indicator.direction) ? lineStart(indicator) : whole(0), "elapsed_share");
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

/** A running total begins at zero, everything else at its baseline. */
function lineStart({ series, baselineValue }: Measured): Exact | null {
  if (series === "cumulative") return whole(0);
  return baselineValue === null ? null : exact(baselineValue);
}

function onLine(
  indicator: Measured,
  fy: FiscalYear,
  start: Exact | null,
  from: "linear" | "elapsed_share",
): Expectation {
  if (indicator.targetValue === null || indicator.direction === "milestone")
    return final(indicator);
  const first = indicator.targetFromFy ?? indicator.firstFy;
  const duration = (indicator.targetFy ?? indicator.lastFy) - first + 1;
  const elapsed = Math.min(fy - first + 1, duration);
  const target = exact(indicator.targetValue);
  if (duration < 1 || elapsed === duration)
    return { kind: "value", value: target, text: null, from };
  if (elapsed < 1) return { kind: "none", reason: "not_due" };
  if (start === null) return { kind: "none", reason: "no_baseline" };
  const value = start.add(target.sub(start).mul(whole(elapsed)).div(whole(duration)));
  return { kind: "value", value, text: null, from, line: { start, target, elapsed, duration } };
}

function final(indicator: Measured): Expectation {
  if (indicator.direction === "milestone")
    return { kind: "words", text: indicator.targetText, from: "final" };
  if (indicator.targetValue === null) return { kind: "none", reason: "no_target" };
  const value = exact(indicator.targetValue);
  return { kind: "value", value, text: indicator.targetText, from: "final" };
}
