import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { longestTyped } from "#app/domain/line-ends.ts";
import { plainText } from "#app/domain/progress/plain-text.ts";
import {
  longestUpdateText,
  progressStatuses,
  statusNeedsIssues,
  type UpdateScope,
} from "#app/domain/progress/status.ts";
import type { Subject } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { projectUpdates } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { type FoundProject, findProject, type ProjectCodes } from "./find-project.server.ts";

/** Whose update of a project it is, as codes from a URL. */
export type UpdateCodes = ProjectCodes & { organisation: string; scope: UpdateScope };

const text = z
  .string()
  .max(longestTyped, "progress.too_long")
  .default("")
  .transform(plainText)
  .pipe(z.string().max(longestUpdateText, "progress.too_long"));

const fields = z
  .object({
    status: z.enum(progressStatuses, "progress.status"),
    done: text.pipe(z.string().min(1, "progress.done")),
    issues: text,
    next: text,
  })
  .refine(({ status, issues }) => issues !== "" || !statusNeedsIssues[status], {
    path: ["issues"],
    error: "progress.issues",
    // Also where another field is wrong, so that nobody is sent back twice.
    when: ({ value }) => fieldsOf(value).issues !== undefined,
  });

function fieldsOf(value: unknown): { issues?: unknown } {
  return Object(value);
}

/**
 * What the right to report for an organisation depends on; null where it takes no part in the
 * project, where somebody else speaks for the whole, or where who works alone has no part of it.
 */
export function reportSubject(
  project: Pick<FoundProject, "participants" | "lead">,
  { organisation, scope }: Pick<UpdateCodes, "organisation" | "scope">,
): (Subject & { id: string }) | null {
  const participant = project.participants.find((each) => each.slug === organisation);
  if (!participant) return null;
  const alone = project.participants.length === 1;
  if (scope === "own") return alone ? null : { id: participant.id, organisationId: participant.id };
  if (participant.id !== project.lead.id) return null;
  return { id: participant.id, leadOrganisationId: participant.id };
}

/**
 * Reports how a project gets on, as the next update of an organisation: of its own part, or by the
 * lead of the whole. The earlier ones stay. The same request sent twice is one update.
 * Throws `forbidden`, `not_found`, `invalid`, and `conflict` when a colleague was faster.
 */
export function reportProgress(
  context: ServiceContext,
  codes: UpdateCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const project = await findProject(tx, codes);
    const subject = reportSubject(project, codes);
    if (!subject) throw new ServiceError("forbidden", { permission: "progress.report" });
    const { context: signedIn } = authorizeAs(context, "progress.report", subject);
    const update = fields.safeParse(input);
    const form = stepFields.safeParse(input);
    if (!update.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(update.error, form.error) });
    const { baseVersion, requestKey } = form.data;
    const key = { nodeId: project.node.id, organisationId: subject.id, scope: codes.scope };
    const newest = await newestUpdate(tx, key);
    if (isRepetition(newest)) return;
    if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const written = await tx
      .insert(projectUpdates)
      .values({
        ...key,
        ...update.data,
        version: baseVersion + 1,
        authorId: signedIn.actor.id,
        requestKey,
      })
      .onConflictDoNothing()
      .returning({ id: projectUpdates.id });
    if (written.length === 0) {
      // Somebody wrote between our reading and our writing; if it was this very request, it is done.
      if (isRepetition(await newestUpdate(tx, key))) return;
      throw new ServiceError("conflict");
    }
    await record(tx, signedIn, {
      action: "progress.report",
      organisationId: subject.id,
      subject: `${project.plan.code}/${project.node.code}/${codes.organisation}/${codes.scope}`,
      detail: {
        version: baseVersion + 1,
        before: newest?.status ?? null,
        after: update.data.status,
      },
    });

    /** The form's key alone does not say so: the browser's way back sends other words under it. */
    function isRepetition(row: Awaited<ReturnType<typeof newestUpdate>>): boolean {
      const said = update.data;
      return (
        row?.requestKey === requestKey &&
        row.status === said?.status &&
        row.done === said.done &&
        row.issues === said.issues &&
        row.next === said.next
      );
    }
  });
}

type UpdateKey = { nodeId: string; organisationId: string; scope: UpdateScope };

async function newestUpdate(tx: Transaction, { nodeId, organisationId, scope }: UpdateKey) {
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
