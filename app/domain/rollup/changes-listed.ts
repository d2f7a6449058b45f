import { groupBy } from "../group-by.ts";
import type { AttachmentRole, NodeKind } from "../indicator/definition.ts";
import { goalAbove } from "../plan/goal-above.ts";

type ListedNode = { id: string; parentId: string | null; kind: NodeKind; code: string };
type Place = { indicatorId: string; role: AttachmentRole };

/** A plan's tree as far as lists need it: nodes and places in the order of the plan. */
export type ListedPlan = { nodes: readonly ListedNode[]; attachments: readonly Place[] };

/** What is known of the KPIs that a plan shows, each once and in its order; parts of others apart. */
export function ofShown<Known>(
  { attachments }: Pick<ListedPlan, "attachments">,
  known: ReadonlyMap<string, Known>,
): Map<string, Known> {
  const shown = attachments.filter(({ role }) => role !== "part");
  return new Map(
    shown.flatMap(({ indicatorId }) => {
      const found = known.get(indicatorId);
      return found === undefined ? [] : [[indicatorId, found] as const];
    }),
  );
}

/**
 * Things that stand on nodes, by the goal above them, goals and things in the order of the plan. What
 * stands on no goal comes last.
 */
export function groupByGoal<Thing extends { nodeId: string | null }>(
  { nodes }: Pick<ListedPlan, "nodes">,
  things: readonly Thing[],
): { goalId: string | null; things: Thing[] }[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const position = new Map(nodes.map(({ id }, at) => [id, at]));
  const at = (id: string | null) => position.get(id ?? "") ?? nodes.length;
  const goalOf = ({ nodeId }: Thing) =>
    goalAbove(byId.get(nodeId ?? ""), ({ parentId }) => byId.get(parentId ?? ""))?.id ?? null;
  const inOrder = [...things].sort((a, b) => at(a.nodeId) - at(b.nodeId));
  return [...groupBy(inOrder, goalOf)]
    .map(([goalId, own]) => ({ goalId, things: own }))
    .sort((a, b) => at(a.goalId) - at(b.goalId));
}
