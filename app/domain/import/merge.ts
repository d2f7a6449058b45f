import type { EntryColumn } from "../entry/columns.ts";
import type { AnswerField, RawAnswer } from "../observation/answer.ts";
import { type Quality, qualityCarriesFigure } from "../observation/states.ts";
import type { ComparedCell } from "./compare-cell.ts";

/** Of a cell in conflict: the file's content, or what is kept. */
export type Choices = Partial<Record<EntryColumn, "file" | "kept">>;

/** What a row comes to. Cells in conflict that nobody has decided are taken from the file. */
export function merge(cells: readonly ComparedCell[], now: RawAnswer, choices: Choices): RawAnswer {
  const merged: Record<AnswerField, string> = { ...now };
  for (const { standing, column, field, file } of cells) {
    if (standing === "changed" || standing === "rejected") merged[field] = file;
    if (standing === "conflict" && choices[column] !== "kept") merged[field] = file;
  }
  return merged;
}

/** The fields that say what was achieved. */
export const figureFields = ["value", "numerator", "denominator", "words", "reached"] as const;

/** Whether an answer says at once that there is no figure, and which. */
export function contradicts(raw: RawAnswer): boolean {
  return (
    !qualityCarriesFigure(raw.quality as Quality) && figureFields.some((field) => raw[field] !== "")
  );
}
