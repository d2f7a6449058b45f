import { proveUploads, type Upload } from "#app/domain/attachment/upload.ts";
import type { UpdateScope } from "#app/domain/progress/status.ts";
import type { Subject } from "#app/policy/can.ts";
import { projectUpdates } from "#db/schema/index.ts";
import { addAttachments, holdsFiles } from "../attachment/add.server.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { indexForSearch } from "../search/index.server.ts";
import { ServiceError } from "../service-error.ts";
import { type FoundProject, findProject, type ProjectCodes } from "./find-project.server.ts";
import { type KeptUpdate, newestUpdate } from "./newest-update.server.ts";
import { updateFields } from "./update-fields.server.ts";

/** Whose update of a project it is, as codes from a URL. */
export type UpdateCodes = ProjectCodes & { organisation: string; scope: UpdateScope };

/**
 * What the right to report for an organisation depends on; null where it takes no part in the
 * project, where somebody else speaks for the whole, or where who works alone has no part of it.
 */
export function reportSubject(
  project: Pick<FoundProject, "participants" | "lead">,
  { organisation, scope }: Pick<UpdateCodes, "organisation" | "scope">,
): (Subject & { id: string; shortName: string }) | null {
  const participant = project.participants.find((each) => each.slug === organisation);
  if (!participant) return null;
  const { id, shortName } = participant;
  const alone = project.participants.length === 1;
  if (scope === "own") return alone ? null : { id, shortName, organisationId: id };
  return id === project.lead.id ? { id, shortName, leadOrganisationId: id } : null;
}

/**
 * Reports how a project gets on, as the next update of an organisation: of its own part, or by the
 * lead of the whole, with the files behind it. The earlier ones stay. The same request sent twice is
 * one update. Throws `forbidden`, `not_found`, `invalid`, and `conflict` when a colleague was faster.
 */
export function reportProgress(
  context: ServiceContext,
  codes: UpdateCodes,
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<void> {
  return transaction(context, async (tx) => {
    const project = await findProject(tx, codes);
    const subject = reportSubject(project, codes);
    if (!subject) throw new ServiceError("forbidden", { permission: "progress.report" });
    const { context: signedIn } = authorizeAs(context, "progress.report", subject);
    const update = updateFields.safeParse(input);
    const form = stepFields.safeParse(input);
    const files = proveUploads(uploads);
    if (!update.success || !form.success || !files.ok)
      throw new ServiceError("invalid", {
        errors: { ...fieldErrors(update.error, form.error), ...files.errors },
      });
    const { baseVersion, requestKey } = form.data;
    const { node, plan, goal } = project;
    const key = { nodeId: node.id, organisationId: subject.id, scope: codes.scope };
    const newest = await newestUpdate(tx, key);
    if (await isRepetition(newest)) return;
    if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const said = update.data;
    const version = baseVersion + 1;
    const [written] = await tx
      .insert(projectUpdates)
      .values({ ...key, ...said, version, authorId: signedIn.actor.id, requestKey })
      .onConflictDoNothing()
      .returning({ id: projectUpdates.id });
    if (!written) {
      // Somebody wrote between our reading and our writing; if it was this very request, it is done.
      if (await isRepetition(await newestUpdate(tx, key))) return;
      throw new ServiceError("conflict");
    }
    const auditSubject = `${plan.code}/${node.code}/${codes.organisation}/${codes.scope}`;
    await record(tx, signedIn, {
      action: "progress.report",
      organisationId: subject.id,
      subject: auditSubject,
      detail: { version, before: newest?.status ?? null, after: said.status },
    });
    const name = `${node.name}（${subject.shortName}）`;
    await indexForSearch(tx, {
      kind: "update",
      planId: plan.id,
      subjectId: written.id,
      replaces: newest?.id,
      name,
      place: goal?.name ?? "",
      texts: [said.done, said.issues, said.next],
    });
    await addAttachments(tx, signedIn, {
      subject: { updateId: written.id },
      organisationId: subject.id,
      planId: plan.id,
      place: name,
      auditSubject,
      files: files.files,
    });

    /** The form's key alone does not say so: the browser's way back sends other words under it. */
    async function isRepetition(row: KeptUpdate | null): Promise<boolean> {
      const said = update.data;
      return (
        row?.requestKey === requestKey &&
        row.status === said?.status &&
        row.done === said.done &&
        row.issues === said.issues &&
        row.next === said.next &&
        (await holdsFiles(tx, { updateId: row.id }, files.files))
      );
    }
  });
}
