import { and, eq, sql } from "drizzle-orm";
import type { PlanContent } from "#app/domain/plan/content.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, observationVersions } from "#db/schema/index.ts";

/**
 * What limits the first year that a new version may grade: `graded` is the last year with an accepted
 * figure (null where there is none), `last` the last one of the draft, `first` the first one left. By
 * a plan that was never decided on nothing is graded, whatever figures came with it.
 */
export async function firstYears(
  tx: Transaction,
  plan: { id: string; isDraft: boolean },
  newestFirstFy: number,
  { nodes, indicators: listed }: PlanContent,
) {
  const [row] = await tx
    .select({ fy: sql<number | null>`max(${observationVersions.fy})` })
    .from(observationVersions)
    .innerJoin(indicators, eq(indicators.id, observationVersions.indicatorId))
    .where(and(eq(indicators.planId, plan.id), eq(observationVersions.state, "accepted")));
  const graded = plan.isDraft ? null : (row?.fy ?? null);
  const ends = [...nodes.flatMap(({ project }) => project ?? []), ...listed];
  return {
    graded,
    first: Math.max(newestFirstFy, (graded ?? 0) + 1),
    last: Math.max(...ends.map(({ lastFy }) => lastFy)),
  };
}
