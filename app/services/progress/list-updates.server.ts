import { asc, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, projectUpdates, users } from "#db/schema/index.ts";

/**
 * Every status update of a project in the order of a history, latest first, with whose it is. Which
 * of them counts does not follow from it; `newestVersion` says so.
 */
export function listUpdates(tx: Transaction, nodeId: string) {
  return tx
    .select({
      id: projectUpdates.id,
      organisation: { slug: organisations.slug, shortName: organisations.shortName },
      scope: projectUpdates.scope,
      version: projectUpdates.version,
      status: projectUpdates.status,
      done: projectUpdates.done,
      issues: projectUpdates.issues,
      next: projectUpdates.next,
      isDemo: projectUpdates.isDemo,
      author: users.name,
      createdAt: projectUpdates.createdAt,
    })
    .from(projectUpdates)
    .innerJoin(organisations, eq(organisations.id, projectUpdates.organisationId))
    .innerJoin(users, eq(users.id, projectUpdates.authorId))
    .where(eq(projectUpdates.nodeId, nodeId))
    .orderBy(
      desc(projectUpdates.createdAt),
      desc(projectUpdates.version),
      asc(organisations.position),
      desc(projectUpdates.scope),
    );
}
