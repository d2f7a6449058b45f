import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { observationVersions, organisations } from "#db/schema/index.ts";
import { answerColumns } from "../observation/newest-version.server.ts";

/**
 * The accepted answers of a year to several indicators, the newest of each organisation, for the
 * whole year: one statement.
 */
export function nodeAnswers(tx: Transaction, indicatorIds: readonly string[], fy: number) {
  const version = observationVersions;
  return tx
    .selectDistinctOn([organisations.position, version.organisationId, version.indicatorId], {
      indicatorId: version.indicatorId,
      slug: organisations.slug,
      ...answerColumns,
    })
    .from(version)
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .where(
      and(
        inArray(version.indicatorId, [...indicatorIds]),
        eq(version.fy, fy),
        eq(version.period, 0),
        eq(version.state, "accepted"),
      ),
    )
    .orderBy(
      asc(organisations.position),
      version.organisationId,
      version.indicatorId,
      desc(version.version),
    );
}
