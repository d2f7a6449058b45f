import { type Decimal, exact, toDecimal } from "../figure/exact.ts";
import type { Aggregation, Direction } from "../indicator/definition.ts";
import type { Quality } from "./states.ts";

/** What one organisation says for one indicator and year. */
export type AnswerContent = {
  quality: Quality;
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  words: string | null;
  reached: boolean | null;
  note: string;
};

/** What decides which fields an answer has. */
export type Asked = { unit: string; direction: Direction; aggregation: Aggregation };

export type AnswerKind = "figure" | "fraction" | "weighted" | "words";

/**
 * A milestone, and what is counted by who has reached it, is answered in words, a summed-up rate by
 * numerator and denominator, a weighted mean by a figure and its weight, the rest by a figure.
 */
export function answerKind({ direction, aggregation }: Asked): AnswerKind {
  if (direction === "milestone" || aggregation === "count_reached") return "words";
  if (aggregation === "weighted_mean") return "weighted";
  return aggregation === "ratio" ? "fraction" : "figure";
}

/** The fields as a form sends them: every one a text, absent ones empty. */
export const answerFields = [
  "quality",
  "value",
  "numerator",
  "denominator",
  "words",
  "reached",
  "note",
] as const;
export type AnswerField = (typeof answerFields)[number];
export type RawAnswer = Record<AnswerField, string>;

/** The answer as the texts of its form fields. */
export function toRawAnswer(content: AnswerContent): RawAnswer {
  return {
    quality: content.quality,
    value: content.value ?? "",
    numerator: content.numerator ?? "",
    denominator: content.denominator ?? "",
    words: content.words ?? "",
    reached: content.reached === null ? "" : content.reached ? "yes" : "no",
    note: content.note,
  };
}

/** The figure an answer amounts to, in the indicator's unit; a fraction in per cent, to ten places. */
export function answerFigure(
  content: Pick<AnswerContent, "value" | "numerator" | "denominator">,
): Decimal | null {
  if (content.value !== null) return content.value;
  if (content.numerator === null || content.denominator === null) return null;
  const denominator = exact(content.denominator);
  if (denominator.equals(0)) return null;
  return toDecimal(exact(content.numerator).div(denominator).mul(100n));
}
