import { and, asc, eq, isNull } from "drizzle-orm";
import { type OutlineGoal, outlineOf } from "#app/domain/practice/outline.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, planNodes } from "#db/schema/index.ts";

/** The goals of a plan with their projects and indicators; what is a repost is found at its original. */
export async function readOutline(tx: Transaction, planId: string): Promise<OutlineGoal[]> {
  const { id, parentId, kind, code, name } = planNodes;
  const nodes = await tx
    .select({ id, parentId, kind, code, name })
    .from(planNodes)
    .where(and(eq(planNodes.planId, planId), isNull(planNodes.repostOfId)))
    .orderBy(asc(planNodes.position), asc(planNodes.code));
  const kpis = await tx
    .select({
      id: indicators.id,
      code: indicators.code,
      name: indicators.name,
      homeNodeId: indicators.homeNodeId,
    })
    .from(indicators)
    .where(eq(indicators.planId, planId))
    .orderBy(asc(indicators.position), asc(indicators.code));
  return outlineOf(nodes, kpis);
}
