import { blankAnswer, entryField, type RowKey } from "#app/domain/entry/rows.ts";
import { trimLineEnds } from "#app/domain/line-ends.ts";
import { type AnswerField, answerFields, type RawAnswer } from "#app/domain/observation/answer.ts";

export type EntryInput = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The input of a field; null where the row has none, or cannot be changed. */
export function inputOf(key: RowKey, field: AnswerField): EntryInput | null {
  const found = document.getElementById(entryField(field, key));
  return isEntryInput(found) ? found : null;
}

export function isEntryInput(element: unknown): element is EntryInput {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** The row and the field of an input of the grid; null for everything else on the page. */
export function placeOf(element: EventTarget | null): { key: RowKey; field: AnswerField } | null {
  if (!isEntryInput(element)) return null;
  const [name = "", ...key] = element.id.split(":");
  const field = answerFields.find((each) => each === name);
  return field && key.length > 0 ? { key: key.join(":"), field } : null;
}

/** What stands in a row's inputs, or what is kept of it where it has none. */
export function readTexts(key: RowKey, kept: RawAnswer): RawAnswer {
  if (!inputOf(key, "note")) return kept;
  const entries = answerFields.map((field) => {
    const input = inputOf(key, field);
    return [field, input ? trimLineEnds(input.value) : blankAnswer[field]];
  });
  return Object.fromEntries(entries) as RawAnswer;
}

/** Writes texts into a row's inputs, but not into the one somebody is typing in. */
export function writeTexts(key: RowKey, texts: RawAnswer, sparing: Element | null = null): void {
  for (const field of answerFields) {
    const input = inputOf(key, field);
    if (input && input !== sparing && input.value !== texts[field]) input.value = texts[field];
  }
}
