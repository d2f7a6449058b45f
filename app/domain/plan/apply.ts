import type { PlanContent, PlanContentIndicator, PlanContentNode } from "./content.ts";
import { mergeProposal } from "./merge.ts";
import type { SubjectContent, SubjectKind } from "./revision.ts";

/** What a revision makes of a node or an indicator, and what that was when it was written. */
export type Proposal = { content: SubjectContent; basis: SubjectContent | null };

/** A proposal that the plan has moved away from: where, and the fields that both changed. */
export type ProposalConflict = { kind: SubjectKind; code: string; fields: string[] };

/** The node or the indicator of a code, as a document has it; null where it has none. */
export function subjectIn(
  content: PlanContent,
  kind: SubjectKind,
  code: string,
): SubjectContent | null {
  if (kind === "node") {
    const node = content.nodes.find((each) => each.code === code);
    return node ? { kind, node } : null;
  }
  const indicator = content.indicators.find((each) => each.code === code);
  return indicator ? { kind, indicator } : null;
}

export function codeOf(subject: SubjectContent): string {
  return subject.kind === "node" ? subject.node.code : subject.indicator.code;
}

/**
 * The plan with every proposal in it. A field that nobody proposes to change stays as the plan has it
 * now; something new is added after its siblings; what hangs on a node that is closed is closed with
 * it. `conflicts` are empty where it may be adopted.
 */
export function applyProposals(
  content: PlanContent,
  proposals: readonly Proposal[],
): { content: PlanContent; conflicts: ProposalConflict[] } {
  const conflicts: ProposalConflict[] = [];
  let { nodes, indicators } = content;
  for (const { content: proposed, basis } of proposals) {
    const code = codeOf(proposed);
    if (proposed.kind === "node") {
      const was = basis?.kind === "node" ? basis.node : null;
      const done = put(nodes, was, proposed.node);
      nodes = done.list;
      if (done.conflicts.length > 0) conflicts.push({ kind: "node", code, fields: done.conflicts });
    } else {
      const was = basis?.kind === "indicator" ? basis.indicator : null;
      const done = put(indicators, was, proposed.indicator);
      indicators = done.list;
      if (done.conflicts.length > 0)
        conflicts.push({ kind: "indicator", code, fields: done.conflicts });
    }
  }
  return { content: closedThroughout({ nodes: inPlaces(nodes), indicators }), conflicts };
}

function put<Thing extends { code: string }>(
  list: readonly Thing[],
  basis: Thing | null,
  proposed: Thing,
): { list: Thing[]; conflicts: string[] } {
  const now = list.find((each) => each.code === proposed.code);
  if (!now) return { list: [...list, proposed], conflicts: [] };
  // Two proposals of one new thing: both made its code up.
  if (!basis) return { list: [...list], conflicts: ["code"] };
  const { merged, conflicts } = mergeProposal(basis, proposed, now);
  return { list: list.map((each) => (each === now ? merged : each)), conflicts };
}

/** Siblings get positions from 1 on, in the order in which they stood, new ones last. */
function inPlaces(nodes: readonly PlanContentNode[]): PlanContentNode[] {
  const counted = new Map<string | null, number>();
  const position = new Map(
    nodes
      .map((node, index) => ({ node, index }))
      .toSorted((a, b) => a.node.position - b.node.position || a.index - b.index)
      .map(({ node }) => {
        const next = (counted.get(node.parent) ?? 0) + 1;
        counted.set(node.parent, next);
        return [node.code, next] as const;
      }),
  );
  return nodes.map((node) => ({ ...node, position: position.get(node.code) ?? node.position }));
}

/** A closed project closes its KPIs, and ends them with its own last year. */
function closedThroughout({ nodes, indicators }: PlanContent): PlanContent {
  const closed = new Map(
    nodes.flatMap((node) =>
      node.closedReason !== null && node.project ? [[node.code, node] as const] : [],
    ),
  );
  return {
    nodes,
    indicators: indicators.map((indicator): PlanContentIndicator => {
      const home = closed.get(indicator.home);
      if (!home?.project) return indicator;
      return {
        ...indicator,
        lastFy: Math.min(indicator.lastFy, home.project.lastFy),
        closedReason: indicator.closedReason ?? home.closedReason,
      };
    }),
  };
}
