import { and, desc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { answerChanges } from "#app/domain/rollup/changes-reasons.ts";
import type { Transaction } from "#db/client.server.ts";
import { observationVersions, organisations, users } from "#db/schema/index.ts";
import { answerColumns } from "../observation/newest-version.server.ts";

const version = observationVersions;
/** What was loaded with a plan, and by nobody, was always there. */
const wasLoaded = and(isNull(version.authorId), isNull(version.importId));
const ofOne = [version.indicatorId, version.fy, version.organisationId, version.period] as const;
const columns = {
  indicatorId: version.indicatorId,
  organisationId: version.organisationId,
  fy: version.fy,
  period: version.period,
  ...answerColumns,
};

/**
 * The answers that were accepted since a moment and say something else than before, of indicators in
 * a year, or in all years up to it (`running`): two statements. With who accepted them for members.
 */
export async function changedAnswers(
  tx: Transaction,
  of: { indicatorIds: readonly string[]; running: readonly string[]; fy: FiscalYear },
  since: SQL,
) {
  const accepted = and(
    eq(version.state, "accepted"),
    or(
      and(inArray(version.indicatorId, [...of.indicatorIds]), eq(version.fy, of.fy)),
      and(inArray(version.indicatorId, [...of.running]), lte(version.fy, of.fy)),
    ),
  );
  const after = await tx
    .selectDistinctOn([...ofOne], {
      ...columns,
      organisation: organisations.slug,
      shortName: organisations.shortName,
      acceptedAt: version.createdAt,
      acceptedBy: users.name,
      acceptedIn: sql<string>`(select o.short_name from organisations o
        where o.id = ${version.authorOrganisationId})`,
    })
    .from(version)
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .leftJoin(users, eq(users.id, version.authorId))
    .where(
      and(
        accepted,
        sql`${version.createdAt} > ${since}`,
        or(isNotNull(version.authorId), isNotNull(version.importId)),
      ),
    )
    .orderBy(...ofOne, desc(version.version));
  if (after.length === 0) return [];
  const before = await tx
    .selectDistinctOn([...ofOne], columns)
    .from(version)
    .where(and(accepted, or(sql`${version.createdAt} <= ${since}`, wasLoaded)))
    .orderBy(...ofOne, desc(version.version));
  return answerChanges(before, after);
}

export type ChangedAnswer = Awaited<ReturnType<typeof changedAnswers>>[number];
