import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { CommentStep } from "#app/domain/discussion/notification.ts";
import type { Transaction } from "#db/client.server.ts";
import { comments, organisations, users } from "#db/schema/index.ts";
import type { FoundSubject } from "./find-subject.server.ts";

/** What happened last to a comment, with who did it. */
type LastStep = { step: CommentStep; version: number; by: string; at: string };

const lastStep = sql<LastStep | null>`(
  select json_build_object('step', h.step, 'version', h.version, 'by', o.short_name,
    'at', h.created_at)
  from comment_history h join organisations o on o.id = h.author_organisation_id
  where h.comment_id = ${comments.id} order by h.version desc limit 1)`;

const addressed = sql<string[]>`array(
  select u.name from comment_mentions m join users u on u.id = m.user_id
  where m.comment_id = ${comments.id} order by u.name)`;

/** Comments on exactly this: those on a figure are none on its KPI. */
export function commentsOn({ nodeId, indicatorId, fy, reporterId }: FoundSubject["columns"]) {
  if (nodeId !== null) return eq(comments.nodeId, nodeId);
  const of = indicatorId === null ? sql`false` : eq(comments.indicatorId, indicatorId);
  if (fy === null || reporterId === null) return and(of, isNull(comments.fy));
  return and(of, eq(comments.fy, fy), eq(comments.reporterId, reporterId));
}

/** Comments with who wrote them, whom they address and what became of them, the oldest first. */
export function listComments(tx: Transaction, which: SQL | undefined) {
  return tx
    .select({
      id: comments.id,
      parentId: comments.parentId,
      body: comments.body,
      isDemo: comments.isDemo,
      createdAt: comments.createdAt,
      requestKey: comments.requestKey,
      authorId: comments.authorId,
      author: users.name,
      organisation: { id: organisations.id, shortName: organisations.shortName },
      last: lastStep,
      addressed,
    })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .innerJoin(organisations, eq(organisations.id, comments.authorOrganisationId))
    .where(which)
    .orderBy(asc(comments.createdAt), asc(comments.id));
}

export type ListedComment = Awaited<ReturnType<typeof listComments>>[number];
