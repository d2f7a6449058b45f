import { combineMarks } from "../evaluation/combine.ts";
import { groupBy } from "../group-by.ts";
import type { AttachmentRole, NodeKind } from "../indicator/definition.ts";
import {
  type Below,
  type NodeEvaluation,
  type NodeSummary,
  summaryOf,
  type YearFigures,
} from "./summary.ts";

export type PlanNode = {
  id: string;
  parentId: string | null;
  kind: NodeKind;
  code: string;
  repostOfId: string | null;
};

/** Where an indicator is shown. */
export type Attachment = {
  indicatorId: string;
  nodeId: string;
  role: AttachmentRole;
  isRepost: boolean;
};

/** A plan's tree with a year's figures. */
export type PlanFigures = YearFigures & {
  nodes: readonly PlanNode[];
  attachments: readonly Attachment[];
  /** The nodes that a strategy refers to. */
  links?: ReadonlyMap<string, readonly string[]>;
};

/**
 * Sums a plan up: every node with its KPIs below, each KPI once however often it is shown. A repost
 * adds nothing to the nodes above it, and shows at its own place what its original shows. Where the
 * plan counts projects, a goal counts its projects' marks instead of its KPIs'. A strategy sums up
 * the nodes it refers to, and adds nothing to the plan.
 */
export function summarise(input: PlanFigures): {
  total: NodeSummary;
  byNode: Map<string, NodeSummary>;
  /** What is counted below each node, for those who ask. */
  below: ReadonlyMap<string, Below>;
} {
  const { nodes, attachments, rubric } = input;
  const children = groupBy(nodes, (node) => node.parentId);
  const shownOn = groupBy(
    attachments.filter((attachment) => attachment.role === "kpi"),
    (attachment) => attachment.nodeId,
  );
  const kpisOf = (node: PlanNode) => (shownOn.get(node.id) ?? []).map((a) => a.indicatorId);
  const byNode = new Map<string, NodeSummary>();
  const below = new Map<string, Below>();

  const visit = (node: PlanNode): Below => {
    const counted = node.repostOfId
      ? []
      : (shownOn.get(node.id) ?? []).filter((a) => !a.isRepost).map((a) => a.indicatorId);
    const own: Below = {
      indicators: counted,
      projects: node.kind === "project" && !node.repostOfId ? [node.id] : [],
      printed: input.printed?.has(node.id) ? [node.id] : [],
    };
    const all = united([own, ...(children.get(node.id) ?? []).map(visit)]);
    below.set(node.id, all);
    if (node.kind !== "project") return all;
    const shown = kpisOf(node);
    const computedMark = combined(shown, input, (evaluation) => evaluation.computedMark);
    byNode.set(node.id, {
      ...summaryOf({ ...all, indicators: shown }, "indicator", input, byNode),
      computedMark,
      mark:
        input.setMarks?.get(node.repostOfId ?? node.id) ??
        combined(shown, input, (evaluation) => evaluation.mark),
    });
    return all;
  };
  const all = united((children.get(null) ?? []).map(visit));
  for (const node of nodes) {
    if (node.kind === "project") continue;
    const ids = [node.id, ...(input.links?.get(node.id) ?? [])];
    const counted = united(ids.flatMap((id) => below.get(id) ?? []));
    below.set(node.id, counted);
    byNode.set(node.id, summaryOf(counted, rubric.countBy, input, byNode));
  }
  return { total: summaryOf(all, rubric.countBy, input, byNode), byNode, below };
}

function united(parts: readonly Below[]): Below {
  const union = (pick: (part: Below) => string[]) => [...new Set(parts.flatMap(pick))];
  return {
    indicators: union((part) => part.indicators),
    projects: union((part) => part.projects),
    printed: union((part) => part.printed),
  };
}

function combined(
  indicatorIds: readonly string[],
  { evaluations, rubric }: YearFigures,
  pick: (evaluation: NodeEvaluation) => string | null,
): string | null {
  const due = indicatorIds.flatMap((id) => evaluations.get(id) ?? []);
  return combineMarks(
    due.map((evaluation) => ({ mark: pick(evaluation), rate: evaluation.rate })),
    rubric,
  );
}
