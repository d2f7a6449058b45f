import { type CellWords, type EntryColumn, entryColumns, fieldIn } from "../entry/columns.ts";
import { blankAnswer, isEnteredHere, type RowKey } from "../entry/rows.ts";
import type { Series } from "../indicator/definition.ts";
import type { AnswerContent, Asked, RawAnswer } from "../observation/answer.ts";
import { answerSchema } from "../observation/answer-schema.ts";
import { type Implausibility, implausibilitiesOf } from "../observation/plausibility.ts";
import type { ObservationState } from "../observation/states.ts";
import { type ComparedCell, compareCell } from "./compare-cell.ts";
import type { FormRow } from "./form.ts";
import { contradicts, figureFields, merge } from "./merge.ts";

/** A figure that is asked for, and what its answer is held against. */
export type FormQuestion = {
  key: RowKey;
  asked: Asked & { series: Series };
  before: Pick<AnswerContent, "value" | "numerator" | "denominator"> | null;
};

/** A version of an answer, as texts. */
export type FormAnswer = { version: number; state: ObservationState; answer: RawAnswer };

/** `locked`: it was submitted or accepted meanwhile, or nothing is taken any more. */
export type RowStanding = "conflict" | "rejected" | "changed" | "locked" | "unchanged";

export type ComparedRow = {
  key: RowKey;
  /** Where it stands in the file, and the number it has there. */
  at: string;
  number: string;
  standing: RowStanding;
  cells: ComparedCell[];
  /** What it was compared with: the newest version, 0 and nothing where there is none. */
  version: number;
  now: RawAnswer;
  /** What the row makes somebody ask, as far as the file decides it. */
  doubts: Implausibility[];
  /** What must be explained in a note before it is submitted. */
  needsNote: boolean;
};

/**
 * `no_number`: something is answered and nothing says to what; `twice`: differently in two rows, of
 * which none is taken.
 */
export type StrayRow = { at: string; number: string; why: "no_number" | "not_asked" | "twice" };

export type Comparison = { rows: ComparedRow[]; strays: StrayRow[]; absent: number };

type Given = {
  questions: readonly FormQuestion[];
  now: ReadonlyMap<RowKey, FormAnswer>;
  /** What a row was made from; null where that is not known. */
  baseOf: (row: FormRow) => RawAnswer | null;
  words: CellWords;
  /** The round takes figures. */
  open: boolean;
};

/** Compares a file with what it was made from and with what is kept now, in the order of the questions. */
export function compareForm(file: readonly FormRow[], given: Given): Comparison {
  const asked = new Set(given.questions.map(({ key }) => key));
  const found = new Map<RowKey, FormRow>();
  const twice = new Set<RowKey>();
  const strays: StrayRow[] = [];
  for (const row of file) {
    const stray = ({ at, number }: FormRow, why: StrayRow["why"]) =>
      strays.push({ at, number, why });
    const first = found.get(row.key);
    if (!asked.has(row.key)) {
      if (saysAnything(row)) stray(row, row.number === "" ? "no_number" : "not_asked");
    } else if (first === undefined) found.set(row.key, row);
    else if (!saysTheSame(first, row)) {
      if (!twice.has(row.key)) stray(first, "twice");
      twice.add(row.key);
      stray(row, "twice");
    }
  }
  const rows = given.questions.flatMap((question) => {
    const row = found.get(question.key);
    return row && !twice.has(question.key) ? [compareRow(question, row, given)] : [];
  });
  return { rows, strays, absent: given.questions.length - found.size };
}

function compareRow(question: FormQuestion, row: FormRow, given: Given): ComparedRow {
  const { key, asked, before } = question;
  const kept = given.now.get(key) ?? null;
  const now = kept?.answer ?? blankAnswer;
  const base = given.baseOf(row);
  const compared = entryColumns.flatMap((column) => {
    const field = fieldIn(column, asked);
    const cell = row.cells[column];
    if (field === null || cell === undefined) return [];
    const place = { column, field, asked, words: given.words };
    return [
      compareCell(place, { ...cell, text: spoken(row, column, base, given.words) }, { base, now }),
    ];
  });
  const cells = refused(asked, mediated(compared, now), now);
  const has = (standing: ComparedCell["standing"]) =>
    cells.some((cell) => cell.standing === standing);
  const touched = has("changed") || has("conflict") || has("rejected");
  const open = given.open && isEnteredHere(kept?.state ?? null);
  const standing = !touched
    ? "unchanged"
    : !open
      ? "locked"
      : has("rejected")
        ? "rejected"
        : has("conflict")
          ? "conflict"
          : "changed";
  const merged = answerSchema(asked, false).safeParse(merge(cells, now, {}));
  const asks = standing === "changed" || standing === "conflict";
  const doubts = asks && merged.success ? implausibilitiesOf(asked, merged.data, before) : [];
  const needsNote = doubts.length > 0 && merged.data?.note === "";
  const { at, number } = row;
  return { key, at, number, standing, cells, version: kept?.version ?? 0, now, doubts, needsNote };
}

/** Where nobody knows what a row was made from, a figure without a kind is a final one. */
function spoken(row: FormRow, column: EntryColumn, base: RawAnswer | null, words: CellWords) {
  const text = row.cells[column]?.text ?? "";
  if (column !== "quality" || base !== null || text.trim() !== "") return text;
  const figure = `${row.cells.first?.text ?? ""}${row.cells.second?.text ?? ""}`.trim();
  const isFinal = ([, quality]: [string, string]) => quality === blankAnswer.quality;
  return figure === "" ? "" : (Object.entries(words.quality ?? {}).find(isFinal)?.[0] ?? "");
}

/**
 * A figure from one side and 「調査中」 from the other cannot both hold: whoever brings the file in
 * chooses. Where the file alone says both, its figure is rejected.
 */
function mediated(cells: ComparedCell[], now: RawAnswer): ComparedCell[] {
  if (!contradicts(merge(cells, now, {}))) return cells;
  const ofFile = Object.fromEntries(cells.map(({ field, file }) => [field, file]));
  if (contradicts({ ...now, ...ofFile }))
    return cells.map((cell) =>
      figureFields.some((field) => field === cell.field) && cell.file !== ""
        ? { ...cell, standing: "rejected", error: "import.no_figure" }
        : cell,
    );
  return cells.map((cell) =>
    cell.column !== "note" && cell.file !== cell.now ? { ...cell, standing: "conflict" } : cell,
  );
}

/** What an answer's own rules refuse is rejected at its cell. */
function refused(asked: Asked, cells: ComparedCell[], now: RawAnswer): ComparedCell[] {
  const parsed = answerSchema(asked, false).safeParse(merge(cells, now, {}));
  if (parsed.success) return cells;
  const errors = new Map(
    parsed.error.issues.map(({ path, message }) => [String(path[0]), message]).reverse() as [
      string,
      string,
    ][],
  );
  return cells.map((cell) => {
    const error = cell.error ?? errors.get(cell.field);
    return error ? { ...cell, standing: "rejected", error } : cell;
  });
}

function saysAnything({ cells }: FormRow): boolean {
  return Object.values(cells).some(({ text }) => text.trim() !== "");
}

function saysTheSame(a: FormRow, b: FormRow): boolean {
  return entryColumns.every((column) => {
    const [one, other] = [a, b].map(({ cells }) => cells[column]?.text.trim() ?? "");
    return one === other;
  });
}
