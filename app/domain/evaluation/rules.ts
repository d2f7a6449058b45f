import { type Exact, exact } from "../figure/exact.ts";
import { type Direction, falls } from "../indicator/definition.ts";
import type { Comparison, NoFigureReason, Rule } from "../rubric/rubric.ts";

/** A figure with what it is held against; null is what cannot be had. */
export type Compared = {
  direction: Direction;
  actual: Exact;
  expected: Exact | null;
  baseline: Exact | null;
  rate: Exact | null;
};

/** What rules are asked about: a figure, a milestone, or why there is neither. */
export type Judged = Compared | { reached: boolean } | { noFigure: NoFigureReason };

/**
 * The first rule that holds. A rule that tests what cannot be computed (a rate without an
 * expectation, a change without a baseline) does not hold.
 */
export function firstRule(rules: readonly Rule[], judged: Judged): Rule | null {
  return rules.find((rule) => holds(rule, judged)) ?? null;
}

function holds(rule: Rule, judged: Judged): boolean {
  switch (rule.test) {
    case "milestone":
      return "reached" in judged && judged.reached === rule.reached;
    case "no_figure":
      return "noFigure" in judged && rule.because.includes(judged.noFigure);
    case "achievement_rate": {
      const rate = "rate" in judged ? judged.rate : null;
      return rate !== null && compares(rate, rule.is, exact(rule.bound));
    }
    case "target": {
      const ahead = "rate" in judged ? better(judged, judged.expected) : null;
      if (ahead === null) return false;
      const order = ahead.compare(0);
      return rule.is === "above" ? order > 0 : rule.is === "equal" ? order === 0 : order < 0;
    }
    case "baseline_change": {
      const change = "rate" in judged ? baselineChange(judged, rule.in) : null;
      if (change === null) return false;
      if (rule.is === "within") return change.abs().compare(exact(rule.bound)) <= 0;
      return compares(change, rule.is, exact(rule.bound));
    }
  }
}

/**
 * The change from the baseline, positive where it is for the better: in the indicator's unit or in
 * per cent of the baseline's size. Null without a baseline, and in per cent of zero.
 */
export function baselineChange(
  { direction, actual, baseline }: Pick<Compared, "direction" | "actual" | "baseline">,
  measure: "absolute" | "percent",
): Exact | null {
  const change = better({ direction, actual }, baseline);
  if (change === null || baseline === null || measure === "absolute") return change;
  return baseline.equals(0) ? null : change.div(baseline.abs()).mul(100n);
}

/** How far the actual is ahead of a figure, negative where it is behind. */
function better(
  { direction, actual }: Pick<Compared, "direction" | "actual">,
  than: Exact | null,
): Exact | null {
  if (than === null) return null;
  return falls(direction) ? than.sub(actual) : actual.sub(than);
}

function compares(quantity: Exact, is: Comparison, bound: Exact): boolean {
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
