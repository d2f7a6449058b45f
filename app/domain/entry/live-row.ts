import type { AnswerField, RawAnswer } from "../observation/answer.ts";
import type { ObservationState } from "../observation/states.ts";
import { blankAnswer, isEnteredHere, type RowKey, sameAnswer } from "./rows.ts";

/** The newest version of a row's answer, as texts: what the server last said of it. */
export type EntryState = {
  key: RowKey;
  version: number;
  state: ObservationState;
  answer: RawAnswer;
  isDemo: boolean;
  reason: string | null;
  at: string;
  author: string | null;
};

/**
 * What became of a row that was sent. `submitted`: it left its writer's hands, to the lead or to those
 * who decide in the organisation, as its state says. `held`: saved as a draft instead of submitted, for the figure
 * is to be explained first. `locked`: a colleague went on with it, so that it takes nothing now.
 */
export type RowResult = {
  key: RowKey;
  outcome: "saved" | "submitted" | "unchanged" | "refused" | "held" | "conflict" | "locked";
  /** Message keys by field. */
  errors?: Partial<Record<AnswerField, string>>;
};

/** How many rows became what was asked for. */
export function countDone(step: "save" | "submit", results: readonly RowResult[]): number {
  const wanted = step === "save" ? "saved" : "submitted";
  return results.filter(({ outcome }) => outcome === wanted).length;
}

export type Standing =
  | "still"
  | "unsaved"
  | "saving"
  | "saved"
  /** The line is down; what was sent is sent again. */
  | "unreached"
  | "refused"
  | "held"
  | "conflict"
  | "locked"
  /** A colleague wrote it while it stood open here. */
  | "updated";

/** A row while somebody works on it: what is kept on the server, and how what was typed relates to it. */
export type LiveRow = {
  key: RowKey;
  known: EntryState | null;
  standing: Standing;
  errors: Partial<Record<AnswerField, string>>;
  /** What a colleague saved meanwhile, while it is not decided. */
  theirs: EntryState | null;
  /** What was typed here and can no longer be saved. */
  stranded: RawAnswer | null;
};

export function liveRow(key: RowKey, known: EntryState | null): LiveRow {
  const nothing = { theirs: null, stranded: null };
  return { key, known, standing: "still", errors: {}, ...nothing };
}

/** The texts that are kept of a row. */
export function keptTexts({ known }: Pick<LiveRow, "known">): RawAnswer {
  return known?.answer ?? blankAnswer;
}

export function isOpen({ known }: Pick<LiveRow, "known">): boolean {
  return isEnteredHere(known?.state ?? null);
}

/**
 * Something was typed in a field; `texts` are what stands in the row now. The same row where that
 * changes nothing that is shown of it.
 */
export function typed(row: LiveRow, field: AnswerField, texts: RawAnswer): LiveRow {
  const { [field]: cleared, ...errors } = row.errors;
  const standing = standingTyped(row, errors, texts);
  if (cleared === undefined && standing === row.standing) return row;
  return { ...row, errors, standing };
}

function standingTyped(row: LiveRow, errors: LiveRow["errors"], texts: RawAnswer): Standing {
  if (row.standing === "conflict") return "conflict";
  if (Object.keys(errors).length > 0) return "refused";
  return sameAnswer(texts, keptTexts(row)) ? "still" : "unsaved";
}

/** What was put in a field cannot be read; the row waits for somebody. */
export function misread(row: LiveRow, field: AnswerField, error: string): LiveRow {
  const errors = { ...row.errors, [field]: error };
  return { ...row, errors, standing: row.standing === "conflict" ? "conflict" : "refused" };
}

/** A colleague's version came in, with an answer or on its own. */
export function seen(row: LiveRow, state: EntryState, texts: RawAnswer): LiveRow {
  const newest = row.theirs ?? row.known;
  if (row.standing === "saving" || state.version <= (newest?.version ?? 0)) return row;
  const untouched = sameAnswer(texts, keptTexts(row)) || sameAnswer(texts, state.answer);
  const fresh = { ...row, known: state, theirs: null, errors: {} };
  if (untouched) return { ...fresh, standing: "updated" };
  if (!isOpen({ known: state })) return { ...fresh, standing: "locked", stranded: texts };
  return { ...row, standing: "conflict", theirs: state };
}

/**
 * The server answered what became of the row. `sent` is what it was asked to write, `texts` what
 * stands in the row by now: whoever typed on meanwhile has something unsaved.
 */
export function answered(
  row: LiveRow,
  result: RowResult,
  state: EntryState | null,
  { sent, texts }: { sent: RawAnswer; texts: RawAnswer },
): LiveRow {
  const known = state ?? row.known;
  const typedOn = !sameAnswer(sent, texts);
  const after = {
    ...row,
    known,
    errors: result.errors ?? {},
    theirs: null,
  };
  switch (result.outcome) {
    case "saved":
    case "submitted":
    case "unchanged":
      return { ...after, standing: typedOn ? "unsaved" : "saved" };
    case "held":
      return { ...after, standing: typedOn ? "unsaved" : "held" };
    case "refused":
      return { ...after, standing: typedOn ? "unsaved" : "refused" };
    case "locked":
      return { ...after, standing: "locked", stranded: texts };
    case "conflict":
      return { ...after, known: row.known, standing: "conflict", theirs: state };
  }
}

/** A person decided: their own stands over the newest version, or gives way to it. */
export function decided(row: LiveRow, choice: "mine" | "theirs"): LiveRow {
  const known = row.theirs ?? row.known;
  const standing = choice === "mine" ? "unsaved" : "still";
  return { ...row, known, theirs: null, errors: {}, standing };
}
