import { findAssessment } from "#app/domain/evaluation/assessment.ts";
import type { IndicatorRow } from "#app/domain/rollup/row.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { nodeDetails } from "../plan/node-details.server.ts";
import type { DefinitionNode } from "../plan/read-definition.server.ts";
import { nodeRoadmaps } from "./node-roadmaps.server.ts";
import { link, type NodeCodes, openNode } from "./open-node.server.ts";
import { projectFacts } from "./project-facts.server.ts";
import type { Rollup } from "./read.server.ts";

/**
 * One goal, policy or project of a plan in a year: its summary, the indicators that hang on it, the
 * nodes below with theirs, and the way up. Null where the version is still `unless`, the one of an
 * earlier reading. Throws `not_found`, also when the code is of another kind.
 */
export function readNode(
  context: ServiceContext,
  codes: NodeCodes,
  fy: number | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const opened = await openNode(tx, context, codes, fy, unless);
    if (opened === null) return null;
    const { rollup, node, head } = opened;
    const original = rollup.nodes.find((n) => n.id === node.repostOfId);
    const strategies = rollup.nodes.filter((n) => n.links.includes(node.id));
    return {
      ...head,
      organisationNames: rollup.organisationNames,
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
      /** Only of goals and projects. */
      roadmaps: await nodeRoadmaps(tx, rollup, node),
      facts: node.kind === "project" ? await projectFacts(tx, rollup, original ?? node) : null,
      ...nodeDetails(rollup, original ?? node),
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
