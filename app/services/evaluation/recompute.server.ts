import { inArray, sql } from "drizzle-orm";
import { computeEvaluations } from "#app/domain/rollup/compute.ts";
import { withSetMarks } from "#app/domain/rollup/publication.ts";
import type { Transaction } from "#db/client.server.ts";
import { excludedRow } from "#db/excluded.ts";
import { evaluations, indicatorParts, indicators, planFigures } from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { readAnswers, readDefinitions } from "./inputs.server.ts";

/** Rows of one INSERT; PostgreSQL takes at most 65,535 parameters a statement. */
const batch = 1000;

/**
 * Brings the evaluations of indicators, and of those computed from them, up to the accepted
 * figures, the rubric in force and the marks that people have set, all years. Concurrent acceptances of one indicator queue up here, so that the later one
 * reads what the earlier one accepted. The plan's figures get a new version with it.
 */
export async function recomputeEvaluations(
  tx: Transaction,
  scope: { indicatorIds: readonly string[] },
): Promise<void> {
  if (scope.indicatorIds.length === 0) return;
  const affected = await withDependents(tx, scope.indicatorIds);
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(id::text, 0))
    from (select id from indicators where ${inArray(indicators.id, affected)} order by id) locked`);
  await tx.execute(sql`
    insert into plan_figures (plan_id, version)
    select distinct plan_id, 1 from indicators where ${inArray(indicators.id, affected)}
    on conflict (plan_id) do update set version = plan_figures.version + 1`);
  const { definitions, inOrder } = await readDefinitions(tx, affected);
  const answers = await readAnswers(
    tx,
    definitions.map((definition) => definition.id),
  );
  const assessments = await assessmentsInForce(tx, { indicatorIds: affected });
  const wanted = new Set(affected);
  const computed = computeEvaluations(definitions, answers).filter((row) =>
    wanted.has(row.indicatorId),
  );
  const rows = withSetMarks(computed, assessments)
    // Those of a derived indicator come part by part and year by year.
    .map((row) => ({
      ...row,
      missing: inOrder(row.missing),
      provisional: inOrder(row.provisional),
      underSurvey: inOrder(row.underSurvey),
      noData: inOrder(row.noData),
      notApplicable: inOrder(row.notApplicable),
    }));
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

async function withDependents(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const dependents = await tx
    .select({ id: indicatorParts.indicatorId })
    .from(indicatorParts)
    .where(inArray(indicatorParts.partId, [...ids]));
  return [...new Set([...ids, ...dependents.map((row) => row.id)])];
}
