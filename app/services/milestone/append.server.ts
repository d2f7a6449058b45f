import type { CheckedUpload } from "#app/domain/attachment/upload.ts";
import type { MilestoneState, MilestoneStep } from "#app/domain/progress/milestone.ts";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { milestoneVersions } from "#db/schema/index.ts";
import { addAttachments, holdsFiles } from "../attachment/add.server.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import type { FoundProject } from "../progress/find-project.server.ts";
import { ServiceError } from "../service-error.ts";
import { listMilestoneVersions, type MilestoneVersion } from "./list-versions.server.ts";

/** What a version of a milestone says. */
export type MilestoneContent = {
  name: string;
  dueOn: string | null;
  dueFy: number | null;
  organisationId: string;
  state: MilestoneState;
  reason: string;
  reachedOn: string | null;
  evidence: string;
};

type Appended = {
  project: FoundProject;
  milestoneId: string;
  newest: MilestoneVersion | null;
  step: "save" | MilestoneStep;
  content: MilestoneContent;
  /** What stands behind the step. */
  files?: readonly CheckedUpload[];
  /** The version the person saw when they decided; 0 where there was none. */
  baseVersion: number;
  requestKey: string;
  authorOrganisationId: string;
};

/**
 * Appends one version to a milestone, with its files and the audit event. Does nothing when the same
 * request was already carried out. Throws `conflict` when somebody was faster.
 */
export async function appendMilestoneVersion(
  tx: Transaction,
  context: SignedIn,
  permission: Permission & `milestone.${string}`,
  given: Appended,
): Promise<void> {
  const { project, milestoneId, newest, step, content, baseVersion, requestKey } = given;
  if (await isRepetition(tx, newest, given)) return;
  if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
  const version = baseVersion + 1;
  const [written] = await tx
    .insert(milestoneVersions)
    .values({
      milestoneId,
      nodeId: project.node.id,
      version,
      step,
      ...content,
      authorId: context.actor.id,
      authorOrganisationId: given.authorOrganisationId,
      requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: milestoneVersions.id });
  if (!written) {
    // Somebody wrote between our reading and our writing; if it was this very request, it is done.
    const rows = await listMilestoneVersions(tx, project.node.id, milestoneId);
    if (await isRepetition(tx, newestVersion(rows), given)) return;
    throw new ServiceError("conflict");
  }
  const auditSubject = `${project.plan.code}/${project.node.code}/${milestoneId}`;
  await record(tx, context, {
    action: permission,
    organisationId: given.authorOrganisationId,
    subject: auditSubject,
    detail: { version, step, before: newest && contentOf(newest), after: content },
  });
  await addAttachments(tx, context, {
    subject: { milestoneVersionId: written.id },
    organisationId: given.authorOrganisationId,
    planId: project.plan.id,
    place: `${project.node.name}　＞　${content.name}`,
    auditSubject,
    files: given.files ?? [],
  });
}

/** What a kept version says. */
export function contentOf(version: MilestoneVersion): MilestoneContent {
  const { name, dueOn, dueFy, organisation, state, reason, reachedOn, evidence } = version;
  return {
    name,
    dueOn,
    dueFy,
    organisationId: organisation.id,
    state,
    reason,
    reachedOn,
    evidence,
  };
}

/** The form's key alone does not say so: the browser's way back sends other words under it. */
async function isRepetition(
  tx: Transaction,
  newest: MilestoneVersion | null,
  given: Appended,
): Promise<boolean> {
  if (newest === null || newest.requestKey !== given.requestKey) return false;
  const kept = contentOf(newest);
  const fields = Object.keys(kept) as (keyof MilestoneContent)[];
  return (
    newest.step === given.step &&
    fields.every((field) => kept[field] === given.content[field]) &&
    (await holdsFiles(tx, { milestoneVersionId: newest.id }, given.files ?? []))
  );
}
