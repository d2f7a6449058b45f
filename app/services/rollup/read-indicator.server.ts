import { and, asc, desc, eq, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicatorNodes,
  indicatorReporters,
  indicators,
  observationVersions,
  organisations,
  planNodes,
  plans,
  targets,
  users,
} from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { askedFy } from "../plan/read-definition.server.ts";
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
    const places = await readPlaces(tx, codes);
    const [first] = places;
    if (!first) throw new ServiceError("not_found");
    const { indicator, related } = first;
    const plan = { ...first.plan, askedFy: first.askedFy };
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
    const reporters = await readAnswers(tx, indicator.id, year, figures);
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
      parts: related.filter((row) => row.isPart),
      usedBy: related.filter((row) => !row.isPart),
    };
  });
}

/** Indicators that this one is computed from (`isPart`), and those computed from it. */
const related = sql<{ code: string; name: string; isPart: boolean }[]>`(
  select coalesce(json_agg(json_build_object('code', other.code, 'name', other.name,
    'isPart', other.id = p.part_id) order by other.position), '[]')
  from indicator_parts p
  join indicators other on other.id in (p.indicator_id, p.part_id) and other.id <> indicators.id
  where indicators.id in (p.indicator_id, p.part_id))`;

/** Every place of the plan that shows the indicator of a code, with the indicator and the plan. */
function readPlaces(tx: Transaction, codes: { plan: string; indicator: string }) {
  return tx
    .select({
      plan: plans,
      askedFy,
      indicator: indicators,
      related,
      place: indicatorNodes,
      node: planNodes,
      goal: goalOf(planNodes.id),
    })
    .from(plans)
    .innerJoin(indicators, eq(indicators.planId, plans.id))
    .innerJoin(indicatorNodes, eq(indicatorNodes.indicatorId, indicators.id))
    .innerJoin(planNodes, eq(planNodes.id, indicatorNodes.nodeId))
    .where(
      and(
        eq(plans.code, codes.plan),
        sql`${indicators.id} in (
          select i.id from indicators i join indicator_nodes x on x.indicator_id = i.id
          where i.plan_id = ${plans.id} and (i.code = ${codes.indicator} or x.code = ${codes.indicator}))`,
      ),
    )
    .orderBy(asc(indicatorNodes.isRepost), asc(indicatorNodes.position));
}

/** Every reporter of an indicator with its accepted answer for the year, null where there is none. */
async function readAnswers(tx: Transaction, indicatorId: string, fy: number, figures: boolean) {
  const version = observationVersions;
  const accepted = tx
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
        figures ? undefined : sql`false`,
      ),
    )
    .orderBy(version.organisationId, desc(version.version))
    .as("accepted");
  const rows = await tx
    .select()
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .leftJoin(accepted, eq(accepted.organisationId, organisations.id))
    .where(eq(indicatorReporters.indicatorId, indicatorId))
    .orderBy(asc(organisations.position));
  return rows.map(({ organisations: { slug, shortName }, accepted: answer }) => {
    return { slug, shortName, answer };
  });
}

export type IndicatorReading = Awaited<ReturnType<typeof readIndicator>>;
