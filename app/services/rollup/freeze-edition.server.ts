import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicators,
  narratives,
  planNodes,
  publications,
  rubrics,
} from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";

type Published = { planId: string; fy: number; title: string; note: string };

/**
 * Publishes a plan's year as it stands: the rubric, evaluations, judgements and texts in force become
 * the next edition, which nothing that happens later changes. Answers its number.
 */
export async function freezeEdition(
  tx: Transaction,
  { planId, fy, title, note }: Published,
): Promise<number> {
  const [rubric] = await tx
    .select({ content: rubrics.content })
    .from(rubrics)
    .where(eq(rubrics.planId, planId))
    .orderBy(desc(rubrics.version))
    .limit(1);
  if (!rubric) throw new RangeError("A plan without a rubric is not graded");
  const rows = await tx
    .select()
    .from(evaluations)
    .where(
      and(
        eq(evaluations.fy, fy),
        inArray(
          evaluations.indicatorId,
          tx.select({ id: indicators.id }).from(indicators).where(eq(indicators.planId, planId)),
        ),
      ),
    );
  const texts = await tx
    .selectDistinctOn([narratives.nodeId, narratives.part], {
      nodeId: narratives.nodeId,
      part: narratives.part,
      text: narratives.text,
    })
    .from(narratives)
    .innerJoin(planNodes, eq(planNodes.id, narratives.nodeId))
    .where(and(eq(planNodes.planId, planId), eq(narratives.fy, fy)))
    .orderBy(narratives.nodeId, narratives.part, desc(narratives.version));
  const [added] = await tx
    .insert(publications)
    .values({
      planId,
      fy,
      edition: sql`(select coalesce(max(p.edition), 0) + 1 from publications p
        where p.plan_id = ${planId} and p.fy = ${fy}::int)`,
      title,
      note,
      content: {
        rubric: rubric.content,
        evaluations: rows.map(({ updatedAt: _, ...row }) => row),
        assessments: await assessmentsInForce(tx, { planId, fy }),
        narratives: texts.filter(({ text }) => text !== ""),
      },
    })
    .returning({ edition: publications.edition });
  if (!added) throw new RangeError("An edition is not written twice");
  return added.edition;
}
