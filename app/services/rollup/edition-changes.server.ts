import { and, desc, eq, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { changesBetween } from "#app/domain/rollup/changes.ts";
import { type ListedPlan, ofShown } from "#app/domain/rollup/changes-listed.ts";
import type { EvaluationRow } from "#app/domain/rollup/compute.ts";
import type { ListedEdition } from "#app/domain/rollup/publication.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import { publications } from "#db/schema/index.ts";

/** Whether a year was published more than once, so that its editions are compared. */
const again = sql`count(*) over (partition by ${publications.fy}) > 1`;

/**
 * What was published of a plan, of all years or of one, the newest first: one statement, which reads
 * the evaluations only of years with more than one edition. `planOf` is asked for those.
 */
export async function listEditionChanges(
  tx: Transaction,
  planId: string,
  fy: number | null,
  planOf: (fy: number) => Promise<Pick<ListedPlan, "attachments">>,
): Promise<ListedEdition[]> {
  const rows = await tx
    .select({
      fy: publications.fy,
      edition: publications.edition,
      title: publications.title,
      note: publications.note,
      publishedAt: publications.createdAt,
      evaluations: sql<EvaluationRow[] | null>`case when ${again}
        then ${publications.content} -> 'evaluations' end`,
      rubric: sql<Rubric | null>`case when ${again} then ${publications.content} -> 'rubric' end`,
    })
    .from(publications)
    .where(and(eq(publications.planId, planId), fy === null ? undefined : eq(publications.fy, fy)))
    .orderBy(desc(publications.fy), desc(publications.edition));
  const listed: ListedEdition[] = [];
  for (const [year, own] of groupBy(rows, (row) => row.fy)) {
    const plan = own.length > 1 ? await planOf(year) : null;
    for (const [at, { evaluations, rubric, ...edition }] of own.entries()) {
      const before = own[at + 1]?.evaluations;
      const changes =
        plan && before && evaluations && rubric
          ? changesBetween(byIndicator(plan, before), byIndicator(plan, evaluations), rubric).length
          : null;
      listed.push({ ...edition, changes });
    }
  }
  return listed;
}

function byIndicator(plan: Pick<ListedPlan, "attachments">, rows: readonly EvaluationRow[]) {
  return ofShown(plan, new Map(rows.map((row) => [row.indicatorId, row])));
}
