import { threadsOf } from "#app/domain/discussion/thread.ts";
import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { type FoundSubject, findSubject, type SubjectCodes } from "./find-subject.server.ts";
import { listAddressees } from "./list-addressees.server.ts";
import { commentsOn, type ListedComment, listComments } from "./list-comments.server.ts";

/**
 * What is said of a project, of a KPI or of a single figure, as threads: the open ones first, each
 * with what the reader may do, and whom a comment can address. Throws `forbidden` for people who are
 * not members and, of a figure, for those who do not read it before it is accepted; `not_found`.
 */
export function readDiscussion(context: ServiceContext, codes: SubjectCodes) {
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, context, codes);
    authorize(context, "comment.read");
    const { actor } = context;
    const comments = await listComments(tx, commentsOn(subject.columns));
    const addressees = await listAddressees(tx, subject);
    const rows = comments.map((row) => ({ ...row, lastStep: row.last?.step ?? null }));
    const { plan, goal, code, name, reporter } = subject;
    return {
      plan: { code: plan.code, name: plan.name },
      goal,
      code,
      name,
      reporter,
      codes: subject.codes,
      threads: threadsOf(rows).map(({ first, answers, state }) => ({
        id: first.id,
        state,
        closedBy: state === "resolved" && first.last ? { ...first.last } : null,
        maySettle: can(actor, "comment.resolve", settleSubject(subject, first)),
        comments: [first, ...answers].map((comment) => ({
          id: comment.id,
          body: comment.body,
          isDemo: comment.isDemo,
          createdAt: comment.createdAt,
          author: comment.author,
          organisation: comment.organisation.shortName,
          addressed: comment.addressed,
          mayWithdraw: comment.authorId === actor.id && comment.body !== "",
        })),
      })),
      organisations: addressees.organisations.map(({ slug, name: label }) => ({ slug, label })),
      /** For whom the reader can speak; those who take part in the PT first. */
      speaksFor: speakers(subject, actor.memberships).map(({ slug, shortName }) => ({
        slug,
        shortName,
      })),
    };
  });
}

/** What the right to say that a thread is resolved depends on. */
export function settleSubject(
  { plan, leadId }: Pick<FoundSubject, "plan" | "leadId">,
  first: Pick<ListedComment, "organisation">,
) {
  return {
    organisationId: first.organisation.id,
    leadOrganisationId: leadId,
    ownerOrganisationId: plan.ownerId,
  };
}

/** A person's memberships, those in organisations that take part first. */
export function speakers<Member extends { organisationId: string }>(
  { participants, reporter }: Pick<FoundSubject, "participants" | "reporter">,
  memberships: readonly Member[],
): Member[] {
  const takesPart = ({ organisationId }: Member) =>
    reporter?.id === organisationId || participants.some(({ id }) => id === organisationId);
  return [...memberships].sort((a, b) => Number(takesPart(b)) - Number(takesPart(a)));
}
