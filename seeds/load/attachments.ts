import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { searchEntryOf } from "#app/domain/search/entry.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  attachmentContents,
  attachments,
  milestoneVersions,
  organisations,
  planNodes,
  projectUpdates,
  searchEntries,
} from "#db/schema/index.ts";
import { type DemoAttachment, demoAttachments } from "#seeds/demo/attachments.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { nodeId } from "./placed-indicators.ts";

/**
 * Loads the made-up files behind the made-up updates and milestones of a plan. What is there already
 * stays untouched; where the update is somebody else's, so does the file.
 */
export async function loadDemoAttachments(tx: Transaction, plan: PlanData): Promise<void> {
  for (const file of demoAttachments) {
    const found = await subjectOf(tx, plan, file);
    if (!found) continue;
    const { place, ...subject } = found;
    const id = seedId(
      "attachment",
      subject.updateId ?? subject.milestoneVersionId ?? "",
      file.name,
    );
    const added = await tx
      .insert(attachments)
      .values({
        ...subject,
        id,
        name: file.name,
        mediaType: file.mediaType,
        size: file.content.length,
        sha256: createHash("sha256").update(file.content).digest("hex"),
        position: 1,
        isDemo: true,
      })
      .onConflictDoNothing()
      .returning({ id: attachments.id });
    if (added.length === 0) continue;
    await tx.insert(attachmentContents).values({ attachmentId: id, content: file.content });
    const planId = seedId("plan", plan.code);
    const entry = { kind: "attachment", planId, subjectId: id, name: file.name, place } as const;
    await tx.insert(searchEntries).values(searchEntryOf({ ...entry, texts: [] }));
  }
}

async function subjectOf(tx: Transaction, plan: PlanData, { behind }: DemoAttachment) {
  const node = nodeId(plan.code, behind.project);
  if ("milestone" in behind) {
    const head = seedId("milestone", plan.code, behind.project, behind.milestone);
    const [step] = await tx
      .select({
        milestoneVersionId: milestoneVersions.id,
        organisationId: milestoneVersions.authorOrganisationId,
        authorId: milestoneVersions.authorId,
        createdAt: milestoneVersions.createdAt,
        project: planNodes.name,
        name: milestoneVersions.name,
      })
      .from(milestoneVersions)
      .innerJoin(planNodes, eq(planNodes.id, milestoneVersions.nodeId))
      .where(eq(milestoneVersions.id, seedId("milestone version", head, behind.version)));
    if (!step) return null;
    const { project, name, ...subject } = step;
    return { ...subject, updateId: null, place: `${project}　＞　${name}` };
  }
  const chain = [behind.project, behind.organisation, behind.scope].join("/");
  const [update] = await tx
    .select({
      updateId: projectUpdates.id,
      organisationId: projectUpdates.organisationId,
      authorId: projectUpdates.authorId,
      createdAt: projectUpdates.createdAt,
      project: planNodes.name,
      organisation: organisations.shortName,
    })
    .from(projectUpdates)
    .innerJoin(planNodes, eq(planNodes.id, node))
    .innerJoin(organisations, eq(organisations.id, projectUpdates.organisationId))
    .where(eq(projectUpdates.id, seedId("update", plan.code, chain, behind.version)));
  if (!update) return null;
  const { project, organisation, ...subject } = update;
  return { ...subject, milestoneVersionId: null, place: `${project}（${organisation}）` };
}
