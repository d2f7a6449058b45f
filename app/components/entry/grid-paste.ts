import type { ClipboardEvent } from "react";
import { parseClipboard } from "#app/domain/entry/clipboard.ts";
import { type EntryColumn, fieldIn } from "#app/domain/entry/columns.ts";
import { isOpen } from "#app/domain/entry/live-row.ts";
import { layBlock } from "#app/domain/entry/paste.ts";
import { cellWords } from "#app/i18n/entry.ts";
import { inputOf, placeOf } from "./entry-fields.ts";
import type { EntrySession } from "./entry-session.ts";
import type { EntryStore } from "./entry-store.ts";

/**
 * Lays what a spreadsheet put on the clipboard over the cells from the one in focus. Answers what to
 * tell about it; null when the browser pastes by itself, as it does a single text.
 */
export function pasteIntoGrid(
  event: ClipboardEvent,
  grid: { store: EntryStore; session: EntrySession; columns: readonly EntryColumn[] },
): string | null {
  const { store, session, columns } = grid;
  const place = placeOf(event.target);
  if (!place) return null;
  const text = event.clipboardData.getData("text/plain");
  const block = parseClipboard(text);
  const single = block.length === 1 && block[0]?.length === 1;
  if (single && !(event.target instanceof HTMLSelectElement)) return null;
  // Lines of running text belong into one note.
  const fromTable = event.clipboardData.getData("text/html").includes("<table");
  if (place.field === "note" && !text.includes("\t") && !fromTable) return null;
  event.preventDefault();

  const row = store.questions.findIndex(({ key }) => key === place.key);
  const question = store.questions[row];
  if (!question) return null;
  const column = columns.findIndex((each) => fieldIn(each, question.asked) === place.field);
  const rows = store.questions.map(({ key, asked }) => ({
    key,
    asked,
    locked: !isOpen(store.row(key)) || !inputOf(key, "note"),
  }));
  const { cells, leftOut } = layBlock(block, { rows, columns, words: cellWords }, { row, column });
  for (const cell of cells) {
    const input = inputOf(cell.key, cell.field);
    const refusedByList = input instanceof HTMLSelectElement && cell.error !== null;
    if (input && !refusedByList) input.value = cell.text;
    session.touch(cell.key, cell.field, cell.error);
  }
  const unread = cells.filter(({ error }) => error !== null).length;
  return [
    `${cells.length}個のセルに貼り付けました。`,
    unread > 0 ? `${unread}個は読み取れません。赤い枠のセルを確認してください。` : "",
    leftOut > 0 ? `${leftOut}行は、入力できる行がないため貼り付けていません。` : "",
  ].join("");
}
