import { and, asc, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, practiceRollouts, practices, users } from "#db/schema/index.ts";

const rollout = practiceRollouts;

const columns = {
  id: rollout.id,
  practiceId: rollout.practiceId,
  version: rollout.version,
  state: rollout.state,
  startedFy: rollout.startedFy,
  effect: rollout.effect,
  note: rollout.note,
  isDemo: rollout.isDemo,
  createdAt: rollout.createdAt,
  requestKey: rollout.requestKey,
  organisation: {
    id: organisations.id,
    slug: organisations.slug,
    shortName: organisations.shortName,
  },
  author: users.name,
};

/** Every version of what others make of a case, latest first. */
export function listRollouts(tx: Transaction, practiceId: string) {
  return tx
    .select(columns)
    .from(rollout)
    .innerJoin(organisations, eq(organisations.id, rollout.organisationId))
    .innerJoin(users, eq(users.id, rollout.authorId))
    .where(eq(rollout.practiceId, practiceId))
    .orderBy(desc(rollout.createdAt), desc(rollout.version), asc(organisations.position));
}

export type RolloutVersion = Awaited<ReturnType<typeof listRollouts>>[number];

/** What each organisation makes now of each case of a plan; of one organisation where it is given. */
export function newestRollouts(tx: Transaction, planId: string, organisationId?: string) {
  return tx
    .selectDistinctOn([rollout.practiceId, rollout.organisationId], columns)
    .from(rollout)
    .innerJoin(practices, eq(practices.id, rollout.practiceId))
    .innerJoin(organisations, eq(organisations.id, rollout.organisationId))
    .innerJoin(users, eq(users.id, rollout.authorId))
    .where(
      and(
        eq(practices.planId, planId),
        organisationId === undefined ? undefined : eq(rollout.organisationId, organisationId),
      ),
    )
    .orderBy(rollout.practiceId, rollout.organisationId, desc(rollout.version));
}
