import { combineMarks } from "../evaluation/evaluate.ts";
import { groupBy } from "../group-by.ts";
import type { NodeKind, Theme } from "../indicator/definition.ts";
import type { Rubric } from "../rubric/rubric.ts";

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
  role: "outcome" | "kpi";
  isRepost: boolean;
};

/** What the tree needs of an evaluation; years outside an indicator's term have none. */
export type NodeEvaluation = {
  mark: string | null;
  computedMark: string | null;
  unjudged: string | null;
  reported: number;
  expectedReporters: number;
  isDemo: boolean;
};

/** How a node stands: its KPIs counted once each, by mark or by why there is no mark. */
export type NodeSummary = {
  mark: string | null;
  computedMark: string | null;
  indicators: number;
  counts: Record<string, number>;
  /** KPIs on which nobody reported. */
  notReported: number;
  /** KPIs whose mark is withheld because a reporter is missing. */
  incomplete: number;
  /** KPIs with nothing to report in this year. */
  outOfTerm: number;
  /** Answers received and expected, summed over the KPIs. */
  reported: number;
  expectedReporters: number;
  isDemo: boolean;
};

/**
 * Sums a plan up: every node with its KPIs below, each KPI once however often it is shown. A repost
 * adds nothing to the nodes above it, and shows at its own place what its original shows.
 */
export function summarise(
  nodes: readonly PlanNode[],
  attachments: readonly Attachment[],
  evaluations: ReadonlyMap<string, NodeEvaluation>,
  rubric: Rubric,
): { total: NodeSummary; byNode: Map<string, NodeSummary> } {
  const children = groupBy(nodes, (node) => node.parentId);
  const kpis = attachments.filter((attachment) => attachment.role === "kpi");
  const byNode = groupBy(kpis, (attachment) => attachment.nodeId);
  const summaries = new Map<string, NodeSummary>();

  const visit = (node: PlanNode): string[] => {
    const shown = (byNode.get(node.id) ?? []).map((attachment) => attachment.indicatorId);
    const counted = node.repostOfId
      ? []
      : (byNode.get(node.id) ?? []).filter((a) => !a.isRepost).map((a) => a.indicatorId);
    const below = (children.get(node.id) ?? []).flatMap(visit);
    const own = new Set([...counted, ...below]);
    summaries.set(node.id, {
      ...summaryOf(node.kind === "project" ? new Set(shown) : own, evaluations, rubric),
      ...(node.kind === "project" ? combined(shown, evaluations, rubric) : {}),
    });
    return [...own];
  };
  const all = (children.get(null) ?? []).flatMap(visit);
  return { total: summaryOf(new Set(all), evaluations, rubric), byNode: summaries };
}

function combined(
  indicatorIds: readonly string[],
  evaluations: ReadonlyMap<string, NodeEvaluation>,
  rubric: Rubric,
) {
  const due = indicatorIds.flatMap((id) => evaluations.get(id) ?? []);
  return {
    mark: combineMarks(
      due.map((evaluation) => evaluation.mark),
      rubric,
    ),
    computedMark: combineMarks(
      due.map((evaluation) => evaluation.computedMark),
      rubric,
    ),
  };
}

function summaryOf(
  indicatorIds: ReadonlySet<string>,
  evaluations: ReadonlyMap<string, NodeEvaluation>,
  rubric: Rubric,
): NodeSummary {
  const summary: NodeSummary = {
    mark: null,
    computedMark: null,
    indicators: indicatorIds.size,
    counts: Object.fromEntries(rubric.marks.map((mark) => [mark.symbol, 0])),
    notReported: 0,
    incomplete: 0,
    outOfTerm: 0,
    reported: 0,
    expectedReporters: 0,
    isDemo: false,
  };
  for (const id of indicatorIds) {
    const evaluation = evaluations.get(id);
    if (!evaluation) {
      summary.outOfTerm += 1;
      continue;
    }
    if (evaluation.mark !== null)
      summary.counts[evaluation.mark] = (summary.counts[evaluation.mark] ?? 0) + 1;
    else if (evaluation.unjudged === "incomplete") summary.incomplete += 1;
    else summary.notReported += 1;
    summary.reported += evaluation.reported;
    summary.expectedReporters += evaluation.expectedReporters;
    summary.isDemo ||= evaluation.isDemo;
  }
  return summary;
}

/** A theme of a policy holds for its projects too. */
export function themesWithInherited(
  nodes: readonly { id: string; parentId: string | null }[],
  own: ReadonlyMap<string, readonly Theme[]>,
): Map<string, Theme[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const of = (id: string | null): Theme[] => {
    const node = id === null ? undefined : byId.get(id);
    return node ? [...new Set([...(own.get(node.id) ?? []), ...of(node.parentId)])] : [];
  };
  return new Map(nodes.map((node) => [node.id, of(node.id)]));
}
