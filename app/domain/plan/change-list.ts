import type { PlanContent, PlanContentNode } from "./content.ts";
import type { ChangeKind, SubjectChange } from "./diff.ts";
import { goalAbove } from "./goal-above.ts";

/** A node in a list of changes. */
export type ListedNode = Pick<PlanContentNode, "code" | "number" | "name" | "kind">;

/** Everything that changes in one node of the plan: its own texts, and the KPIs at home in it. */
export type ChangeEntry = {
  node: ListedNode;
  /** The policy above a project. */
  policy: ListedNode | null;
  change: ChangeKind;
  own: SubjectChange | null;
  indicators: SubjectChange[];
};

/** The changes of one goal (PT), as a 見直し一覧 prints them. */
export type ChangeGroup = { goal: ListedNode | null; entries: ChangeEntry[] };

/**
 * Arranges the differences between two versions by PT and project, in the order of the plan. A node
 * of which only a KPI is new or other has changed itself.
 */
export function changeList(after: PlanContent, changes: readonly SubjectChange[]): ChangeGroup[] {
  const byCode = new Map(after.nodes.map((node) => [node.code, node]));
  const homeOf = new Map(after.indicators.map(({ code, home }) => [code, home]));
  const entries = new Map<string, ChangeEntry>();
  for (const change of changes) {
    const code = change.kind === "node" ? change.code : homeOf.get(change.code);
    const node = code === undefined ? undefined : byCode.get(code);
    if (!node) continue;
    const parent = node.parent === null ? undefined : byCode.get(node.parent);
    const entry = entries.get(node.code) ?? {
      node: listed(node),
      policy: node.kind === "project" && parent ? listed(parent) : null,
      change: "changed",
      own: null,
      indicators: [],
    };
    if (change.kind === "node")
      entries.set(node.code, { ...entry, own: change, change: change.change });
    else entries.set(node.code, { ...entry, indicators: [...entry.indicators, change] });
  }
  const groups = new Map<string | null, ChangeEntry[]>();
  for (const node of inPrintedOrder(after)) {
    const entry = entries.get(node.code);
    if (!entry) continue;
    const goal = goalAbove(node, ({ parent }) => byCode.get(parent ?? ""))?.code ?? null;
    groups.set(goal, [...(groups.get(goal) ?? []), entry]);
  }
  return [...groups].map(([code, own]) => {
    const goal = code === null ? undefined : byCode.get(code);
    return { goal: goal ? listed(goal) : null, entries: own };
  });
}

function listed({ code, number, name, kind }: PlanContentNode): ListedNode {
  return { code, number, name, kind };
}

function inPrintedOrder({ nodes }: PlanContent): PlanContentNode[] {
  const below = (parent: string | null): PlanContentNode[] =>
    nodes
      .filter((node) => node.parent === parent)
      .sort((a, b) => a.position - b.position)
      .flatMap((node) => [node, ...below(node.code)]);
  return below(null);
}
