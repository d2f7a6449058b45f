import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { excludedRow } from "#db/excluded.ts";
import { evaluations, indicators, planFigures } from "#db/schema/index.ts";
import { keepVersions } from "../plan/lock-versions.server.ts";
import { evaluateSpans } from "./evaluate.server.ts";
import { type GradedSpan, readSpansOf } from "./inputs.server.ts";

/** Rows of one INSERT; PostgreSQL takes at most 65,535 parameters a statement. */
const batch = 1000;

/**
 * Brings the evaluations of indicators, and of those computed from them, up to the accepted
 * figures, the rubric in force and the marks that people have set, all years, each by the version
 * of the plan that it is graded by. Concurrent acceptances of one indicator queue up here, so that
 * the later one reads what the earlier one accepted; a revision is adopted before or after, never
 * meanwhile. The plan's figures get a new version with it.
 */
export async function recomputeEvaluations(
  tx: Transaction,
  scope: { indicatorIds: readonly string[] },
): Promise<void> {
  if (scope.indicatorIds.length === 0) return;
  await keepVersions(tx, scope.indicatorIds);
  for (const found of await readSpansOf(tx, scope.indicatorIds)) await recomputePlan(tx, found);
}

async function recomputePlan(
  tx: Transaction,
  { plan, ids: asked, spans }: Awaited<ReturnType<typeof readSpansOf>>[number],
): Promise<void> {
  const affected = withDependents(spans, asked);
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(id::text, 0))
    from (select id from indicators where ${inArray(indicators.id, affected)} order by id) locked`);
  await moveFiguresVersion(tx, plan.id);
  const rows = await evaluateSpans(tx, spans, affected);
  for (let start = 0; start < rows.length; start += batch) {
    await tx
      .insert(evaluations)
      .values(rows.slice(start, start + batch))
      .onConflictDoUpdate({
        target: [evaluations.indicatorId, evaluations.fy],
        set: excludedRow(evaluations, ["indicatorId", "fy"]),
      });
  }
}

/** Tells every process that a plan's figures are not what they were, where no evaluation is recomputed. */
export async function moveFiguresVersion(tx: Transaction, planId: string): Promise<void> {
  await tx
    .insert(planFigures)
    .values({ planId, version: 1 })
    .onConflictDoUpdate({
      target: planFigures.planId,
      set: { version: sql`${planFigures.version} + 1` },
    });
}

/** Indicators with those that are computed from them in any version. */
function withDependents(spans: readonly GradedSpan[], ids: readonly string[]): string[] {
  const asked = new Set(ids);
  const dependents = spans.flatMap(({ definition }) =>
    definition.indicators.filter(({ parts }) => parts.some((id) => asked.has(id))),
  );
  return [...new Set([...ids, ...dependents.map(({ id }) => id)])];
}
