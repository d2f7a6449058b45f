import { parseFigure } from "../figure/parse.ts";
import {
  type AnswerField,
  type AnswerKind,
  type Asked,
  answerKind,
} from "../observation/answer.ts";

/** The columns of the entry grid in which something is entered, from left to right. */
export const entryColumns = ["first", "second", "quality", "note"] as const;
export type EntryColumn = (typeof entryColumns)[number];

const pairs: Record<AnswerKind, { first: AnswerField; second: AnswerField | null }> = {
  figure: { first: "value", second: null },
  weighted: { first: "value", second: "denominator" },
  fraction: { first: "numerator", second: "denominator" },
  words: { first: "words", second: "reached" },
};

/** The field of an answer that stands in a column of its row; null where the row has none there. */
export function fieldIn(column: EntryColumn, asked: Asked): AnswerField | null {
  if (column === "quality" || column === "note") return column;
  return pairs[answerKind(asked)][column];
}

/** The columns that a grid needs: the second only where something is asked for in it. */
export function columnsOf(rows: readonly Asked[]): EntryColumn[] {
  return entryColumns.filter((column) => rows.some((asked) => fieldIn(column, asked) !== null));
}

/** The words by which a cell names what a list offers, from the words to the value. */
export type CellWords = Partial<Record<AnswerField, Readonly<Record<string, string>>>>;

export type ReadCell = { text: string /** Key of the message catalogue. */; error: string | null };

/**
 * A cell as it came from a spreadsheet, for the field it falls on. What cannot be read keeps its text.
 * Figures are not rewritten: the server reads them, by the same rule.
 */
export function readCell(
  field: AnswerField,
  asked: Asked,
  text: string,
  words: CellWords,
): ReadCell {
  const plain = text.trim();
  const choices = words[field];
  if (choices) {
    if (plain === "") return { text: field === "quality" ? "final" : "", error: null };
    const value = choices[plain.normalize("NFKC").replace(/\s/gu, "")];
    return value === undefined
      ? { text: plain, error: `entry.${field}` }
      : { text: value, error: null };
  }
  if (field === "words" || field === "note") return { text: plain, error: null };
  const parsed = parseFigure(plain, field === "value" ? asked.unit : "");
  if (parsed.ok || parsed.reason === "empty") return { text: plain, error: null };
  return { text: plain, error: `figure.${parsed.reason}` };
}
