import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";

/** How many open threads the reader sees among the comments that a condition on `c` names. */
export function openThreads(which: SQL) {
  return sql<number>`(
    select count(*)::int from comments c
    where c.parent_id is null and portal.comment_state(c.id) = 'open' and ${which})`;
}

/** The condition on `c` for comments on one organisation's figure of a year. */
export function onFigure(figure: { indicatorId: unknown; fy: unknown; organisationId: unknown }) {
  return sql`c.indicator_id = ${figure.indicatorId} and c.fy = ${figure.fy}
    and c.reporter_id = ${figure.organisationId}`;
}

/** The condition on `c` for comments on a project. */
export function onProject(nodeId: string) {
  return sql`c.node_id = ${nodeId}`;
}

/** How many threads are open. One statement. */
export async function countOpenThreads(tx: Transaction, which: SQL): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select ${openThreads(which)} as count`);
  return row?.count ?? 0;
}
