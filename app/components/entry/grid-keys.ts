import type { KeyboardEvent } from "react";
import { type EntryColumn, fieldIn } from "#app/domain/entry/columns.ts";
import { type EntryInput, inputOf, isEntryInput, placeOf } from "./entry-fields.ts";
import type { EntryStore } from "./entry-store.ts";

type Way = "up" | "down" | "left" | "right";

/**
 * Moves between the cells as in a spreadsheet: Enter and the arrows up and down within a column, left
 * and right at the ends of what is typed. Tab and everything in a list stay the browser's own, and
 * keys that compose Japanese are nobody else's.
 */
export function moveInGrid(
  event: KeyboardEvent,
  store: EntryStore,
  columns: readonly EntryColumn[],
): void {
  const input = event.target;
  const place = placeOf(input);
  if (!place || !isEntryInput(input) || event.nativeEvent.isComposing) return;
  if (event.key === "Enter" && event.altKey && input instanceof HTMLTextAreaElement) {
    event.preventDefault();
    input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const way = wayOf(event, input);
  if (!way) return;
  // Enter never sends the form from a cell.
  if (event.key === "Enter") event.preventDefault();
  const at = store.questions.findIndex(({ key }) => key === place.key);
  const question = store.questions[at];
  if (!question) return;
  const column = columns.findIndex((each) => fieldIn(each, question.asked) === place.field);
  const next = way === "up" || way === "down" ? below(way) : beside(way);
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (!(next instanceof HTMLSelectElement)) next.select();

  function cell(row: number, index: number): EntryInput | null {
    const found = store.questions[row];
    const field = found && columns[index] && fieldIn(columns[index], found.asked);
    return found && field ? inputOf(found.key, field) : null;
  }
  function below(to: "up" | "down"): EntryInput | null {
    const step = to === "up" ? -1 : 1;
    for (let row = at + step; row >= 0 && row < store.questions.length; row += step) {
      const found = cell(row, column);
      if (found) return found;
    }
    return null;
  }
  function beside(to: "left" | "right"): EntryInput | null {
    const step = to === "left" ? -1 : 1;
    for (let index = column + step; index >= 0 && index < columns.length; index += step) {
      const found = cell(at, index);
      if (found) return found;
    }
    return null;
  }
}

function wayOf({ key, shiftKey }: KeyboardEvent, input: EntryInput): Way | null {
  // In a list the arrows choose, and Enter may open it.
  if (input instanceof HTMLSelectElement) return null;
  if (key === "Enter") return shiftKey ? "up" : "down";
  if (shiftKey) return null;
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (start === null || end === null) return null;
  const whole = start === 0 && end === value.length;
  switch (key) {
    case "ArrowUp":
      return value.slice(0, start).includes("\n") ? null : "up";
    case "ArrowDown":
      return value.slice(end).includes("\n") ? null : "down";
    case "ArrowLeft":
      return whole || (start === 0 && end === 0) ? "left" : null;
    case "ArrowRight":
      return whole || start === value.length ? "right" : null;
    default:
      return null;
  }
}
