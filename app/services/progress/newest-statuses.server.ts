import { desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, projectUpdates } from "#db/schema/index.ts";

/** The newest status that each organisation gave to each of some projects, of its part and the whole. */
export function newestStatuses(tx: Transaction, nodeIds: readonly string[]) {
  const { nodeId, organisationId, scope, status, isDemo, createdAt, version } = projectUpdates;
  return tx
    .selectDistinctOn([nodeId, organisationId, scope], {
      nodeId,
      organisationId,
      organisation: organisations.shortName,
      scope,
      status,
      isDemo,
      createdAt,
    })
    .from(projectUpdates)
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .where(inArray(nodeId, [...nodeIds]))
    .orderBy(nodeId, organisationId, scope, desc(version));
}

export type NewestStatus = Awaited<ReturnType<typeof newestStatuses>>[number];
