import { type Decimal, exact, sum, toDecimal, whole } from "../figure/exact.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { firstRule } from "./rules.ts";

/** An indicator of a project as far as the project's mark depends on it. */
export type Combined = { mark: string | null; rate: Decimal | null };

/**
 * The mark of a project from its indicators' marks. One indicator without a mark leaves the project
 * without one. What stands outside the counts (対象外) and 「判定不能」 hold only where nothing else
 * was judged. `mean_rate` puts the mean of the achievement rates to the rules; `manual` leaves the
 * mark to a person.
 */
export function combineMarks(indicators: readonly Combined[], rubric: Rubric): string | null {
  const marks = indicators.map((indicator) => indicator.mark);
  if (rubric.combination === "manual" || marks.length === 0 || marks.includes(null)) return null;
  const order = rubric.marks.map((mark) => mark.symbol);
  const aside = new Set([
    rubric.notJudgeable,
    ...rubric.marks.filter((mark) => !mark.counted).map((mark) => mark.symbol),
  ]);
  const inOrder = marks
    .filter((mark): mark is string => mark !== null)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const judged = inOrder.filter((mark) => !aside.has(mark));
  if (judged.length === 0) return inOrder[0] ?? rubric.notJudgeable;
  if (rubric.combination === "mean_rate")
    return ofMeanRate(
      indicators.filter(({ mark }) => mark !== null && !aside.has(mark)),
      rubric,
    );
  return (rubric.combination === "best" ? judged.at(0) : judged.at(-1)) ?? null;
}

function ofMeanRate(indicators: readonly Combined[], rubric: Rubric): string {
  const rates = indicators.flatMap(({ rate }) => (rate === null ? [] : [exact(rate)]));
  if (rates.length === 0) return rubric.notJudgeable;
  // Rates are kept with ten places; a mean of three thirds must still be exactly at its boundary.
  const mean = exact(toDecimal(sum(rates).div(whole(rates.length)), 9));
  // Only rules on the rate can hold: nothing else of several indicators has a mean.
  const rule = firstRule(rubric.rules, {
    direction: "increase",
    actual: mean,
    expected: null,
    baseline: null,
    rate: mean,
  });
  return rule?.mark ?? rubric.notJudgeable;
}
