import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { exact } from "#app/domain/figure/exact.ts";
import { groupBy } from "#app/domain/group-by.ts";
import { computeEvaluations, type EvaluatedIndicator } from "#app/domain/rollup/compute.ts";
import { withSetMarks } from "#app/domain/rollup/publication.ts";
import type { Transaction } from "#db/client.server.ts";
import { excludedRow } from "#db/excluded.ts";
import {
  evaluations,
  indicatorParts,
  indicatorReporters,
  indicators,
  observationVersions,
  organisations,
  planFigures,
  plans,
  targets,
} from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { rubricInForce } from "../plan/read-definition.server.ts";

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

/** Indicators with their parts, and what puts slugs into the order of the organisations. */
export async function readDefinitions(tx: Transaction, affected: string[]) {
  const parts = await tx
    .select()
    .from(indicatorParts)
    .where(inArray(indicatorParts.indicatorId, affected));
  const ids = [...new Set([...affected, ...parts.map((part) => part.partId)])];
  const definitions = await tx
    .select({ indicator: indicators, rubric: rubricInForce })
    .from(indicators)
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .where(inArray(indicators.id, ids));
  const cells = await tx
    .select()
    .from(targets)
    .where(inArray(targets.indicatorId, ids))
    .orderBy(asc(targets.position));
  const reporters = await tx
    .select({ indicatorId: indicatorReporters.indicatorId, slug: organisations.slug })
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .where(inArray(indicatorReporters.indicatorId, ids))
    .orderBy(asc(organisations.position));
  const roadmaps = groupBy(cells, (cell) => cell.indicatorId);
  const askedOf = groupBy(reporters, (reporter) => reporter.indicatorId);
  const partsOf = groupBy(parts, (part) => part.indicatorId);
  const order = [...new Set(reporters.map((reporter) => reporter.slug))];
  return {
    definitions: definitions.map(
      ({ indicator, rubric }): EvaluatedIndicator => ({
        ...indicator,
        rubric,
        roadmap: roadmaps.get(indicator.id) ?? [],
        reporters: askedOf.get(indicator.id)?.map((reporter) => reporter.slug) ?? [],
        parts: partsOf.get(indicator.id)?.map((part) => part.partId) ?? [],
      }),
    ),
    inOrder: (slugs: string[]) => order.filter((slug) => slugs.includes(slug)),
  };
}

export async function readAnswers(tx: Transaction, indicatorIds: string[]) {
  const version = observationVersions;
  const rows = await tx
    .selectDistinctOn([version.indicatorId, version.fy, version.organisationId, version.period], {
      indicatorId: version.indicatorId,
      fy: version.fy,
      period: version.period,
      organisation: organisations.slug,
      quality: version.quality,
      value: version.value,
      numerator: version.numerator,
      denominator: version.denominator,
      words: version.words,
      reached: version.reached,
      isDemo: version.isDemo,
    })
    .from(version)
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .where(and(inArray(version.indicatorId, indicatorIds), eq(version.state, "accepted")))
    .orderBy(
      version.indicatorId,
      version.fy,
      version.organisationId,
      version.period,
      desc(version.version),
    );
  const number = (decimal: string | null) => (decimal === null ? null : exact(decimal));
  return rows.map((row) => ({
    ...row,
    value: number(row.value),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
  }));
}
