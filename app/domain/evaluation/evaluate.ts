import { type Decimal, type Exact, exact } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { ValueKind } from "../indicator/definition.ts";
import {
  type NoFigureReason,
  noFigureReasons,
  type RateMethod,
  type Rubric,
  type Rule,
} from "../rubric/rubric.ts";
import { achievementRate } from "./achievement-rate.ts";
import { type Expectation, expectationFor, type Measured } from "./expectation.ts";
import { type Compared, firstRule } from "./rules.ts";

/** Why an indicator has no mark, or only 「判定不能」. Each is shown in words; none looks like a bad mark. */
export const unjudgedReasons = [
  "not_reported",
  "incomplete",
  "not_due",
  "undecided",
  "no_target",
  "no_baseline",
  "no_ratio",
  "no_rule",
  "not_stated",
  ...noFigureReasons,
] as const;
export type UnjudgedReason = (typeof unjudgedReasons)[number];

/** What the region achieved, as far as evaluation cares. */
export type Actual = {
  figure: Exact | null;
  reached: boolean | null;
  complete: boolean;
  /** Whether anybody answered with a figure or words. */
  answered: boolean;
  /** Why there is nothing, where nobody's answer is outstanding. */
  noFigure: NoFigureReason | null;
};

/** An indicator with what its evaluation depends on. */
export type Evaluated = Measured & { valueKind: ValueKind; rateMethod: RateMethod | null };

/** The computed mark, and everything it came from, for those who ask. */
export type Evaluation = {
  expectation: Expectation;
  rate: Exact | null;
  /** How the rate was computed; null where there is none. */
  method: RateMethod | null;
  mark: string | null;
  unjudged: UnjudgedReason | null;
  /** The rule that gave the mark. */
  rule: Rule | null;
};

/** The computed mark of one indicator and year: a pure function of definition, rubric and actual. */
export function evaluate(
  indicator: Evaluated,
  rubric: Rubric,
  fy: FiscalYear,
  actual: Actual,
): Evaluation {
  const expectation = expectationFor(indicator, fy, rubric);
  const without = (unjudged: UnjudgedReason, mark: string | null): Evaluation => ({
    expectation,
    rate: null,
    method: null,
    mark,
    unjudged,
    rule: null,
  });
  if (!actual.answered) return withoutFigure(rubric, actual.noFigure, without);
  if (!actual.complete && rubric.incomplete === "withhold") return without("incomplete", null);

  if (indicator.direction === "milestone") {
    if (expectation.kind === "none") return without(expectation.reason, rubric.notJudgeable);
    if (actual.reached === null) return without("not_stated", rubric.notJudgeable);
    // A milestone of a later year is not missed before; one that is reached early is reached.
    const later = expectation.from === "final" && (indicator.targetFy ?? fy) > fy;
    if (later && !actual.reached) return without("not_due", rubric.notJudgeable);
    const rule = firstRule(rubric.rules, { reached: actual.reached });
    return rule
      ? { ...without("not_stated", rule.mark), unjudged: null, rule }
      : without("no_rule", rubric.notJudgeable);
  }
  if (actual.figure === null) return without("not_stated", rubric.notJudgeable);

  const baseline = numberOf(indicator.baselineValue);
  const expected = expectation.kind === "value" ? expectation.value : null;
  const method =
    indicator.rateMethod ?? rubric.rate.byValueKind[indicator.valueKind] ?? rubric.rate.default;
  const achieved =
    expected === null
      ? null
      : achievementRate({ actual: actual.figure, expected, baseline }, indicator.direction, method);
  const rate = achieved && "rate" in achieved ? achieved : null;
  const compared: Compared = {
    direction: indicator.direction,
    actual: actual.figure,
    expected,
    baseline,
    rate: rate?.rate ?? null,
  };
  const rule = firstRule(rubric.rules, compared);
  const found = { expectation, rate: rate?.rate ?? null, method: rate?.method ?? null };
  if (rule) return { ...found, mark: rule.mark, unjudged: null, rule };
  const unjudged: UnjudgedReason =
    expectation.kind === "none"
      ? expectation.reason
      : achieved && "undefinedBecause" in achieved
        ? achieved.undefinedBecause
        : "no_rule";
  return { ...found, mark: rubric.notJudgeable, unjudged, rule: null };
}

function withoutFigure(
  rubric: Rubric,
  reason: NoFigureReason | null,
  without: (unjudged: UnjudgedReason, mark: string | null) => Evaluation,
): Evaluation {
  if (reason === null) return without("not_reported", null);
  const rule = firstRule(rubric.rules, { noFigure: reason });
  return { ...without(reason, rule?.mark ?? null), rule };
}

function numberOf(decimal: Decimal | null): Exact | null {
  return decimal === null ? null : exact(decimal);
}
