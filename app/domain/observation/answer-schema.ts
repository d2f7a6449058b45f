import { z } from "zod";
import { exact } from "../figure/exact.ts";
import { parseFigure } from "../figure/parse.ts";
import { type AnswerContent, type AnswerField, type Asked, answerKind } from "./answer.ts";
import { qualities, qualityCarriesFigure } from "./states.ts";

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
