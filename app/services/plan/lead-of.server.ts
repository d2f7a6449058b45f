import { type AnyColumn, sql } from "drizzle-orm";

/** The id of the organisation that leads the PT above a node: a scalar subquery. */
export function leadOf(nodeId: AnyColumn) {
  return sql<string | null>`(
    with recursive up as (
      select n.id, n.parent_id from plan_nodes n where n.id = ${nodeId}
      union all
      select n.id, n.parent_id from plan_nodes n join up on up.parent_id = n.id
    )
    select o.organisation_id from up join node_organisations o on o.node_id = up.id
    where o.role = 'lead' limit 1)`;
}
