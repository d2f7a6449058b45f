import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicatorReporters,
  indicators,
  observations,
  observationVersions,
} from "#db/schema/index.ts";
import { askedPeriods } from "../observation/asked-periods.server.ts";

/**
 * How indicators stand for one organisation: the state of its own answers in the year, one for each
 * period for which it reports them (`asked`), and by the indicator's id the last figure of it that was
 * accepted up to the year, and what the region comes to in it.
 */
export async function readOwnAnswers(
  tx: Transaction,
  {
    organisationId,
    indicatorIds,
    fy,
  }: { organisationId: string; indicatorIds: string[]; fy: number },
) {
  const asked = await tx
    .select({
      indicatorId: indicatorReporters.indicatorId,
      period: sql<number>`asked.period`,
      state: observations.state,
    })
    .from(indicatorReporters)
    .innerJoin(indicators, eq(indicators.id, indicatorReporters.indicatorId))
    .innerJoin(askedPeriods(sql`${fy}::int`), sql`true`)
    .leftJoin(
      observations,
      and(
        eq(observations.indicatorId, indicatorReporters.indicatorId),
        eq(observations.organisationId, organisationId),
        eq(observations.fy, fy),
        sql`${observations.period} = asked.period`,
      ),
    )
    .where(
      and(
        eq(indicatorReporters.organisationId, organisationId),
        inArray(indicatorReporters.indicatorId, indicatorIds),
        sql`${fy}::int between ${indicators.firstFy} and ${indicators.lastFy}`,
      ),
    )
    .orderBy(asc(indicators.position), sql`asked.period`);
  const version = observationVersions;
  const last = await tx
    .selectDistinctOn([version.indicatorId], {
      indicatorId: version.indicatorId,
      fy: version.fy,
      quality: version.quality,
      value: version.value,
      numerator: version.numerator,
      denominator: version.denominator,
      words: version.words,
      isDemo: version.isDemo,
    })
    .from(version)
    .where(
      and(
        eq(version.organisationId, organisationId),
        inArray(version.indicatorId, indicatorIds),
        eq(version.state, "accepted"),
        lte(version.fy, fy),
      ),
    )
    .orderBy(version.indicatorId, desc(version.fy), desc(version.period), desc(version.version));
  const regional = await tx
    .select()
    .from(evaluations)
    .where(and(inArray(evaluations.indicatorId, indicatorIds), eq(evaluations.fy, fy)));
  return {
    asked,
    last: new Map(last.map((row) => [row.indicatorId, row])),
    regional: new Map(regional.map((row) => [row.indicatorId, row])),
  };
}
