import { asc, eq, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { themesWithInherited } from "#app/domain/rollup/tree.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicatorNodes,
  indicators,
  nodeOrganisations,
  type nodeThemes,
  organisations,
  planNodes,
  plans,
} from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** The plan of a code, with the year that its organisations are asked for now; throws `not_found`. */
export async function findPlan(tx: Transaction, code: string) {
  const [found] = await tx
    .select({
      plan: plans,
      askedFy: sql<
        number | null
      >`(select max(r.fy) from reporting_rounds r where r.plan_id = ${plans.id})`,
    })
    .from(plans)
    .where(eq(plans.code, code))
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  return { ...found.plan, askedFy: found.askedFy };
}

/**
 * A plan's tree with everything attached to it: nodes in printed order with lead, partners and
 * themes (a policy's theme holds for its projects), indicators, and where each is shown.
 * Three statements whatever the size.
 */
export async function readDefinition(tx: Transaction, code: string) {
  const plan = await findPlan(tx, code);
  const nodeRows = await tx
    .select({
      id: planNodes.id,
      parentId: planNodes.parentId,
      kind: planNodes.kind,
      code: planNodes.code,
      number: planNodes.number,
      name: planNodes.name,
      repostOfId: planNodes.repostOfId,
      themes: sql<(typeof nodeThemes.theme.enumValues)[number][]>`array(
        select t.theme from node_themes t where t.node_id = ${planNodes.id} order by t.theme)`,
      lead: sql<{ slug: string; shortName: string } | null>`(
        select json_build_object('slug', o.slug, 'shortName', o.short_name)
        from ${nodeOrganisations} x join ${organisations} o on o.id = x.organisation_id
        where x.node_id = ${planNodes.id} and x.role = 'lead' limit 1)`,
    })
    .from(planNodes)
    .where(eq(planNodes.planId, plan.id))
    .orderBy(asc(planNodes.position));
  const shown = await tx
    .select({
      indicator: indicators,
      nodeId: indicatorNodes.nodeId,
      role: indicatorNodes.role,
      code: indicatorNodes.code,
      name: indicatorNodes.name,
      isRepost: indicatorNodes.isRepost,
    })
    .from(indicatorNodes)
    .innerJoin(indicators, eq(indicators.id, indicatorNodes.indicatorId))
    .where(eq(indicators.planId, plan.id))
    .orderBy(asc(indicators.position), asc(indicatorNodes.position));
  const themes = themesWithInherited(
    nodeRows,
    new Map(nodeRows.map((node) => [node.id, node.themes])),
  );
  return {
    plan,
    nodes: nodeRows.map((node) => ({ ...node, themes: themes.get(node.id) ?? [] })),
    indicators: [...new Map(shown.map((row) => [row.indicator.id, row.indicator])).values()],
    attachments: shown.map(({ indicator, ...place }) => ({ ...place, indicatorId: indicator.id })),
  };
}

export type Definition = Awaited<ReturnType<typeof readDefinition>>;
export type DefinitionNode = Definition["nodes"][number];
export type DefinitionIndicator = Definition["indicators"][number];

/** Attachments by the node they are shown on. */
export function attachmentsByNode(definition: Definition) {
  return groupBy(definition.attachments, (attachment) => attachment.nodeId);
}
