import { groupBy } from "#app/domain/group-by.ts";
import type { Transaction } from "#db/client.server.ts";
import type { Definition, DefinitionNode } from "../plan/read-definition.server.ts";
import { readPublishedYears } from "./indicator-years.server.ts";
import type { Rollup } from "./read.server.ts";

/**
 * The KPIs whose roadmaps a node shows, in order: all that a project shows; a goal's own and those below it,
 * each once and without those of other goals that it only repeats (再掲). None for other nodes.
 */
export function roadmapIndicators(
  { nodes, attachments, indicators }: Pick<Definition, "nodes" | "attachments" | "indicators">,
  node: DefinitionNode,
) {
  if (node.kind !== "project" && node.kind !== "goal") return [];
  const isProject = node.kind === "project";
  const within = isProject ? new Set([node.id]) : below(nodes, node.id);
  const shown = attachments.filter(
    ({ nodeId, role, isRepost }) =>
      within.has(nodeId) && role !== "part" && (isProject || !isRepost),
  );
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const ids = new Set(shown.map(({ indicatorId }) => indicatorId));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/** A node and all that hang below it. */
function below(nodes: readonly DefinitionNode[], id: string): Set<string> {
  const children = groupBy(nodes, ({ parentId }) => parentId);
  const found = new Set([id]);
  for (const each of found) for (const child of children.get(each) ?? []) found.add(child.id);
  return found;
}

/**
 * The KPIs whose roadmaps a node shows, each with what became of it in all years: for members as it
 * stands in the roll-up, for everybody else what was published, which is one statement.
 */
export async function nodeRoadmaps(tx: Transaction, rollup: Rollup, node: DefinitionNode) {
  const shown = roadmapIndicators(rollup, node);
  if (shown.length === 0) return [];
  const isMembers = rollup.figures && rollup.edition === null;
  const ids = shown.map(({ id }) => id);
  const years = isMembers ? rollup.years : await readPublishedYears(tx, rollup.plan.id, ids);
  const byIndicator = groupBy(years, ({ indicatorId }) => indicatorId);
  return shown.map((indicator) => ({ indicator, years: byIndicator.get(indicator.id) ?? [] }));
}
