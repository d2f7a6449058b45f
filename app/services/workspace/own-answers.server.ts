import { and, desc, eq, inArray, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicatorReporters,
  observations,
  observationVersions,
} from "#db/schema/index.ts";

/**
 * How indicators stand for one organisation in a fiscal year, each by the indicator's id: the state
 * of its own answer where it is asked (`reported`), the last figure of it that was accepted, and
 * what the region comes to.
 */
export async function readOwnAnswers(
  tx: Transaction,
  scope: { organisationId: string; indicatorIds: string[]; fy: number },
) {
  const { organisationId, indicatorIds, fy } = scope;
  const reported = await tx
    .select({
      indicatorId: indicatorReporters.indicatorId,
      state: observations.state,
    })
    .from(indicatorReporters)
    .leftJoin(
      observations,
      and(
        eq(observations.indicatorId, indicatorReporters.indicatorId),
        eq(observations.organisationId, organisationId),
        eq(observations.fy, fy),
      ),
    )
    .where(
      and(
        eq(indicatorReporters.organisationId, organisationId),
        inArray(indicatorReporters.indicatorId, indicatorIds),
      ),
    );
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
    .orderBy(version.indicatorId, desc(version.fy), desc(version.version));
  const regional = await tx
    .select()
    .from(evaluations)
    .where(and(inArray(evaluations.indicatorId, indicatorIds), eq(evaluations.fy, fy)));
  return {
    reported: new Map(reported.map((row) => [row.indicatorId, row])),
    last: new Map(last.map((row) => [row.indicatorId, row])),
    regional: new Map(regional.map((row) => [row.indicatorId, row])),
  };
}
