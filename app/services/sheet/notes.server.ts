import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { groupBy } from "#app/domain/group-by.ts";
import type { SheetDetails } from "#app/domain/sheet/inputs.ts";
import type { Transaction } from "#db/client.server.ts";
import { observationVersions } from "#db/schema/index.ts";

/** What was written to the accepted answers up to a year, as far as the reader may see them. */
export async function readNotes(
  tx: Transaction,
  ids: readonly string[],
  fy: FiscalYear,
): Promise<SheetDetails["notes"]> {
  if (ids.length === 0) return new Map();
  const { indicatorId, organisationId, period, state, note, version } = observationVersions;
  const rows = await tx
    .selectDistinctOn([indicatorId, observationVersions.fy, organisationId, period], {
      indicatorId,
      fy: observationVersions.fy,
      text: note,
    })
    .from(observationVersions)
    .where(
      and(inArray(indicatorId, [...ids]), lte(observationVersions.fy, fy), eq(state, "accepted")),
    )
    .orderBy(
      asc(indicatorId),
      asc(observationVersions.fy),
      organisationId,
      period,
      sql`${version} desc`,
    );
  const groups = groupBy(rows, (row) => row.indicatorId);
  return new Map(
    [...groups].map(([id, own]) => [
      id,
      // A note that a correction took away is gone, and not replaced by the one before.
      own.flatMap(({ fy, text }) => (text === "" ? [] : [{ fy, text }])),
    ]),
  );
}
