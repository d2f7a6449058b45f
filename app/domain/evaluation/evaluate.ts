import { type Exact, exact } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { ValueKind } from "../indicator/definition.ts";
import type { Comparison, Rubric } from "../rubric/rubric.ts";
import { achievementRate } from "./achievement-rate.ts";
import { type Expectation, expectationFor, type Measured } from "./expectation.ts";

/** Why an indicator has no mark, or only 「判定不能」. Each is shown in words; none looks like a bad mark. */
export const unjudgedReasons = [
  "not_reported",
  "incomplete",
  "not_due",
  "undecided",
  "no_target",
  "no_baseline",
  "no_ratio",
  "not_stated",
] as const;
export type UnjudgedReason = (typeof unjudgedReasons)[number];

/** What the region achieved, as far as evaluation cares. */
export type Actual = {
  figure: Exact | null;
  reached: boolean | null;
  complete: boolean;
  /** Whether anybody answered with a figure or words. */
  answered: boolean;
};

export type Evaluation = {
  expectation: Expectation;
  rate: Exact | null;
  mark: string | null;
  unjudged: UnjudgedReason | null;
};

/** The computed mark of one indicator and year: a pure function of definition, rubric and actual. */
export function evaluate(
  indicator: Measured & { valueKind: ValueKind },
  rubric: Rubric,
  fy: FiscalYear,
  actual: Actual,
): Evaluation {
  const expectation = expectationFor(indicator, fy, rubric.expectation);
  const without = (unjudged: UnjudgedReason, mark: string | null): Evaluation => ({
    expectation,
    rate: null,
    mark,
    unjudged,
  });
  if (!actual.answered) return without("not_reported", null);
  if (!actual.complete && rubric.incomplete === "withhold") return without("incomplete", null);
  if (expectation.kind === "none") return without(expectation.reason, rubric.notJudgeable);

  if (indicator.direction === "milestone") {
    if (actual.reached === null) return without("not_stated", rubric.notJudgeable);
    const rule = rubric.rules.find((r) => r.test === "milestone" && r.reached === actual.reached);
    return { expectation, rate: null, mark: rule?.mark ?? rubric.notJudgeable, unjudged: null };
  }
  if (expectation.kind === "words" || actual.figure === null)
    return without("not_stated", rubric.notJudgeable);

  const method = rubric.rate.byValueKind[indicator.valueKind] ?? rubric.rate.default;
  const baseline = indicator.baselineValue === null ? null : exact(indicator.baselineValue);
  const achieved = achievementRate(
    { actual: actual.figure, expected: expectation.value, baseline },
    indicator.direction,
    method,
  );
  if (!("rate" in achieved)) return without(achieved.undefinedBecause, rubric.notJudgeable);
  const rule = rubric.rules.find(
    (r) => r.test === "achievement_rate" && holds(achieved.rate, r.is, exact(r.bound)),
  );
  const mark = rule?.mark ?? rubric.notJudgeable;
  return { expectation, rate: achieved.rate, mark, unjudged: null };
}

function holds(quantity: Exact, is: Comparison, bound: Exact): boolean {
  const order = quantity.compare(bound);
  switch (is) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
  }
}

/**
 * The mark of a project from its indicators' marks. One indicator without a mark leaves the project
 * without one; 「判定不能」 counts only where nothing else was judged.
 */
export function combineMarks(marks: readonly (string | null)[], rubric: Rubric): string | null {
  if (marks.length === 0 || marks.includes(null)) return null;
  const order = rubric.marks.map((mark) => mark.symbol);
  const judged = marks
    .filter((mark): mark is string => mark !== null && mark !== rubric.notJudgeable)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const chosen = rubric.combination === "best" ? judged.at(0) : judged.at(-1);
  return chosen ?? rubric.notJudgeable;
}
