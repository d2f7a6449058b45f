import type { Period } from "../indicator/period.ts";
import { longestTyped, trimLineEnds } from "../line-ends.ts";
import {
  type AnswerContent,
  type AnswerField,
  answerFields,
  type RawAnswer,
  toRawAnswer,
} from "../observation/answer.ts";
import { type ObservationState, stateCapabilities } from "../observation/states.ts";

/** Names a row of the entry grid: an indicator of the plan and the period it is asked for. */
export type RowKey = string;

export function rowKey(indicator: string, period: Period): RowKey {
  return `${indicator}:${period}`;
}

/** The name of a field in the form of the whole grid, which is also the id of its input. */
export function entryField(field: AnswerField | "baseVersion" | "requestKey", key: RowKey): string {
  return `${field}:${key}`;
}

/** A row as a form sends it. */
export type PostedRow = {
  key: RowKey;
  raw: RawAnswer;
  /** Not read yet, as nothing of it is. */
  step: { baseVersion: string; requestKey: string };
};

/** The rows of a form: each that names the version it was made from. */
export function postedRows(fields: Readonly<Record<string, string>>): PostedRow[] {
  const mark = entryField("baseVersion", "");
  return Object.keys(fields).flatMap((name) => {
    if (!name.startsWith(mark)) return [];
    const key = name.slice(mark.length);
    const text = (field: Parameters<typeof entryField>[0]) => fields[entryField(field, key)] ?? "";
    const step = { baseVersion: text("baseVersion"), requestKey: text("requestKey") };
    const typed = (field: AnswerField) => {
      const given = text(field);
      return given.length > longestTyped ? given : trimLineEnds(given);
    };
    const entries = answerFields.map((field) => [field, typed(field)]);
    return [{ key, raw: Object.fromEntries(entries) as RawAnswer, step }];
  });
}

/** A row in which nothing was entered. */
export const blankAnswer: RawAnswer = {
  quality: "final",
  value: "",
  numerator: "",
  denominator: "",
  words: "",
  reached: "",
  note: "",
};

/** Whether two answers say the same, as far as they are written. */
export function sameAnswer(a: RawAnswer, b: RawAnswer): boolean {
  return answerFields.every((field) => a[field].trim() === b[field].trim());
}

/** Whether an answer in a state is entered in the grid: the correction of a figure in force is not. */
export function isEnteredHere(state: ObservationState | null): boolean {
  if (state === null) return true;
  const { editable, visibleToMembers } = stateCapabilities[state];
  return editable && !visibleToMembers;
}

/** A version of an answer, as the grid compares it with what was typed. */
export type KeptAnswer = {
  version: number;
  state: ObservationState;
  /** Why it came back, where it did. */
  reason: string | null;
  content: AnswerContent;
};

/**
 * Whether an answer is submitted as it stands, without being typed again: a draft is, but not one that
 * was sent back inside the organisation and says why.
 */
export function goesOnUnchanged({ state, reason }: Pick<KeptAnswer, "state" | "reason">): boolean {
  return state === "draft" && reason === null;
}

/** `advance` is a draft that is submitted as it stands. */
export type RowDecision = "untouched" | "write" | "advance" | "conflict" | "locked";

/**
 * What becomes of a row that was sent with the whole grid. Rows that nobody touched stay as they are,
 * also where a colleague has written meanwhile; whoever typed over something newer than they saw
 * decides first. What stands as a draft is submitted without being typed again, but what came back
 * with a reason only when it was changed.
 */
export function decideRow(given: {
  step: "save" | "submit";
  typed: AnswerContent;
  baseVersion: number;
  /** What the row showed when the form was opened; null where there was nothing. */
  base: AnswerContent | null;
  newest: KeptAnswer | null;
}): RowDecision {
  const { step, baseVersion, base, newest } = given;
  const typed = toRawAnswer(given.typed);
  const says = (content: AnswerContent | null | undefined) =>
    sameAnswer(typed, content ? withoutBreaks(toRawAnswer(content)) : blankAnswer);
  if (says(newest?.content))
    return step === "submit" && newest && goesOnUnchanged(newest) ? "advance" : "untouched";
  if (says(base)) return "untouched";
  if (!isEnteredHere(newest?.state ?? null)) return "locked";
  return (newest?.version ?? 0) === baseVersion ? "write" : "conflict";
}

function withoutBreaks(raw: RawAnswer): RawAnswer {
  return { ...raw, note: trimLineEnds(raw.note) };
}
