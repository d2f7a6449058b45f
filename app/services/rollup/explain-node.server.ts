import { findAssessment } from "#app/domain/evaluation/assessment.ts";
import type { Counted } from "#app/domain/rollup/row.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { link, type NodeCodes, openNode } from "./open-node.server.ts";
import type { Rollup } from "./read.server.ts";
import { nodeOf } from "./read-node.server.ts";

/**
 * What the counts of a node are made of: every KPI or project that is counted below it with its
 * mark, what is shown below it and counted elsewhere, and for a project the KPIs that its own mark
 * is combined from. Null where the version is still `unless`. Throws `not_found`.
 */
export function explainNode(
  context: ServiceContext,
  codes: NodeCodes,
  fy: number | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const opened = await openNode(tx, context, codes, fy, unless);
    if (opened === null) return null;
    const { rollup, node, head } = opened;
    return {
      ...head,
      ...nodeOf(rollup, node),
      counted: countedBelow(rollup, node),
      elsewhere: shownButCountedElsewhere(rollup, node.id),
      printed: (rollup.below.get(node.id)?.printed ?? []).flatMap((id) =>
        rollup.nodes.filter((n) => n.id === id).map((n) => nodeOf(rollup, n)),
      ),
      override: findAssessment(
        rollup.assessments,
        "mark",
        { nodeId: node.repostOfId ?? node.id },
        rollup.fy,
      ),
    };
  });
}

export type CountReading = NonNullable<Awaited<ReturnType<typeof explainNode>>>;

function countedBelow(rollup: Rollup, node: Rollup["nodes"][number]): Counted[] {
  const below = rollup.below.get(node.id);
  if (!rollup.figures || !below) return [];
  if (node.kind !== "project" && rollup.plan.rubric.countBy === "project")
    return below.projects.flatMap((id) => {
      const project = rollup.nodes.find((n) => n.id === id);
      const summary = rollup.byNode.get(id);
      if (!project || !summary) return [];
      const { code, name } = project;
      const { mark, computedMark } = summary;
      const inTerm = mark !== null || summary.outOfTerm < summary.counted;
      return [{ kind: "project" as const, code, name, mark, computedMark, unjudged: null, inTerm }];
    });
  const ids =
    node.kind === "project"
      ? rollup.attachments
          .filter((a) => a.nodeId === node.id && a.role === "kpi")
          .map((a) => a.indicatorId)
      : below.indicators;
  return ids.flatMap((id) => {
    const indicator = rollup.indicators.find((i) => i.id === id);
    if (!indicator) return [];
    const { code, name } = indicator;
    const evaluation = rollup.evaluations.get(id);
    const { mark = null, computedMark = null, unjudged = null } = evaluation ?? {};
    const inTerm = evaluation !== undefined;
    return [{ kind: "indicator" as const, code, name, mark, computedMark, unjudged, inTerm }];
  });
}

/** Reposts and further places of shared KPIs below a node. */
function shownButCountedElsewhere(rollup: Rollup, nodeId: string) {
  const inside = new Set<string>([nodeId]);
  // Nodes stand in printed order, parents before their children.
  for (const node of rollup.nodes)
    if (node.parentId && inside.has(node.parentId)) inside.add(node.id);
  return rollup.nodes
    .filter((node) => inside.has(node.id) && node.repostOfId !== null)
    .flatMap((repost) => {
      const original = rollup.nodes.find((node) => node.id === repost.repostOfId);
      return original ? [{ repost: link(repost), original: link(original) }] : [];
    });
}
