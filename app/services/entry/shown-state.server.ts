import type { EntryState } from "#app/domain/entry/live-row.ts";
import { toRawAnswer } from "#app/domain/observation/answer.ts";
import { type EntryStateRow, keyOfState } from "./entry-states.server.ts";

/** The newest version of an answer as the grid holds it: texts and times that a browser reads. */
export function shownState(row: EntryStateRow): EntryState {
  return {
    key: keyOfState(row),
    version: row.version,
    state: row.state,
    answer: toRawAnswer(row.answer),
    isDemo: row.answer.isDemo,
    reason: row.reason,
    at: row.at.toISOString(),
    author: row.author,
  };
}
