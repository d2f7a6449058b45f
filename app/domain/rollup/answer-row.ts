import { type Decimal, exact } from "../figure/exact.ts";
import type { YearAnswer } from "./compute.ts";

/** An accepted answer as the database gives it, decimals as text. */
export type AnswerRow = Omit<YearAnswer, "value" | "numerator" | "denominator"> & {
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
};

/** The answer with exact numbers. Written out field by field: there are thousands of them. */
export function exactAnswer(row: AnswerRow): YearAnswer {
  return {
    indicatorId: row.indicatorId,
    organisation: row.organisation,
    fy: row.fy,
    period: row.period,
    quality: row.quality,
    value: number(row.value),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    words: row.words,
    reached: row.reached,
    isDemo: row.isDemo,
  };
}

function number(decimal: Decimal | null) {
  return decimal === null ? null : exact(decimal);
}
