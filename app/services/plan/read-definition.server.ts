import { asc, eq, type SQL, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import type { NodeKind, Theme } from "#app/domain/indicator/definition.ts";
import type { PrintedCounts } from "#app/domain/rollup/summary.ts";
import { themesWithInherited } from "#app/domain/rollup/themes.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicatorNodes, indicators, plans } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import { planState } from "./state-columns.server.ts";

type NodeJson = {
  id: string;
  parentId: string | null;
  kind: NodeKind;
  code: string;
  number: string;
  name: string;
  repostOfId: string | null;
  themes: Theme[];
  lead: { slug: string; shortName: string } | null;
  /** What a strategy refers to. */
  links: string[];
  /** Counts that a document prints for the node. */
  printed: (PrintedCounts & { fy: number })[];
};

// `plans.id` is written out in these subqueries: see state-columns.

const organisationNames = sql<
  Record<string, string>
>`(select json_object_agg(o.slug, o.short_name) from organisations o)`;

const nodesInOrder = sql<NodeJson[]>`(
  select coalesce(json_agg(json_build_object(
    'id', n.id, 'parentId', n.parent_id, 'kind', n.kind, 'code', n.code, 'number', n.number,
    'name', n.name, 'repostOfId', n.repost_of_id,
    'themes', array(select t.theme from node_themes t where t.node_id = n.id order by t.theme),
    'lead', (select json_build_object('slug', o.slug, 'shortName', o.short_name)
      from node_organisations x join organisations o on o.id = x.organisation_id
      where x.node_id = n.id and x.role = 'lead' limit 1),
    'links', array(select s.node_id from strategy_nodes s where s.strategy_id = n.id),
    'printed', (select coalesce(json_agg(json_build_object('fy', s.fy, 'indicators', s.indicators,
      'marks', s.marks, 'outlooks', s.outlooks)), '[]')
      from published_summaries s where s.node_id = n.id)
  ) order by n.position), '[]')
  from plan_nodes n where n.plan_id = plans.id)`;

// The tree changes only when a plan is loaded or revised, and then its version does.
const kept = new Map<string, { version: string; tree: PlanTree }>();

/**
 * A plan with its tree and everything attached to it: nodes in printed order with lead and themes
 * (a policy's theme holds for its projects), indicators, and where each is shown. The tree is kept
 * in the process for as long as the plan's definition version stays; then it costs one statement,
 * otherwise two. Throws `not_found`.
 */
export async function readDefinition(tx: Transaction, code: string) {
  const known = kept.get(code);
  const unlessKnown = <Value>(value: SQL<Value>) =>
    sql<Value | null>`case when plans.definition_version is distinct from ${known?.version ?? null}
      then ${value} end`;
  const [found] = await tx
    .select({
      plan: plans,
      state: planState,
      organisationNames: unlessKnown(organisationNames),
      nodes: unlessKnown(nodesInOrder),
    })
    .from(plans)
    .where(eq(plans.code, code))
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  const plan = { ...found.plan, ...found.state };
  if (known?.version === plan.definitionVersion) return { plan, ...known.tree };
  const tree = await readTree(tx, plan.id, found.organisationNames ?? {}, found.nodes ?? []);
  kept.set(code, { version: plan.definitionVersion, tree });
  return { plan, ...tree };
}

async function readTree(
  tx: Transaction,
  planId: string,
  organisationNames: Record<string, string>,
  listed: NodeJson[],
) {
  const shown = await tx
    .select({
      indicator: indicators,
      nodeId: indicatorNodes.nodeId,
      role: indicatorNodes.role,
      code: indicatorNodes.code,
      name: indicatorNodes.name,
      isRepost: indicatorNodes.isRepost,
      printedDifferently: indicatorNodes.printedDifferently,
    })
    .from(indicatorNodes)
    .innerJoin(indicators, eq(indicators.id, indicatorNodes.indicatorId))
    .where(eq(indicators.planId, planId))
    // The places of one indicator have positions on different nodes: its home goes first.
    .orderBy(
      asc(indicators.position),
      sql`${indicatorNodes.nodeId} <> ${indicators.homeNodeId}`,
      asc(indicatorNodes.isRepost),
      asc(indicatorNodes.code),
    );
  const siblings = groupBy(listed, (node) => node.parentId);
  const inOrder = (parentId: string | null): NodeJson[] =>
    (siblings.get(parentId) ?? []).flatMap((node) => [node, ...inOrder(node.id)]);
  const nodes = inOrder(null);
  const themes = themesWithInherited(nodes, new Map(nodes.map((node) => [node.id, node.themes])));
  return {
    organisationNames,
    nodes: nodes.map((node) => ({ ...node, themes: themes.get(node.id) ?? [] })),
    indicators: [...new Map(shown.map((row) => [row.indicator.id, row.indicator])).values()],
    attachments: shown.map(({ indicator, ...place }) => ({ ...place, indicatorId: indicator.id })),
  };
}

type PlanTree = Awaited<ReturnType<typeof readTree>>;
export type Definition = Awaited<ReturnType<typeof readDefinition>>;
export type DefinitionNode = Definition["nodes"][number];
