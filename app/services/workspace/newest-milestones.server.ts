import { desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { milestones, milestoneVersions, organisations, planNodes } from "#db/schema/index.ts";

/** The milestones of some projects as they stand, with whose each is. */
export function newestMilestones(tx: Transaction, nodeIds: readonly string[]) {
  const version = milestoneVersions;
  return tx
    .selectDistinctOn([version.milestoneId], {
      milestoneId: version.milestoneId,
      project: { code: planNodes.code, name: planNodes.name },
      name: version.name,
      dueOn: version.dueOn,
      dueFy: version.dueFy,
      state: version.state,
      organisationId: version.organisationId,
      organisation: organisations.shortName,
      isDemo: milestones.isDemo,
    })
    .from(version)
    .innerJoin(milestones, eq(milestones.id, version.milestoneId))
    .innerJoin(planNodes, eq(planNodes.id, version.nodeId))
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .where(inArray(version.nodeId, [...nodeIds]))
    .orderBy(version.milestoneId, desc(version.version));
}

export type NewestMilestone = Awaited<ReturnType<typeof newestMilestones>>[number];
