import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";

export type PublishedActual = {
  indicatorId: string;
  fy: number;
  value: string | null;
  text: string | null;
};

/**
 * The results that a plan's editions published, as far as they are final and real, with the printed
 * text where the figure was taken from a document. The same for every reader.
 */
export async function readPublishedActuals(
  tx: Transaction,
  planId: string,
): Promise<PublishedActual[]> {
  const rows = await tx.execute<PublishedActual>(sql`
    select e.row->>'indicatorId' as "indicatorId", p.fy, e.row->>'actual' as value,
      substring(v.note from '^公表資料の記載：(.+)$') as text
    from (
      select distinct on (fy) fy, content, created_at from publications
      where plan_id = ${planId} order by fy, edition desc
    ) p
    cross join lateral jsonb_array_elements(p.content->'evaluations') as e(row)
    left join lateral (
      select note from observation_versions
      where indicator_id = (e.row->>'indicatorId')::uuid and fy = p.fy and state = 'accepted'
        and created_at <= p.created_at
      order by created_at desc limit 1
    ) v on true
    where e.row->>'actual' is not null and not (e.row->>'isDemo')::boolean
      and jsonb_array_length(e.row->'provisional') = 0
      and jsonb_array_length(e.row->'missing') = 0
    order by p.fy`);
  return [...rows];
}
