import { and, arrayContains, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, practices, practiceVersions, users } from "#db/schema/index.ts";

const version = practiceVersions;

const columns = {
  id: version.id,
  practiceId: version.practiceId,
  version: version.version,
  state: version.state,
  title: version.title,
  problem: version.problem,
  done: version.done,
  cost: version.cost,
  effect: version.effect,
  contact: version.contact,
  themes: version.themes,
  nodeIds: version.nodeIds,
  indicatorIds: version.indicatorIds,
  reason: version.reason,
  createdAt: version.createdAt,
  isDemo: practices.isDemo,
  organisation: {
    id: organisations.id,
    slug: organisations.slug,
    shortName: organisations.shortName,
  },
  author: users.name,
  requestKey: version.requestKey,
  /** When the case was first shared; null where it never was. */
  sharedAt: sql<Date | null>`(select min(shared.created_at) from practice_versions shared
    where shared.practice_id = ${practices.id} and shared.state = 'shared')`.mapWith(
    version.createdAt,
  ),
};

/** Every version of a case that the reader may see, latest first. */
export function listPracticeVersions(tx: Transaction, planId: string, practiceId: string) {
  return tx
    .select(columns)
    .from(version)
    .innerJoin(practices, eq(practices.id, version.practiceId))
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .innerJoin(users, eq(users.id, version.authorId))
    .where(and(eq(practices.planId, planId), eq(version.practiceId, practiceId)))
    .orderBy(desc(version.version));
}

export type PracticeVersion = Awaited<ReturnType<typeof listPracticeVersions>>[number];

/** What each case of a plan says now, of those that the reader may see; of one KPI where it is given. */
export async function newestPractices(
  tx: Transaction,
  planId: string,
  indicatorId?: string,
): Promise<PracticeVersion[]> {
  const newest = tx
    .selectDistinctOn([version.practiceId], { id: version.id })
    .from(version)
    .innerJoin(practices, eq(practices.id, version.practiceId))
    .where(eq(practices.planId, planId))
    .orderBy(version.practiceId, desc(version.version));
  return tx
    .select(columns)
    .from(version)
    .innerJoin(practices, eq(practices.id, version.practiceId))
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .innerJoin(users, eq(users.id, version.authorId))
    .where(
      and(
        inArray(version.id, newest),
        indicatorId === undefined ? undefined : arrayContains(version.indicatorIds, [indicatorId]),
      ),
    )
    .orderBy(desc(version.createdAt), version.title);
}
