import type { EntryState, RowResult } from "#app/domain/entry/live-row.ts";
import type { PostedRow } from "#app/domain/entry/rows.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import type { EntryCodes } from "./owed-rows.server.ts";
import { changesSince } from "./read.server.ts";
import type { EntryStep } from "./write-row.server.ts";
import { writeRows } from "./write-rows.server.ts";

type Written = { results: RowResult[]; states: EntryState[]; readAt: string };

/**
 * Saves or submits the rows of an entry grid, each by the rules of the single report's form, and says
 * of each what became of it; what cannot be written holds up no other. On submission a row with gaps,
 * or with a figure that is to be explained and is not, is saved as a draft. Answers also what was
 * written by anybody since `since`. Rows that nobody touched cost no statement.
 * Throws `forbidden`, `not_found` when a row is not the organisation's, `invalid`.
 */
export async function writeEntry(
  context: ServiceContext,
  codes: EntryCodes,
  rows: readonly PostedRow[],
  { step, since }: { step: EntryStep; since: string },
): Promise<Written> {
  const { organisationId } = requireMembership(context, codes.organisation);
  authorize(context, `observation.${step}`, { organisationId });
  return transaction(context, async (tx) => {
    const results = await writeRows(tx, context, codes, rows, { step, organisationId });
    const { states, readAt } = await changesSince(tx, codes, since);
    return { results, states, readAt };
  });
}
