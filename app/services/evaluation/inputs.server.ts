import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { exactAnswer } from "#app/domain/rollup/answer-row.ts";
import type { EvaluatedIndicator } from "#app/domain/rollup/compute.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, observationVersions, organisations, plans } from "#db/schema/index.ts";
import {
  type Definition,
  type PlanReadingState,
  readPlanState,
  readVersion,
} from "../plan/read-definition.server.ts";

/** The years that are graded by one version of a plan, with that version. */
export type GradedSpan = { firstFy: FiscalYear; lastFy: FiscalYear; definition: Definition };

/** The versions of a plan that any year is graded by, each with its years: none is graded by two. */
export async function readSpans(tx: Transaction, state: PlanReadingState): Promise<GradedSpan[]> {
  const { versions, firstFy, lastFy } = state.plan;
  const spans: GradedSpan[] = [];
  for (const [index, version] of versions.entries()) {
    const from = index === 0 ? firstFy : version.firstFy;
    // A version that another one replaced for the same years grades none.
    const to = Math.min(lastFy, ...versions.slice(index + 1).map((later) => later.firstFy - 1));
    if (from > to) continue;
    spans.push({ firstFy: from, lastFy: to, definition: await readVersion(tx, state, version) });
  }
  return spans;
}

/** The plans that indicators belong to, each with its spans and the indicators asked for. */
export async function readSpansOf(tx: Transaction, indicatorIds: readonly string[]) {
  const found = await tx
    .select({ code: plans.code, ids: sql<string[]>`array_agg(${indicators.id})` })
    .from(indicators)
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .where(inArray(indicators.id, [...indicatorIds]))
    .groupBy(plans.code)
    .orderBy(plans.code);
  const answered = [];
  for (const { code, ids } of found) {
    const state = await readPlanState(tx, code);
    answered.push({ plan: state.plan, ids, spans: await readSpans(tx, state) });
  }
  return answered;
}

/** Indicators of a version that are asked for, and those they are computed from. */
export function evaluated(
  { indicators: all, plan: { rubric } }: Pick<Definition, "indicators" | "plan">,
  ids: ReadonlySet<string>,
): (EvaluatedIndicator & { code: string; name: string })[] {
  const parts = new Set(all.flatMap((one) => (ids.has(one.id) ? one.parts : [])));
  return all
    .filter(({ id }) => ids.has(id) || parts.has(id))
    .map((indicator) => ({ ...indicator, rubric }));
}

/**
 * The accepted answers for indicators, the newest of each organisation, year and period; of one year
 * where it is given.
 */
export async function readAnswers(tx: Transaction, indicatorIds: string[], fy?: FiscalYear) {
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
    .where(
      and(
        inArray(version.indicatorId, indicatorIds),
        eq(version.state, "accepted"),
        fy === undefined ? undefined : eq(version.fy, fy),
      ),
    )
    .orderBy(
      version.indicatorId,
      version.fy,
      version.organisationId,
      version.period,
      desc(version.version),
    );
  return rows.map(exactAnswer);
}
