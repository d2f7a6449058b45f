import { sql } from "drizzle-orm";
import type { Activity } from "#app/domain/sheet/evaluation-sheet.ts";
import { planNodes } from "#db/schema/index.ts";

/** What a node of a statement's `plan_nodes` has beside its place in the tree, as scalar subqueries. */
export const nodeColumns = {
  /** Who is at work, the lead first. */
  organisations: sql<{ role: string; shortName: string }[]>`(
    select coalesce(json_agg(json_build_object('role', x.role, 'shortName', o.short_name)
      order by x.position), '[]')
    from node_organisations x join organisations o on o.id = x.organisation_id
    where x.node_id = ${planNodes.id})`,
  /** The leaders by office. */
  leaders: sql<string[]>`array(
    select l.office from node_leaders l where l.node_id = ${planNodes.id} order by l.position)`,
  /** The 主な取組 with the bars of their schedules, in order. */
  activities: sql<Activity[]>`(
    select coalesce(json_agg(json_build_object('name', a.name, 'bars', (
      select coalesce(json_agg(json_build_object('fromFy', b.from_fy, 'toFy', b.to_fy,
        'text', b.text) order by b.position), '[]')
      from activity_bars b where b.activity_id = a.id)) order by a.position), '[]')
    from activities a where a.node_id = ${planNodes.id})`,
};
