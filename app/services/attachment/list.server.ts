import { asc, eq, inArray, or, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { attachments, organisations, users } from "#db/schema/index.ts";
import type { ServiceContext } from "../context.server.ts";

const { updateId, milestoneVersionId, observationId, practiceId, roundId } = attachments;
const subjects = [updateId, milestoneVersionId, observationId, practiceId, roundId] as const;

/** The update, milestone version, observation, practice or round that an attachment stands behind. */
const subjectId = sql<string>`coalesce(${sql.join([...subjects], sql`, `)})`;

/** Whether an accepted figure rests on an attachment; what others see of it is never a draft's. */
export const isSettled = sql<boolean>`exists (select from observation_versions v
  where v.observation_id = ${attachments.observationId}
    and v.version >= ${attachments.observationVersion} and v.state = 'accepted')`;

/**
 * The attachments that the actor may see of everything a page shows, in one statement. Answers a
 * function from the id of an update, a milestone's version, an observation, a practice or a round to
 * its own, in the order in which they came.
 */
export async function listAttachments(
  tx: Transaction,
  context: ServiceContext,
  subjectIds: readonly string[],
): Promise<(id: string) => ShownAttachment[]> {
  if (subjectIds.length === 0) return () => [];
  const rows = await tx
    .select({
      subjectId,
      id: attachments.id,
      organisationId: attachments.organisationId,
      organisation: organisations.shortName,
      name: attachments.name,
      mediaType: attachments.mediaType,
      size: attachments.size,
      isDemo: attachments.isDemo,
      author: users.name,
      createdAt: attachments.createdAt,
      withdrawnReason: attachments.withdrawnReason,
      settled: isSettled,
    })
    .from(attachments)
    .innerJoin(organisations, eq(organisations.id, attachments.organisationId))
    .leftJoin(users, eq(users.id, attachments.authorId))
    .where(or(...subjects.map((subject) => inArray(subject, [...subjectIds]))))
    .orderBy(asc(attachments.createdAt), asc(attachments.position));
  const shown = rows.map(({ organisationId, settled, ...row }) => ({
    ...row,
    mayWithdraw:
      row.withdrawnReason === null &&
      !settled &&
      can(context.actor, "attachment.withdraw", { organisationId }),
  }));
  const bySubject = groupBy(shown, (row) => row.subjectId);
  return (id) => bySubject.get(id) ?? [];
}

/** An attachment as pages list it. */
export type ShownAttachment = {
  subjectId: string;
  id: string;
  organisation: string;
  name: string;
  mediaType: string;
  size: number;
  isDemo: boolean;
  author: string | null;
  createdAt: Date;
  /** Why it was taken back; null while it stands. */
  withdrawnReason: string | null;
  mayWithdraw: boolean;
};
