import { sql } from "drizzle-orm";
import { planNodes } from "#db/schema/index.ts";

/** A 主な取組 with the bars of its schedule. */
export type Activity = {
  name: string;
  bars: { fromFy: number; toFy: number | null; text: string }[];
};

/** The activities of the node of a statement's `plan_nodes`, in order: a scalar subquery. */
export const activitiesOf = sql<Activity[]>`(
  select coalesce(json_agg(json_build_object('name', a.name, 'bars', (
    select coalesce(json_agg(json_build_object('fromFy', b.from_fy, 'toFy', b.to_fy,
      'text', b.text) order by b.position), '[]')
    from activity_bars b where b.activity_id = a.id)) order by a.position), '[]')
  from activities a where a.node_id = ${planNodes.id})`;
