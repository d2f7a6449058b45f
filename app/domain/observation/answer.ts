import { z } from "zod";
import { type Decimal, exact, toDecimal } from "../figure/exact.ts";
import { parseFigure } from "../figure/parse.ts";
import type { Aggregation, Direction } from "../indicator/definition.ts";
import { type Quality, qualities, qualityCarriesFigure } from "./states.ts";

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

const text = z.string().max(200, "text.too_long").default("");

/**
 * Reads the fields of a form. `complete` is asked for when the answer is submitted; a draft may
 * still have gaps, but nothing unreadable. Issues carry keys of the message catalogue.
 */
export function answerSchema(asked: Asked, complete: boolean) {
  const kind = answerKind(asked);
  return z
    .object({
      quality: z.enum(qualities, { error: "quality.required" }),
      value: text,
      numerator: text,
      denominator: text,
      words: text,
      reached: z.enum(["yes", "no", ""]).default(""),
      note: z.string().max(2000, "note.too_long").default(""),
    })
    .transform((raw, context): AnswerContent => {
      const refuse = (field: AnswerField, message: string) =>
        context.addIssue({ code: "custom", path: [field], message });
      const figure = (field: "value" | "numerator" | "denominator", unit: string) => {
        const parsed = parseFigure(raw[field], unit);
        if (parsed.ok) return parsed.value;
        if (parsed.reason !== "empty") refuse(field, `figure.${parsed.reason}`);
        else if (complete) refuse(field, "figure.empty");
        return null;
      };
      const content: AnswerContent = {
        quality: raw.quality,
        value: null,
        numerator: null,
        denominator: null,
        words: null,
        reached: null,
        note: raw.note.trim(),
      };
      // 調査中, 対象外 and 実績なし say that there is no figure; one typed before is not kept secretly.
      if (!qualityCarriesFigure(raw.quality)) return content;
      switch (kind) {
        case "figure":
          return { ...content, value: figure("value", asked.unit) };
        case "weighted": {
          const denominator = figure("denominator", "");
          if (denominator !== null && exact(denominator).compare(0) <= 0)
            refuse("denominator", "figure.denominator");
          return { ...content, value: figure("value", asked.unit), denominator };
        }
        case "fraction": {
          const numerator = figure("numerator", "");
          const denominator = figure("denominator", "");
          if (denominator !== null && exact(denominator).compare(0) <= 0)
            refuse("denominator", "figure.denominator");
          return { ...content, numerator, denominator };
        }
        case "words": {
          const words = raw.words.trim() || null;
          const reached = raw.reached === "" ? null : raw.reached === "yes";
          if (complete && words === null) refuse("words", "words.empty");
          if (complete && reached === null) refuse("reached", "reached.empty");
          return { ...content, words, reached };
        }
      }
    });
}

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
