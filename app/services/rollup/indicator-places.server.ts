import { and, asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { indicatorNodes, indicators, planNodes, plans } from "#db/schema/index.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { planState } from "../plan/state-columns.server.ts";

/** Indicators that this one is computed from (`isPart`), and those computed from it. */
const related = sql<{ code: string; name: string; isPart: boolean }[]>`(
  select coalesce(json_agg(json_build_object('code', other.code, 'name', other.name,
    'isPart', other.id = p.part_id) order by other.position), '[]')
  from indicator_parts p
  join indicators other on other.id in (p.indicator_id, p.part_id) and other.id <> indicators.id
  where indicators.id in (p.indicator_id, p.part_id))`;

/** Every place of the plan that shows the indicator of a code, with the indicator and the plan. */
export function readPlaces(tx: Transaction, codes: { plan: string; indicator: string }) {
  return tx
    .select({
      plan: plans,
      state: planState,
      indicator: indicators,
      related,
      place: indicatorNodes,
      node: planNodes,
      goal: goalOf(planNodes.id),
    })
    .from(plans)
    .innerJoin(indicators, eq(indicators.planId, plans.id))
    .innerJoin(indicatorNodes, eq(indicatorNodes.indicatorId, indicators.id))
    .innerJoin(planNodes, eq(planNodes.id, indicatorNodes.nodeId))
    .where(
      and(
        eq(plans.code, codes.plan),
        sql`${indicators.id} in (
          select i.id from indicators i join indicator_nodes x on x.indicator_id = i.id
          where i.plan_id = ${plans.id} and (i.code = ${codes.indicator} or x.code = ${codes.indicator}))`,
      ),
    )
    .orderBy(asc(indicatorNodes.isRepost), asc(indicatorNodes.code));
}
