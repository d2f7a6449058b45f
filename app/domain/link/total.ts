import { exact, sum, toDecimal } from "../figure/exact.ts";
import { type AnswerContent, type Asked, answerFigure, answerKind } from "../observation/answer.ts";
import { qualityCarriesFigure } from "../observation/states.ts";

/** What several firms answered, as one answer of the organisation that asked them. */
export type AnswerTotal = {
  content: Omit<AnswerContent, "note">;
  /** How many answers are counted in it. */
  parts: number;
  /** How many have not answered, or say that they cannot yet. */
  missing: number;
};

/**
 * The sum of what was answered for one figure; `null` stands for who has not answered. Who has no
 * figure (対象外, 実績なし) is no part of it and not missing either: none is not zero. As long as somebody is
 * missing, or one part is provisional, so is the sum. Null where the KPI's answers are not added up (only figures that the
 * region adds up too, and fractions by their parts), or with fewer than two of them.
 */
export function totalOf(
  asked: Asked,
  answers: readonly (AnswerContent | null)[],
): AnswerTotal | null {
  const kind = answerKind(asked);
  if (!(kind === "fraction" || (kind === "figure" && asked.aggregation === "sum"))) return null;
  const given = answers.filter((answer) => answer !== null);
  const parts = given.filter(
    (answer) => qualityCarriesFigure(answer.quality) && answerFigure(answer) !== null,
  );
  if (parts.length < 2) return null;
  const waiting = given.filter(({ quality }) => quality === "under_survey").length;
  const missing = answers.length - given.length + waiting;
  const isFinal = missing === 0 && parts.every(({ quality }) => quality === "final");
  const add = (field: "value" | "numerator" | "denominator") =>
    toDecimal(sum(parts.map((part) => exact(part[field] ?? "0"))));
  return {
    content: {
      quality: isFinal ? "final" : "provisional",
      value: kind === "figure" ? add("value") : null,
      numerator: kind === "fraction" ? add("numerator") : null,
      denominator: kind === "fraction" ? add("denominator") : null,
      words: null,
      reached: null,
    },
    parts: parts.length,
    missing,
  };
}
