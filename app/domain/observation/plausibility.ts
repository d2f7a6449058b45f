import { type Exact, exact } from "../figure/exact.ts";
import type { Series } from "../indicator/definition.ts";
import { type AnswerContent, answerFigure } from "./answer.ts";

/** What makes a figure look like a slip of the hand. Each is a question to its writer, never an error. */
export const implausibilities = [
  "ten_times",
  "a_tenth",
  "below_before",
  "over_hundred",
  "more_decimals",
] as const;
export type Implausibility = (typeof implausibilities)[number];

type Figures = Pick<AnswerContent, "value" | "numerator" | "denominator">;

const typedFigures = ["value", "numerator", "denominator"] as const;

/**
 * What a figure is to be asked about, held against the same organisation's figure before: ten times
 * or a tenth of it (a place too many or too few), a cumulative figure below it, a share over 100 ％,
 * digits after the point where there were none. Small whole counts come and go, and are not asked
 * about for their size. Without a figure there is nothing to ask.
 */
export function implausibilitiesOf(
  { unit, series }: { unit: string; series: Series },
  answer: Figures,
  before: Figures | null,
): Implausibility[] {
  const figure = exactly(answerFigure(answer));
  const last = before && exactly(answerFigure(before));
  const isShare = unit.normalize("NFKC") === "%";
  const holds: Record<Implausibility, boolean> = {
    ten_times: pairs(answer, before).some(([now, then]) => isTenfold(now, then)),
    a_tenth: pairs(answer, before).some(([now, then]) => isTenfold(then, now)),
    below_before:
      series === "cumulative" && figure !== null && last !== null && figure.compare(last) < 0,
    // A share that was over 100 before is one that can be.
    over_hundred: isShare && isOverHundred(figure) && !isOverHundred(last),
    more_decimals: pairs(answer, before).some(
      ([now, then]) => now.mod(1n).compare(0) !== 0 && then.mod(1n).compare(0) === 0,
    ),
  };
  return implausibilities.filter((each) => holds[each]);
}

/** Each figure that was typed now and before, now and then. */
function pairs(answer: Figures, before: Figures | null): [now: Exact, then: Exact][] {
  return typedFigures.flatMap((field) => {
    const now = exactly(answer[field]);
    const then = exactly(before?.[field] ?? null);
    return now !== null && then !== null ? [[now, then] satisfies [Exact, Exact]] : [];
  });
}

function isTenfold(larger: Exact, smaller: Exact): boolean {
  const [large, small] = [larger.abs(), smaller.abs()];
  const counts = large.mod(1n).compare(0) === 0 && small.mod(1n).compare(0) === 0;
  if (counts && large.compare(10n) < 0) return false;
  return large.compare(0) > 0 && large.compare(small.mul(10n)) >= 0;
}

function isOverHundred(figure: Exact | null): boolean {
  return figure !== null && figure.compare(100n) > 0;
}

function exactly(decimal: string | null): Exact | null {
  return decimal === null ? null : exact(decimal);
}
