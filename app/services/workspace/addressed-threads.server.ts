import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import type { PtScope } from "./pt-scope.server.ts";

/** What a comment is on, as columns of a statement with the tables n, i and r. */
export const commentSubject = sql`json_build_object(
  'kind', case when c.node_id is not null then 'project' when c.fy is null then 'indicator'
    else 'figure' end,
  'code', coalesce(n.code, i.code), 'organisation', r.slug, 'fy', c.fy)`;

export type AddressedThread = {
  id: string;
  subject: {
    kind: "project" | "indicator" | "figure";
    code: string;
    organisation: string;
    fy: number;
  };
  name: string;
  reporter: string | null;
  organisation: string;
  at: string;
  isDemo: boolean;
};

/**
 * The open threads of a PT that address the reader or somebody of the organisation, as long as
 * nobody of it has answered since. The oldest first.
 */
export async function addressedThreads(
  tx: Transaction,
  { nodeIds, indicatorIds }: PtScope,
  reader: { userId: string; organisationId: string },
): Promise<AddressedThread[]> {
  return [
    ...(await tx.execute<AddressedThread>(sql`
      select c.id, ${commentSubject} as subject, coalesce(n.name, i.name) as name,
        r.short_name as reporter, o.short_name as organisation, said.created_at as at,
        said.is_demo as "isDemo"
      from comments c
      left join plan_nodes n on n.id = c.node_id
      left join indicators i on i.id = c.indicator_id
      left join organisations r on r.id = c.reporter_id
      cross join lateral (
        select m.* from comments m
        where (m.id = c.id or m.parent_id = c.id) and m.body <> '' and exists (
          select from comment_mentions a where a.comment_id = m.id
            and (a.user_id = ${reader.userId} or a.user_id in (
              select user_id from members where organisation_id = ${reader.organisationId})))
        order by m.created_at desc limit 1) said
      join organisations o on o.id = said.author_organisation_id
      where c.parent_id is null and portal.comment_state(c.id) = 'open'
        and (${inArray(sql`c.node_id`, nodeIds)} or ${inArray(sql`c.indicator_id`, indicatorIds)})
        and not exists (
          select from comments later where later.parent_id = c.id
            and later.author_organisation_id = ${reader.organisationId}
            and later.created_at > said.created_at)
      order by said.created_at`)),
  ];
}
