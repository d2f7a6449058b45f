import { brokenReferences } from "#app/domain/plan/integrity.ts";
import type { Transaction } from "#db/client.server.ts";
import { planVersions } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import { indexDefinition } from "./index-definition.server.ts";

/**
 * Appends a version to a plan. The database makes its tables from it; what can be found of the plan
 * is brought up to it. Throws `invalid` where the document refers to what is not in it, `conflict`
 * where there is such a version already.
 */
export async function appendPlanVersion(
  tx: Transaction,
  version: typeof planVersions.$inferInsert,
): Promise<void> {
  if (brokenReferences(version.content).length > 0)
    throw new ServiceError("invalid", { errors: { content: "revision.broken" } });
  const written = await tx
    .insert(planVersions)
    .values(version)
    .onConflictDoNothing()
    .returning({ version: planVersions.version });
  if (written.length === 0) throw new ServiceError("conflict");
  await indexDefinition(tx, version.planId, version.content);
}
