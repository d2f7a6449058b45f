import { type CellWords, type EntryColumn, readCell } from "../entry/columns.ts";
import { parseFigure } from "../figure/parse.ts";
import { longestTyped, trimLineEnds } from "../line-ends.ts";
import type { AnswerField, Asked, RawAnswer } from "../observation/answer.ts";
import type { FormCell } from "./form.ts";
import { guardFormula, unguardFormula } from "./formula-text.ts";

/**
 * How a cell of a file stands to what it was made from and to what is kept now: `changed` in the file
 * alone; `theirs` in the portal alone; `same` in both alike; `conflict` in both, differently;
 * `rejected` what was typed cannot be read, or not together with the rest of its row.
 */
export type CellStanding = "unchanged" | "changed" | "theirs" | "same" | "conflict" | "rejected";

export type ComparedCell = {
  column: EntryColumn;
  field: AnswerField;
  standing: CellStanding;
  /** What the file says, as an answer keeps it; of a cell that is rejected as it was typed. */
  file: string;
  /** What is kept now. */
  now: string;
  /** Where it stands in the file. */
  at: string;
  /** Key of the message catalogue: why it is rejected. */
  error: string | null;
};

/**
 * Compares one cell three ways. Without a base an empty cell says nothing, for nobody knows whether
 * there was anything to take away.
 */
export function compareCell(
  place: { column: EntryColumn; field: AnswerField; asked: Asked; words: CellWords },
  cell: FormCell,
  kept: { base: RawAnswer | null; now: RawAnswer },
): ComparedCell {
  const { column, field, asked, words } = place;
  const typed = tidy(cell.text);
  const base = kept.base === null ? null : tidy(kept.base[field]);
  const now = tidy(kept.now[field]);
  const read = readTyped(field, asked, typed, words);
  const says = (text: string) => typed === guardFormula(text) || read.text === text;
  const untouched = base !== null && says(base);
  const silent = base === null && typed === "";
  const file = untouched ? base : silent || says(now) ? now : read.text;
  const found = { column, field, file, now, at: cell.at, error: null };
  if (read.error !== null && !untouched)
    return { ...found, standing: "rejected", error: read.error };
  const theirs = base !== null && now !== base;
  if (untouched || silent) return { ...found, standing: theirs ? "theirs" : "unchanged" };
  if (file === now) return { ...found, standing: theirs ? "same" : "unchanged" };
  return { ...found, standing: theirs ? "conflict" : "changed" };
}

/** The text of a cell as an answer keeps it: figures as plain decimals, lists as their values. */
function readTyped(field: AnswerField, asked: Asked, typed: string, words: CellWords) {
  if (typed.length > longestTyped) return { text: typed, error: "note.too_long" };
  const read = readCell(field, asked, typed, words);
  if (read.error !== null || read.text === "") return read;
  if (field === "words" || field === "note") return { ...read, text: unguardFormula(read.text) };
  if (words[field]) return read;
  const parsed = parseFigure(read.text, field === "value" ? asked.unit : "");
  return parsed.ok ? { ...read, text: parsed.value } : read;
}

/** Without what no cell of a file brings back: control characters, and blanks at the ends. */
function tidy(text: string): string {
  return trimLineEnds(text)
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
    .trim();
}
