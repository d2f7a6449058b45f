import { z } from "zod";
import { nextThreadState, threadState } from "#app/domain/discussion/thread.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendStep } from "./append-step.server.ts";
import { findSubject, type SubjectCodes } from "./find-subject.server.ts";
import { commentsOn, listComments } from "./list-comments.server.ts";
import { settleSubject } from "./read.server.ts";
import { placeOf, tellResolved } from "./tell.server.ts";

const fields = z.object({ comment: z.uuid(), step: z.enum(["resolve", "reopen"]) });

/**
 * Says that a thread is resolved, or opens it again: its author's organisation, the PT's lead and the
 * plan's owner. What is so already stays so. Throws `forbidden`, `not_found`, `conflict` when
 * somebody was faster, and `locked` where it was taken back.
 */
export function resolveComment(
  context: ServiceContext,
  codes: SubjectCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, context, codes);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("not_found");
    const { comment: id, step } = parsed.data;
    const on = commentsOn(subject.columns);
    const rows = (await listComments(tx, on)).filter((row) => row.id === id || row.parentId === id);
    const first = rows.find((row) => row.id === id && row.parentId === null);
    if (!first) throw new ServiceError("not_found");
    const { context: signedIn, membership } = authorizeAs(
      context,
      "comment.resolve",
      settleSubject(subject, first),
    );
    const present = threadState(first.last?.step ?? null);
    if (present === threadState(step)) return;
    if (nextThreadState(present, step) === null) throw new ServiceError("locked");
    const { organisationId } = membership;
    await appendStep(tx, signedIn, { comment: first, step, organisationId });
    await record(tx, signedIn, {
      action: "comment.resolve",
      organisationId,
      subject: placeOf(subject),
      detail: { comment: id, step, before: present, after: threadState(step) },
    });
    if (step === "resolve")
      await tellResolved(tx, signedIn, {
        subject,
        commentId: id,
        organisationId,
        spoke: rows.map(({ authorId }) => authorId),
      });
  });
}
