import type { CommentStep } from "#app/domain/discussion/notification.ts";
import type { Transaction } from "#db/client.server.ts";
import { commentHistory } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import type { ListedComment } from "./list-comments.server.ts";

/** Appends a step to what became of a comment. Throws `conflict` when somebody was faster. */
export async function appendStep(
  tx: Transaction,
  context: SignedIn,
  given: { comment: ListedComment; step: CommentStep; organisationId: string },
): Promise<void> {
  const { comment, step, organisationId } = given;
  const written = await tx
    .insert(commentHistory)
    .values({
      commentId: comment.id,
      version: (comment.last?.version ?? 0) + 1,
      step,
      authorId: context.actor.id,
      authorOrganisationId: organisationId,
    })
    .onConflictDoNothing()
    .returning({ id: commentHistory.id });
  if (written.length === 0) throw new ServiceError("conflict");
}
