import { isSame } from "#app/domain/plan/merge.ts";
import {
  type ItemStep,
  nextItemState,
  type SubjectContent,
  type SubjectKind,
} from "#app/domain/plan/revision.ts";
import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { revisionItems } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import type { findRevision, ItemVersion } from "./find.server.ts";

/** An item of a revision, as codes from a URL. */
export type ItemSubject = { kind: SubjectKind; code: string };

type Appended = {
  found: Awaited<ReturnType<typeof findRevision>>;
  subject: ItemSubject;
  newest: ItemVersion | null;
  step: ItemStep;
  content: SubjectContent;
  basis: SubjectContent | null;
  reason: string;
  /** Whose proposal it is. */
  organisationId: string;
  authorOrganisationId: string;
  /** The version of the item that the person saw; 0 where there was none. */
  baseVersion: number;
  requestKey: string;
};

/**
 * Appends one step to an item of a revision, with the audit event. Does nothing when the same request
 * was already carried out. Throws `conflict` when somebody was faster, `locked` where the item's
 * state does not allow the step.
 */
export async function appendItem(
  tx: Transaction,
  context: SignedIn,
  permission: Permission & `revision.${string}`,
  given: Appended,
): Promise<void> {
  const { found, subject, newest, step, content, basis, reason, baseVersion, requestKey } = given;
  if (
    newest?.requestKey === requestKey &&
    newest.step === step &&
    newest.reason === reason &&
    isSame(newest.content, content)
  )
    return;
  if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
  const state = nextItemState(newest?.state ?? null, step);
  if (state === null) throw new ServiceError("locked");
  const version = baseVersion + 1;
  const written = await tx
    .insert(revisionItems)
    .values({
      revisionId: found.revision.id,
      subjectKind: subject.kind,
      subjectCode: subject.code,
      version,
      step,
      state,
      content,
      basis,
      reason,
      organisationId: given.organisationId,
      authorId: context.actor.id,
      authorOrganisationId: given.authorOrganisationId,
      requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: revisionItems.id });
  if (written.length === 0) throw new ServiceError("conflict");
  await record(tx, context, {
    action: permission,
    organisationId: given.authorOrganisationId,
    subject: `${found.plan.code}/${found.revision.number}/${subject.code}`,
    detail: { version, step, reason, after: content },
  });
}
