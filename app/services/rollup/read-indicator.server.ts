import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import {
  evaluations,
  indicatorNodes,
  indicatorParts,
  indicatorReporters,
  indicators,
  observationVersions,
  organisations,
  planNodes,
  targets,
  users,
} from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { findPlan } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { defaultYear } from "./read.server.ts";

/**
 * One indicator with everything behind its regional figure of a year: definition, roadmap, the
 * evaluations of all years, where it is shown, what it is computed from, and for each reporter the
 * accepted answer with who accepted it and when. Reads this one indicator's observations at most.
 * Figures are left out for people who are not members. Throws `not_found`.
 */
export async function readIndicator(
  context: ServiceContext,
  codes: { plan: string; indicator: string },
  fy: number | null,
) {
  const figures = can(context.actor, "rollup.read");
  return transaction(context, async (tx) => {
    const plan = await findPlan(tx, codes.plan);
    const places = await tx
      .select({
        place: indicatorNodes,
        node: planNodes,
        indicator: indicators,
        goal: goalOf(planNodes.id),
      })
      .from(indicatorNodes)
      .innerJoin(planNodes, eq(planNodes.id, indicatorNodes.nodeId))
      .innerJoin(indicators, eq(indicators.id, indicatorNodes.indicatorId))
      .where(
        and(
          eq(indicators.planId, plan.id),
          sql`${indicators.id} in (
            select i.id from indicators i join indicator_nodes x on x.indicator_id = i.id
            where i.plan_id = ${plan.id} and (i.code = ${codes.indicator} or x.code = ${codes.indicator}))`,
        ),
      )
      .orderBy(asc(indicatorNodes.isRepost), asc(indicatorNodes.position));
    const indicator = places[0]?.indicator;
    if (!indicator) throw new ServiceError("not_found");
    const year =
      fy ?? Math.min(Math.max(defaultYear(plan, new Date()), indicator.firstFy), indicator.lastFy);
    if (year < plan.firstFy || year > plan.lastFy) throw new ServiceError("not_found");

    const roadmap = await tx
      .select()
      .from(targets)
      .where(eq(targets.indicatorId, indicator.id))
      .orderBy(asc(targets.position));
    const years = figures
      ? await tx
          .select()
          .from(evaluations)
          .where(eq(evaluations.indicatorId, indicator.id))
          .orderBy(asc(evaluations.fy))
      : [];
    const reporters = await readAnswersOfYear(tx, indicator.id, year, figures);
    const related = await tx
      .select({ code: indicators.code, name: indicators.name, partId: indicatorParts.partId })
      .from(indicatorParts)
      .innerJoin(
        indicators,
        or(
          and(
            eq(indicatorParts.indicatorId, indicator.id),
            eq(indicators.id, indicatorParts.partId),
          ),
          and(
            eq(indicatorParts.partId, indicator.id),
            eq(indicators.id, indicatorParts.indicatorId),
          ),
        ),
      );
    return {
      plan,
      fy: year,
      figures,
      indicator,
      roadmap,
      places: places.map(({ place, node, goal }) => ({ ...place, node, goal })),
      years,
      evaluation: years.find((evaluation) => evaluation.fy === year) ?? null,
      reporters,
      parts: related.filter((row) => row.partId !== indicator.id),
      usedBy: related.filter((row) => row.partId === indicator.id),
    };
  });
}

type Tx = Parameters<Parameters<typeof transaction>[1]>[0];

/** Every reporter of an indicator with its accepted answer for the year, null where there is none. */
async function readAnswersOfYear(tx: Tx, indicatorId: string, fy: number, figures: boolean) {
  const asked = await tx
    .select({
      id: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
    })
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .where(eq(indicatorReporters.indicatorId, indicatorId))
    .orderBy(asc(organisations.position));
  const version = observationVersions;
  const answers = figures
    ? await tx
        .selectDistinctOn([version.organisationId], {
          organisationId: version.organisationId,
          quality: version.quality,
          value: version.value,
          numerator: version.numerator,
          denominator: version.denominator,
          words: version.words,
          reached: version.reached,
          note: version.note,
          isDemo: version.isDemo,
          acceptedAt: version.createdAt,
          acceptedBy: users.name,
        })
        .from(version)
        .leftJoin(users, eq(users.id, version.authorId))
        .where(
          and(
            eq(version.indicatorId, indicatorId),
            eq(version.fy, fy),
            eq(version.state, "accepted"),
          ),
        )
        .orderBy(version.organisationId, desc(version.version))
    : [];
  const byOrganisation = new Map(answers.map((answer) => [answer.organisationId, answer]));
  return asked.map((reporter) => ({
    ...reporter,
    answer: byOrganisation.get(reporter.id) ?? null,
  }));
}

export type IndicatorReading = Awaited<ReturnType<typeof readIndicator>>;
