import { eq, or } from "drizzle-orm";
import { z } from "zod";
import { mentionedIn } from "#app/domain/discussion/mentions.ts";
import { longestComment, threadState } from "#app/domain/discussion/thread.ts";
import type { Transaction } from "#db/client.server.ts";
import { commentMentions, comments } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { type FoundSubject, findSubject, type SubjectCodes } from "./find-subject.server.ts";
import { type Addressees, listAddressees } from "./list-addressees.server.ts";
import { type ListedComment, listComments } from "./list-comments.server.ts";
import { speakers } from "./read.server.ts";
import { placeOf, tellOfComment } from "./tell.server.ts";

const fields = z.object({
  body: requiredText(longestComment, "comment.too_long", "comment.empty"),
  /** The thread that it answers; a new one without. */
  parent: z.uuid().optional(),
  /** The organisation for which the author speaks; the first one without. */
  by: z.string().optional(),
  requestKey: z.uuid(),
});

/** The name of the checkbox that addresses an organisation. */
export const tellField = (slug: string) => `tell.${slug}`;

/**
 * Writes a comment, as a new thread or as an answer to one that is open, and tells those whom it
 * addresses, by name in the text or by a tick, and those who spoke in the thread before. The same
 * request sent twice is one comment. Answers its id. Throws `forbidden`, `not_found`, `invalid`,
 * `conflict`, and `locked` when the thread was closed meanwhile.
 */
export function writeComment(
  context: ServiceContext,
  codes: SubjectCodes,
  input: Record<string, unknown>,
): Promise<string> {
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, context, codes);
    authorize(context, "comment.write");
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { body, parent, by, requestKey } = parsed.data;
    const possible = speakers(subject, context.actor.memberships);
    const membership = by ? possible.find(({ slug }) => slug === by) : possible[0];
    if (!membership) throw new ServiceError("forbidden", { permission: "comment.write" });
    const [known] = await tx.select().from(comments).where(eq(comments.requestKey, requestKey));
    if (known) {
      // The form's key alone does not say so: the browser's way back sends other words under it.
      const isSame = known.body === body && known.parentId === (parent ?? null);
      if (isSame && known.authorId === context.actor.id && isOn(known, subject)) return known.id;
      throw new ServiceError("conflict");
    }
    const thread = parent ? await openThread(tx, subject, parent) : [];
    const [written] = await tx
      .insert(comments)
      .values({
        ...subject.columns,
        parentId: parent ?? null,
        body,
        authorId: context.actor.id,
        authorOrganisationId: membership.organisationId,
        requestKey,
      })
      .onConflictDoNothing()
      .returning({ id: comments.id });
    if (!written) throw new ServiceError("conflict");
    const addressed = addressedBy(body, input, await listAddressees(tx, subject));
    await mention(tx, written.id, addressed);
    await record(tx, context, {
      action: "comment.write",
      organisationId: membership.organisationId,
      subject: placeOf(subject),
      detail: { comment: written.id, answers: parent ?? null, addressed: addressed.length },
    });
    await tellOfComment(tx, context, {
      subject,
      commentId: written.id,
      organisationId: membership.organisationId,
      addressed,
      spoke: thread.map(({ authorId }) => authorId),
    });
    return written.id;
  });
}

/** A thread on the subject with its answers. Throws `not_found`, and `locked` when it is closed. */
async function openThread(
  tx: Transaction,
  subject: FoundSubject,
  id: string,
): Promise<ListedComment[]> {
  const [first] = await tx.select().from(comments).where(eq(comments.id, id));
  if (!first || first.parentId !== null || !isOn(first, subject))
    throw new ServiceError("not_found");
  const rows = await listComments(tx, or(eq(comments.id, id), eq(comments.parentId, id)));
  const step = rows.find((row) => row.id === id)?.last?.step ?? null;
  if (threadState(step) !== "open") throw new ServiceError("locked");
  return rows;
}

/** Whether a comment speaks of exactly this. */
function isOn(comment: FoundSubject["columns"], { columns }: FoundSubject): boolean {
  return (
    comment.nodeId === columns.nodeId &&
    comment.indicatorId === columns.indicatorId &&
    comment.fy === columns.fy &&
    comment.reporterId === columns.reporterId
  );
}

/** The people whom a text names, and those of the organisations that were ticked. */
function addressedBy(
  body: string,
  input: Record<string, unknown>,
  { organisations, people }: Addressees,
): string[] {
  const ticked = organisations.filter(({ slug }) => input[tellField(slug)] !== undefined);
  const named = mentionedIn(body, [...organisations, ...people]);
  return [...new Set([...ticked, ...named].flatMap(({ userIds }) => userIds))];
}

async function mention(tx: Transaction, commentId: string, userIds: readonly string[]) {
  if (userIds.length === 0) return;
  await tx.insert(commentMentions).values(userIds.map((userId) => ({ commentId, userId })));
}
