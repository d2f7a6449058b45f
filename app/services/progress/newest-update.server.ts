import { and, desc, eq } from "drizzle-orm";
import type { UpdateScope } from "#app/domain/progress/status.ts";
import type { Transaction } from "#db/client.server.ts";
import { projectUpdates } from "#db/schema/index.ts";

/** Whose update of what it is. */
export type UpdateKey = { nodeId: string; organisationId: string; scope: UpdateScope };

export type KeptUpdate = typeof projectUpdates.$inferSelect;

/** The newest update of an organisation, of its part or of the whole; null when there is none. */
export async function newestUpdate(
  tx: Transaction,
  { nodeId, organisationId, scope }: UpdateKey,
): Promise<KeptUpdate | null> {
  const [newest] = await tx
    .select()
    .from(projectUpdates)
    .where(
      and(
        eq(projectUpdates.nodeId, nodeId),
        eq(projectUpdates.organisationId, organisationId),
        eq(projectUpdates.scope, scope),
      ),
    )
    .orderBy(desc(projectUpdates.version))
    .limit(1);
  return newest ?? null;
}
