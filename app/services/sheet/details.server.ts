import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { groupBy } from "#app/domain/group-by.ts";
import type { SheetDetails } from "#app/domain/sheet/inputs.ts";
import type { RoadmapCell } from "#app/domain/sheet/year-cells.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, observationVersions, planNodes, projects } from "#db/schema/index.ts";
import { nodeColumns } from "../plan/node-columns.server.ts";

/** What nodes have beside their place in the tree: one statement. */
export async function readNodeDetails(
  tx: Transaction,
  ids: readonly string[],
): Promise<SheetDetails["nodes"]> {
  const rows = await tx
    .select({
      id: planNodes.id,
      bureau: projects.bureau,
      fundingTags: projects.fundingTags,
      ...nodeColumns,
    })
    .from(planNodes)
    .leftJoin(projects, eq(projects.nodeId, planNodes.id))
    .where(inArray(planNodes.id, [...ids]));
  return new Map(
    rows.map(({ id, ...row }) => [id, { ...row, fundingTags: row.fundingTags ?? [] }]),
  );
}

// `indicators.id` is written out: in a statement on one table drizzle renders it as a bare "id".

/** The roadmap of indicators, and what they are computed from: one statement. */
export async function readSeries(
  tx: Transaction,
  ids: readonly string[],
): Promise<SheetDetails["series"]> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: indicators.id,
      cells: sql<RoadmapCell[]>`(
        select coalesce(json_agg(json_build_object('fy', t.fy, 'spanFrom', t.span_from,
          'value', trim_scale(t.value)::text, 'text', t.text,
          'increment', trim_scale(t.increment)::text) order by t.position), '[]')
        from targets t where t.indicator_id = indicators.id)`,
      parts: sql<string[]>`array(
        select p.part_id from indicator_parts p where p.indicator_id = indicators.id)`,
    })
    .from(indicators)
    .where(inArray(indicators.id, [...ids]));
  return new Map(rows.map(({ id, ...series }) => [id, series]));
}

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
