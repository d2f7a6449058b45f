import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";

/**
 * When a person last dealt with each PT that their organisation leads, by the plan's and the PT's
 * code: accepted or returned a figure of one of these years in it, or looked through its changes. One
 * statement; it reads the answers of these years only.
 */
export async function lastLooks(
  tx: Transaction,
  reader: { userId: string; organisationId: string },
  years: readonly number[],
): Promise<(plan: string, goal: string) => Date | null> {
  if (years.length === 0) return () => null;
  const asked = sql.param(`{${[...new Set(years)].join(",")}}`);
  const rows = await tx.execute<{ plan: string; goal: string; at: string | null }>(sql`
    select p.code as plan, g.code as goal, greatest(
      (select v.seen_at from workspace_visits v
        where v.node_id = g.id and v.user_id = ${reader.userId}
          and v.organisation_id = ${reader.organisationId}),
      (select max(v.created_at)
        from (
          with recursive below as (
            select g.id union all
            select n.id from plan_nodes n join below on n.parent_id = below.id)
          select id from below) b
        join indicators i on i.home_node_id = b.id
        join observations o on o.indicator_id = i.id and o.fy = any (${asked}::int[])
        join observation_versions v on v.observation_id = o.id
        where v.state in ('accepted', 'returned') and v.author_id = ${reader.userId}))::text as at
    from node_organisations x
    join plan_nodes g on g.id = x.node_id and g.kind = 'goal'
    join plans p on p.id = g.plan_id
    where x.role = 'lead' and x.organisation_id = ${reader.organisationId}`);
  const looks = new Map(
    rows.map(({ plan, goal, at }) => [`${plan}/${goal}`, at === null ? null : new Date(at)]),
  );
  return (plan, goal) => looks.get(`${plan}/${goal}`) ?? null;
}
