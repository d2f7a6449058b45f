import { asc, eq } from "drizzle-orm";
import { blankAnswer, rowKey } from "#app/domain/entry/rows.ts";
import { type Comparison, compareForm } from "#app/domain/import/compare.ts";
import { type FormRow, type FormWords, readForm } from "#app/domain/import/form.ts";
import { toRawAnswer } from "#app/domain/observation/answer.ts";
import { type RoundState, roundCapabilities } from "#app/domain/round/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { importRows } from "#db/schema/index.ts";
import {
  type EntryStateRow,
  earlierStates,
  entryStates,
  keyOfState,
} from "../entry/entry-states.server.ts";
import { type EntryCodes, owedRows } from "../entry/owed-rows.server.ts";
import { shownState } from "../entry/shown-state.server.ts";

/**
 * Holds the rows of a file against what they were made from and what is kept now. Four statements,
 * whatever the number of rows.
 */
export async function compareImport(
  tx: Transaction,
  codes: EntryCodes,
  given: { importId: string; words: FormWords; state: RoundState },
) {
  const table = await tx
    .select({ sheet: importRows.sheet, row: importRows.row, cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, given.importId))
    .orderBy(asc(importRows.sheet), asc(importRows.row));
  const form = readForm(table, given.words.headings, codes);
  const rows = form.ok ? form.rows : [];
  const owed = await owedRows(tx, codes);
  const newest = new Map((await entryStates(tx, codes)).map((row) => [keyOfState(row), row]));
  const bases = await basesOf(tx, rows, newest);
  const comparison: Comparison = compareForm(rows, {
    questions: owed.map(({ indicator, period, before }) => ({
      key: rowKey(indicator.code, period),
      asked: indicator,
      before,
    })),
    now: new Map([...newest].map(([key, row]) => [key, shownState(row)])),
    baseOf: (row) => baseOf(row, newest, bases),
    words: given.words.cells,
    open: roundCapabilities[given.state].takesFigures,
  });
  return { comparison, owed, newest };
}

/** The versions that rows were made from, where those are not the newest any more. One statement. */
async function basesOf(
  tx: Transaction,
  rows: readonly FormRow[],
  newest: ReadonlyMap<string, EntryStateRow>,
) {
  const older = rows.flatMap(({ key, version }) => {
    const present = newest.get(key);
    if (!present || version === null || version === 0 || version >= present.version) return [];
    return [{ observationId: present.observationId, version }];
  });
  const found = await earlierStates(tx, older);
  return new Map(found.map((row) => [`${keyOfState(row)} ${row.version}`, row]));
}

function baseOf(
  { key, version }: FormRow,
  newest: ReadonlyMap<string, EntryStateRow>,
  bases: ReadonlyMap<string, EntryStateRow>,
) {
  if (version === null) return null;
  if (version === 0) return blankAnswer;
  const present = newest.get(key);
  const base = present?.version === version ? present : bases.get(`${key} ${version}`);
  return base ? toRawAnswer(base.answer) : null;
}
