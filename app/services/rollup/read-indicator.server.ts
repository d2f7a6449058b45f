import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicatorReporters, observationVersions, organisations, users } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { answerColumns } from "../observation/newest-version.server.ts";
import { findIndicator, placesOf, relatedOf } from "./find-indicator.server.ts";
import { readIndicatorYears } from "./indicator-years.server.ts";
import { sourceOf, versionOf } from "./read.server.ts";
import { stepBack } from "./step-back.server.ts";

/**
 * One indicator with everything behind its regional figure of a year: definition, roadmap, the
 * evaluations of all years, where it is shown, what it is computed from, and for each reporter the
 * accepted answers with who accepted them and when. Reads this one indicator's observations at most.
 * People who are not members read what was published. Null where the version is still `unless`,
 * the one of an earlier reading. Throws `not_found`.
 */
export function readIndicator(
  context: ServiceContext,
  codes: IndicatorCodes,
  fy: number | null,
  unless?: string,
) {
  return transaction(context, (tx) => indicatorReading(tx, context, codes, fy, unless));
}

export type IndicatorCodes = { plan: string; indicator: string };

/** The reading of `readIndicator`, for verbs that read more in the same transaction. */
export async function indicatorReading(
  tx: Transaction,
  context: ServiceContext,
  codes: IndicatorCodes,
  fy: number | null,
  unless?: string,
) {
  await stepBack(tx, context, codes.plan, fy);
  const { definition, indicator, term, fy: year } = await findIndicator(tx, codes, fy);
  const inForce = definition.plan;
  const { rubric } = inForce;
  const version = versionOf(inForce, year);
  if (version === unless) return null;

  const { figures, edition, past } = sourceOf(context, inForce, year);
  const known = await readIndicatorYears(tx, {
    plan: inForce,
    indicatorId: indicator.id,
    published: edition !== null || !figures,
    past,
  });
  const reporters = await readAnswers(tx, indicator.id, year, figures);
  return {
    version,
    plan: { ...inForce, rubric: known.rubrics.get(year) ?? rubric },
    fy: year,
    figures,
    edition,
    /** The version of the plan that the year is graded by. */
    definition,
    indicator,
    term,
    roadmap: indicator.roadmap,
    places: placesOf(definition, indicator.id),
    years: known.years,
    assessments: known.assessments,
    evaluation: known.years.find((evaluation) => evaluation.fy === year) ?? null,
    reporters,
    ...relatedOf(definition, indicator),
  };
}

/**
 * Every reporter of an indicator with its accepted answers for the year, one for each period; none
 * where it has not answered.
 */
async function readAnswers(tx: Transaction, indicatorId: string, fy: number, figures: boolean) {
  const version = observationVersions;
  const accepted = tx
    .selectDistinctOn([version.organisationId, version.period], {
      organisationId: version.organisationId,
      period: version.period,
      ...answerColumns,
      acceptedAt: version.createdAt,
      acceptedBy: sql<string | null>`${users.name}`.as("accepted_by"),
      /** It came with the plan; nobody accepted it here. */
      fromDocument: sql<boolean>`${isNull(version.authorId)}`.as("from_document"),
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
    .orderBy(version.organisationId, version.period, desc(version.version))
    .as("accepted");
  const rows = await tx
    .select()
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .leftJoin(accepted, eq(accepted.organisationId, organisations.id))
    .where(eq(indicatorReporters.indicatorId, indicatorId))
    .orderBy(asc(organisations.position), asc(accepted.period));
  return [...groupBy(rows, (row) => row.organisations.slug).entries()].map(([slug, own]) => ({
    slug,
    shortName: own[0]?.organisations.shortName ?? slug,
    answers: own.flatMap((row) => row.accepted ?? []),
  }));
}

export type IndicatorReading = NonNullable<Awaited<ReturnType<typeof indicatorReading>>>;
