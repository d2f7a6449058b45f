import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.server.ts";
import { milestones, milestoneVersions, organisations, users } from "#db/schema/index.ts";

/**
 * Every version of a project's milestones, or of one of them, in the order of a history: latest
 * first. Which of them counts does not follow from it; `newestVersion` says so.
 */
export function listMilestoneVersions(tx: Transaction, nodeId: string, milestoneId?: string) {
  const version = milestoneVersions;
  const responsible = alias(organisations, "responsible");
  return tx
    .select({
      id: version.id,
      milestoneId: version.milestoneId,
      version: version.version,
      step: version.step,
      name: version.name,
      dueOn: version.dueOn,
      dueFy: version.dueFy,
      organisation: {
        id: responsible.id,
        slug: responsible.slug,
        shortName: responsible.shortName,
      },
      state: version.state,
      reason: version.reason,
      reachedOn: version.reachedOn,
      evidence: version.evidence,
      isDemo: milestones.isDemo,
      author: users.name,
      authorOrganisation: organisations.shortName,
      requestKey: version.requestKey,
      createdAt: version.createdAt,
    })
    .from(version)
    .innerJoin(milestones, eq(milestones.id, version.milestoneId))
    .innerJoin(responsible, eq(responsible.id, version.organisationId))
    .innerJoin(organisations, eq(organisations.id, version.authorOrganisationId))
    .innerJoin(users, eq(users.id, version.authorId))
    .where(
      and(
        eq(version.nodeId, nodeId),
        milestoneId === undefined ? undefined : eq(version.milestoneId, milestoneId),
      ),
    )
    .orderBy(desc(version.createdAt), desc(version.version), asc(version.name));
}

export type MilestoneVersion = Awaited<ReturnType<typeof listMilestoneVersions>>[number];
