import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { groupBy } from "#app/domain/group-by.ts";
import type { NarrativePart } from "#app/domain/indicator/definition.ts";
import type { EvaluationRow } from "#app/domain/rollup/compute.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations, narratives } from "#db/schema/index.ts";
import { evaluatePast } from "../evaluation/evaluate.server.ts";

export type SheetResults = {
  results: Map<string, Map<FiscalYear, EvaluationView>>;
  narratives: Partial<Record<NarrativePart, string>>;
};

type Scope = {
  plan: { id: string; code: string };
  nodeId: string;
  indicatorIds: readonly string[];
  /** Results of later years belong to later sheets. */
  fy: FiscalYear;
};

/** The results of a sheet's years and its texts as they stand, or stood: two statements today. */
export async function readCurrent(
  tx: Transaction,
  { plan, nodeId, indicatorIds, fy }: Scope,
  past: boolean,
): Promise<SheetResults> {
  const known = past
    ? await evaluatePast(tx, plan.code, { indicatorIds })
    : await tx
        .select()
        .from(evaluations)
        .where(inArray(evaluations.indicatorId, [...indicatorIds]));
  const rows = known.filter((row) => row.fy <= fy);
  const texts = await tx
    .selectDistinctOn([narratives.part], { part: narratives.part, text: narratives.text })
    .from(narratives)
    .where(and(eq(narratives.nodeId, nodeId), eq(narratives.fy, fy)))
    .orderBy(narratives.part, desc(narratives.version));
  return { results: byIndicator(rows), narratives: written(texts) };
}

type Published = {
  evaluations: EvaluationRow[] | null;
  narratives: { part: NarrativePart; text: string }[] | null;
};

/** The same from the newest edition of each year: one statement. */
export async function readPublished(
  tx: Transaction,
  { plan, nodeId, indicatorIds, fy }: Scope,
): Promise<SheetResults> {
  const ids = JSON.stringify(indicatorIds);
  const rows: Published[] = await tx.execute(sql`
    select
      (select jsonb_agg(e) from jsonb_array_elements(p.content -> 'evaluations') e
        where ${ids}::text::jsonb ? (e ->> 'indicatorId')) as evaluations,
      (select jsonb_agg(n) from jsonb_array_elements(p.content -> 'narratives') n
        where p.fy = ${fy} and n ->> 'nodeId' = ${nodeId}) as narratives
    from (select distinct on (fy) fy, content from publications
      where plan_id = ${plan.id} and fy <= ${fy} order by fy, edition desc) p`);
  return {
    results: byIndicator(rows.flatMap((row) => row.evaluations ?? [])),
    narratives: written(rows.flatMap((row) => row.narratives ?? [])),
  };
}

function byIndicator(rows: readonly EvaluationRow[]): SheetResults["results"] {
  const groups = groupBy(rows, (row) => row.indicatorId);
  return new Map(
    [...groups].map(([id, own]) => [id, new Map(own.map((row) => [row.fy, row]))] as const),
  );
}

/** An emptied text is none. */
function written(
  texts: readonly { part: NarrativePart; text: string }[],
): SheetResults["narratives"] {
  return Object.fromEntries(
    texts.flatMap(({ part, text }) => (text === "" ? [] : [[part, text] as const])),
  );
}
