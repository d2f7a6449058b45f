import { and, asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, planRevisions, revisionItems } from "#db/schema/index.ts";
import { readPlanState } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";

/** A revision of a plan, as codes from a URL. */
export type RevisionCodes = { plan: string; number: number };

/**
 * Proves that the revision is the plan's, and answers both. Throws `not_found` otherwise, also for
 * people who are not members.
 */
export async function findRevision(tx: Transaction, codes: RevisionCodes) {
  const { plan, around } = await readPlanState(tx, codes.plan);
  const [revision] = Number.isSafeInteger(codes.number)
    ? await tx
        .select()
        .from(planRevisions)
        .where(and(eq(planRevisions.planId, plan.id), eq(planRevisions.number, codes.number)))
    : [];
  if (!revision) throw new ServiceError("not_found");
  return {
    plan,
    revision,
    organisationNames: around.organisationNames,
    organisationIds: new Map(Object.entries(around.organisationIds)),
  };
}

/** Every step of every item of a revision, the oldest first, with whose it is. */
export function listItemVersions(tx: Transaction, revisionId: string) {
  return tx
    .select({
      subjectKind: revisionItems.subjectKind,
      subjectCode: revisionItems.subjectCode,
      version: revisionItems.version,
      step: revisionItems.step,
      state: revisionItems.state,
      content: revisionItems.content,
      basis: revisionItems.basis,
      reason: revisionItems.reason,
      requestKey: revisionItems.requestKey,
      createdAt: revisionItems.createdAt,
      authorOrganisationId: revisionItems.authorOrganisationId,
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        shortName: organisations.shortName,
      },
      author: sql<string>`(select u.name from users u where u.id = ${revisionItems.authorId})`,
    })
    .from(revisionItems)
    .innerJoin(organisations, eq(organisations.id, revisionItems.organisationId))
    .where(eq(revisionItems.revisionId, revisionId))
    .orderBy(asc(revisionItems.createdAt), asc(revisionItems.version));
}

export type ItemVersion = Awaited<ReturnType<typeof listItemVersions>>[number];

/** The newest version of each item, in the order in which they were first proposed. */
export function newestItems(versions: readonly ItemVersion[]): ItemVersion[] {
  const newest = new Map<string, ItemVersion>();
  for (const item of versions) {
    const key = `${item.subjectKind} ${item.subjectCode}`;
    const known = newest.get(key);
    if (!known || known.version < item.version) newest.set(key, item);
  }
  return [...newest.values()];
}
