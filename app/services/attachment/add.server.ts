import { createHash, randomUUID } from "node:crypto";
import { eq, type SQL } from "drizzle-orm";
import { distinctName } from "#app/domain/attachment/name.ts";
import type { CheckedUpload } from "#app/domain/attachment/upload.ts";
import type { Transaction } from "#db/client.server.ts";
import { attachmentContents, attachments } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type SignedIn } from "../context.server.ts";
import { indexForSearch } from "../search/index.server.ts";

/** What files stand behind. */
export type AttachmentSubject =
  | { updateId: string }
  | { milestoneVersionId: string }
  | { observationId: string; observationVersion: number }
  | { practiceId: string }
  | { roundId: string };

type Added = {
  subject: AttachmentSubject;
  /** Whose the subject is; theirs are the files too. */
  organisationId: string;
  planId: string;
  /** Where the files stand, for those who find one by its name. */
  place: string;
  /** The subject as the audit log names it. */
  auditSubject: string;
  /** As `proveUploads` has proven them. */
  files: readonly CheckedUpload[];
};

/**
 * Adds files to something that is being written, in the same transaction, with the audit event. Names
 * are told apart within the subject. Does nothing without files. Throws `forbidden`.
 */
export async function addAttachments(
  tx: Transaction,
  context: SignedIn,
  { subject, organisationId, planId, place, auditSubject, files }: Added,
): Promise<void> {
  if (files.length === 0) return;
  authorize(context, "attachment.add", { organisationId });
  const names = (
    await tx.select({ name: attachments.name }).from(attachments).where(isOf(subject))
  ).map(({ name }) => name);
  const before = names.length;
  const rows = files.map(({ name, mediaType, bytes }, index) => {
    const distinct = distinctName(name, names);
    names.push(distinct);
    return {
      ...subject,
      id: randomUUID(),
      organisationId,
      name: distinct,
      mediaType,
      size: bytes.length,
      sha256: sha256(bytes),
      position: before + index + 1,
      authorId: context.actor.id,
    };
  });
  await tx.insert(attachments).values(rows);
  for (const [index, { bytes }] of files.entries()) {
    const { id: attachmentId = "", name = "" } = rows[index] ?? {};
    await tx.insert(attachmentContents).values({ attachmentId, content: bytes });
    const found = { planId, subjectId: attachmentId, name, place, texts: [] };
    await indexForSearch(tx, { kind: "attachment", ...found });
  }
  await record(tx, context, {
    action: "attachment.add",
    organisationId,
    subject: auditSubject,
    detail: {
      files: rows.map(({ id, name, mediaType, size, sha256 }) => ({
        id,
        name,
        mediaType,
        size,
        sha256,
      })),
    },
  });
}

/**
 * Whether the files already stand behind a subject: a form that is sent twice brings the same ones,
 * and one that was filled in again after the browser's way back may bring others.
 */
export async function holdsFiles(
  tx: Transaction,
  subject: AttachmentSubject,
  files: readonly CheckedUpload[],
): Promise<boolean> {
  if (files.length === 0) return true;
  const kept = await tx
    .select({ sha256: attachments.sha256 })
    .from(attachments)
    .where(isOf(subject));
  const known = new Set(kept.map((row) => row.sha256));
  return files.every(({ bytes }) => known.has(sha256(bytes)));
}

/** An observation's files are those of all its versions. */
function isOf(subject: AttachmentSubject): SQL {
  if ("updateId" in subject) return eq(attachments.updateId, subject.updateId);
  if ("practiceId" in subject) return eq(attachments.practiceId, subject.practiceId);
  if ("roundId" in subject) return eq(attachments.roundId, subject.roundId);
  return "milestoneVersionId" in subject
    ? eq(attachments.milestoneVersionId, subject.milestoneVersionId)
    : eq(attachments.observationId, subject.observationId);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
