import { eq, sql } from "drizzle-orm";
import { findAssessment } from "#app/domain/evaluation/assessment.ts";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { IndicatorRow, NodeLink } from "#app/domain/rollup/row.ts";
import type { Transaction } from "#db/client.server.ts";
import { planNodes, projects } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { activitiesOf } from "../plan/activities-of.server.ts";
import type { DefinitionNode } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { type Rollup, readState, rollUp } from "./read.server.ts";

/**
 * One goal, policy or project of a plan in a year: its summary, the indicators that hang on it, the
 * nodes below with theirs, and the way up. Null where the version is still `unless`, the one of an
 * earlier reading. Throws `not_found`, also when the code is of another kind.
 */
export function readNode(
  context: ServiceContext,
  codes: { plan: string; kind: NodeKind; node: string },
  fy: number | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, codes.plan, fy);
    if (state.version === unless) return null;
    const rollup = await rollUp(tx, state);
    const node = rollup.nodes.find((n) => n.kind === codes.kind && n.code === codes.node);
    if (!node) throw new ServiceError("not_found");
    const original = rollup.nodes.find((n) => n.id === node.repostOfId);
    const { code, name, firstFy, lastFy, levelNames, rubric, ownerKind } = rollup.plan;
    const strategies = rollup.nodes.filter((n) => n.links.includes(node.id));
    return {
      version: rollup.version,
      plan: { code, name, firstFy, lastFy, levelNames, rubric, ownerKind },
      edition: rollup.edition,
      organisationNames: rollup.organisationNames,
      fy: rollup.fy,
      figures: rollup.figures,
      path: pathTo(rollup, node),
      original: original ? link(original) : null,
      reposts: rollup.nodes.filter((n) => n.repostOfId === node.id).map(link),
      strategies: strategies.map(link),
      linked: rollup.nodes.filter((n) => node.links.includes(n.id)).map((n) => branch(rollup, n)),
      override: findAssessment(
        rollup.assessments,
        "mark",
        { nodeId: (original ?? node).id },
        rollup.fy,
      ),
      ...branch(rollup, node),
      ...(await readDetails(tx, original ?? node)),
    };
  });
}

export type NodeReading = NonNullable<Awaited<ReturnType<typeof readNode>>>;

export type Branch = ReturnType<typeof nodeOf> & {
  indicators: IndicatorRow[];
  children: Branch[];
};

/** A node with everything below it, as pages show it. */
function branch(rollup: Rollup, node: DefinitionNode): Branch {
  return {
    ...nodeOf(rollup, node),
    indicators: indicatorRows(rollup, node.id),
    children: rollup.nodes
      .filter((child) => child.parentId === node.id)
      .map((child) => branch(rollup, child)),
  };
}

/** A node and how it stands. */
export function nodeOf(rollup: Rollup, node: DefinitionNode) {
  return {
    node: { ...link(node), isRepost: node.repostOfId !== null, lead: node.lead },
    summary: rollup.byNode.get(node.id) ?? rollup.total,
  };
}

/** The indicators that are shown on a node, in order. */
export function indicatorRows(rollup: Rollup, nodeId: string): IndicatorRow[] {
  return rollup.attachments
    .filter((place) => place.nodeId === nodeId && place.role !== "part")
    .flatMap((place) => {
      const indicator = rollup.indicators.find((i) => i.id === place.indicatorId);
      if (!indicator) return [];
      return {
        code: indicator.code,
        name: place.name,
        unit: indicator.unit,
        series: indicator.series,
        direction: indicator.direction,
        valueKind: indicator.valueKind,
        derivation: indicator.derivation,
        isRepost: place.isRepost,
        isShared:
          !place.isRepost &&
          rollup.attachments.some(
            (other) =>
              other.indicatorId === place.indicatorId && other !== place && !other.isRepost,
          ),
        baselineValue: indicator.baselineValue,
        baselineText: indicator.baselineText,
        targetText: indicator.targetText,
        evaluation: rollup.evaluations.get(indicator.id) ?? null,
        outlook: rollup.outlooks.get(indicator.id) ?? null,
        printedDifferently: place.printedDifferently,
        places: indicator.places,
      };
    });
}

/** The nodes above a node, the goal first. */
export function pathTo(rollup: Rollup, node: DefinitionNode): NodeLink[] {
  const parent = rollup.nodes.find((candidate) => candidate.id === node.parentId);
  return parent ? [...pathTo(rollup, parent), link(parent)] : [];
}

/** What a page needs to name a node and lead to it. */
export function link({ kind, code, number, name, themes }: DefinitionNode): NodeLink {
  return { kind, code, number, name, themes };
}

/** What only this node has: a project's own page, the organisations at work, the leaders by office. */
async function readDetails(tx: Transaction, node: DefinitionNode) {
  const [details] = await tx
    .select({
      project: projects,
      organisations: sql<{ role: string; shortName: string }[]>`(
        select coalesce(json_agg(json_build_object('role', x.role, 'shortName', o.short_name)
          order by x.position), '[]')
        from node_organisations x join organisations o on o.id = x.organisation_id
        where x.node_id = ${planNodes.id})`,
      leaders: sql<string[]>`array(
        select l.office from node_leaders l where l.node_id = ${planNodes.id} order by l.position)`,
      activities: activitiesOf,
    })
    .from(planNodes)
    .leftJoin(projects, eq(projects.nodeId, planNodes.id))
    .where(eq(planNodes.id, node.id));
  return {
    project: details?.project ?? null,
    organisations: details?.organisations ?? [],
    leaders: details?.leaders ?? [],
    activities: details?.activities ?? [],
  };
}
