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

/** The short name of that organisation. */
export function leadNameOf(nodeId: AnyColumn) {
  return sql<
    string | null
  >`(select g.short_name from organisations g where g.id = ${leadOf(nodeId)})`;
}
