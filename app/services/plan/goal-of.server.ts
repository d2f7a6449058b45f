import { type AnyColumn, sql } from "drizzle-orm";

/** The goal (PT) above a node as {code, name}: a scalar subquery. */
export function goalOf(nodeId: AnyColumn) {
  return sql<{ code: string; name: string }>`(
    with recursive up as (
      select n.* from plan_nodes n where n.id = ${nodeId}
      union all
      select n.* from plan_nodes n join up on up.parent_id = n.id
    )
    select json_build_object('code', up.code, 'name', up.name) from up where up.kind = 'goal' limit 1)`;
}
