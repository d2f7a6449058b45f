import { and, asc, desc, eq, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicatorReporters,
  observationVersions,
  organisations,
  targets,
  users,
} from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { answerColumns } from "../observation/newest-version.server.ts";
import { ServiceError } from "../service-error.ts";
import { readPlaces } from "./indicator-places.server.ts";
import { defaultYear, versionOf } from "./read.server.ts";

/**
 * One indicator with everything behind its regional figure of a year: definition, roadmap, the
 * evaluations of all years, where it is shown, what it is computed from, and for each reporter the
 * accepted answer with who accepted it and when. Reads this one indicator's observations at most.
 * Figures are left out for people who are not members. Null where the version is still `unless`,
 * the one of an earlier reading. Throws `not_found`.
 */
export async function readIndicator(
  context: ServiceContext,
  codes: { plan: string; indicator: string },
  fy: number | null,
  unless?: string,
) {
  const figures = can(context.actor, "rollup.read");
  return transaction(context, async (tx) => {
    const places = await readPlaces(tx, codes);
    const [first] = places;
    if (!first) throw new ServiceError("not_found");
    const { indicator, related } = first;
    const { askedFy, figuresVersion } = first;
    const plan = { ...first.plan, askedFy, figuresVersion };
    const year =
      fy ?? Math.min(Math.max(defaultYear(plan, new Date()), indicator.firstFy), indicator.lastFy);
    if (year < plan.firstFy || year > plan.lastFy) throw new ServiceError("not_found");
    const version = versionOf(plan, year);
    if (version === unless) return null;

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
      version,
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

/** Every reporter of an indicator with its accepted answer for the year, null where there is none. */
async function readAnswers(tx: Transaction, indicatorId: string, fy: number, figures: boolean) {
  const version = observationVersions;
  const accepted = tx
    .selectDistinctOn([version.organisationId], {
      organisationId: version.organisationId,
      ...answerColumns,
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

export type IndicatorReading = NonNullable<Awaited<ReturnType<typeof readIndicator>>>;
