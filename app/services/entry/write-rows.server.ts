import type { RowResult } from "#app/domain/entry/live-row.ts";
import { type PostedRow, rowKey } from "#app/domain/entry/rows.ts";
import type { Transaction } from "#db/client.server.ts";
import type { SignedIn } from "../context.server.ts";
import { type TakenStep, tellHandedIn } from "../notification/tell-of-figure.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import {
  type EntryStateRow,
  earlierStates,
  entryStates,
  keyOfState,
} from "./entry-states.server.ts";
import { type EntryCodes, type OwedRow, owedRows } from "./owed-rows.server.ts";
import { type EntryStep, type SentRow, writeRow } from "./write-row.server.ts";

type Given = {
  step: EntryStep;
  organisationId: string;
  /** The file that the rows come with. */
  importId?: string;
};

/**
 * Writes rows of a round, each by the rules of the single report's form, in the caller's transaction,
 * tells of what was handed in, and answers what became of each. Rows that nobody touched cost no
 * statement. Throws `not_found` when a row is not the organisation's, `invalid`.
 */
export async function writeRows(
  tx: Transaction,
  context: SignedIn,
  codes: EntryCodes,
  rows: readonly PostedRow[],
  { step, organisationId, importId }: Given,
): Promise<RowResult[]> {
  const owed = await owedRows(tx, codes);
  const newest = new Map((await entryStates(tx, codes)).map((row) => [keyOfState(row), row]));
  const sent = inOwedOrder(owed, rows);
  const bases = await basesOf(tx, sent, newest);
  const results: RowResult[] = [];
  const steps: TakenStep[] = [];
  for (const row of sent) {
    const { key } = row.posted;
    const present = newest.get(key) ?? null;
    const given = { ...row, importId, present, base: bases.get(key) ?? null };
    const { taken, ...result } = await writeRow(tx, context, given, step);
    results.push({ key, ...result });
    steps.push({ step: taken, target: row.owed });
  }
  await tellHandedIn(tx, context, steps, organisationId);
  return results;
}

/** The rows in printed order, so that two requests never wait for each other crosswise. */
function inOwedOrder(owed: readonly OwedRow[], rows: readonly PostedRow[]): SentRow[] {
  const posted = new Map(rows.map((row) => [row.key, row]));
  const sent = owed.flatMap((each) => {
    const row = posted.get(rowKey(each.indicator.code, each.period));
    if (!row) return [];
    const step = stepFields.safeParse(row.step);
    if (!step.success) throw new ServiceError("invalid", { errors: fieldErrors(step.error) });
    return [{ owed: each, posted: row, ...step.data }];
  });
  if (sent.length !== rows.length) throw new ServiceError("not_found");
  return sent;
}

/** What the rows showed when the form was opened, where that is not the newest any more. */
async function basesOf(
  tx: Transaction,
  rows: readonly SentRow[],
  newest: ReadonlyMap<string, EntryStateRow>,
) {
  const older = rows.flatMap(({ posted, baseVersion }) => {
    const present = newest.get(posted.key);
    if (!present || baseVersion === 0 || present.version === baseVersion) return [];
    return [{ observationId: present.observationId, version: baseVersion }];
  });
  const found = await earlierStates(tx, older);
  return new Map(found.map((row) => [keyOfState(row), row.answer]));
}
