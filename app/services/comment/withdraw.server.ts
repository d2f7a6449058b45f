import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { comments } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendStep } from "./append-step.server.ts";
import { findSubject, type SubjectCodes } from "./find-subject.server.ts";
import { commentsOn, listComments } from "./list-comments.server.ts";
import { placeOf } from "./tell.server.ts";

const fields = z.object({ comment: z.uuid() });

/**
 * Takes one's own comment back: its words go, that there was one stays, and a thread that it began is
 * closed. Nobody does it for somebody else. What was taken back already stays so. Throws `forbidden`,
 * `not_found`, and `conflict` when something else happened to it meanwhile.
 */
export function withdrawComment(
  context: ServiceContext,
  codes: SubjectCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, context, codes);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("not_found");
    const one = and(commentsOn(subject.columns), eq(comments.id, parsed.data.comment));
    const [comment] = await listComments(tx, one);
    if (!comment) throw new ServiceError("not_found");
    const organisationId = comment.organisation.id;
    authorize(context, "comment.withdraw", { organisationId });
    if (comment.authorId !== context.actor.id)
      throw new ServiceError("forbidden", { permission: "comment.withdraw" });
    if (comment.last?.step === "withdraw") return;
    await appendStep(tx, context, { comment, step: "withdraw", organisationId });
    await tx.update(comments).set({ body: "" }).where(eq(comments.id, comment.id));
    await record(tx, context, {
      action: "comment.withdraw",
      organisationId,
      subject: placeOf(subject),
      detail: { comment: comment.id },
    });
  });
}
