import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { observationVersions } from "#db/schema/index.ts";

/**
 * Whether a waiting version is somebody's own, who therefore decides nothing on it: they wrote it, or
 * proposed what another one then approved. For statements on `observation_versions`.
 */
export function isOwnVersion(actorId: string): SQL<boolean> {
  const { authorId, observationId, version } = observationVersions;
  return sql<boolean>`(${authorId} is not distinct from ${actorId} or exists (
    select from observation_versions proposal
    where proposal.observation_id = ${observationId} and proposal.version = ${version} - 1
      and proposal.state = 'proposed' and proposal.author_id = ${actorId}))`;
}

/** The same of one version that was read. */
export async function isOwnAnswer(
  tx: Transaction,
  { id }: { id: string },
  actorId: string,
): Promise<boolean> {
  const [found] = await tx.execute<{ own: boolean }>(sql`
    select ${isOwnVersion(actorId)} as own from observation_versions
    where ${observationVersions.id} = ${id}`);
  return found?.own ?? false;
}
