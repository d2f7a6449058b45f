import { groupBy } from "#app/domain/group-by.ts";
import type { Transaction } from "#db/client.server.ts";
import type { Definition, DefinitionNode } from "../plan/read-definition.server.ts";
import { readPublishedYears } from "./indicator-years.server.ts";
import type { Rollup } from "./read.server.ts";

/** The KPIs that a project shows with their roadmaps, in order; none for what is no project. */
export function roadmapIndicators(
  { attachments, indicators }: Pick<Definition, "attachments" | "indicators">,
  node: DefinitionNode,
) {
  if (node.kind !== "project") return [];
  return attachments
    .filter(({ nodeId, role }) => nodeId === node.id && role !== "part")
    .flatMap(({ indicatorId }) => indicators.find(({ id }) => id === indicatorId) ?? []);
}

/**
 * The KPIs that a project shows, each with what became of it in all years: for members as it stands
 * in the roll-up, for everybody else what was published, which is one statement.
 */
export async function projectRoadmaps(tx: Transaction, rollup: Rollup, node: DefinitionNode) {
  const shown = roadmapIndicators(rollup, node);
  if (shown.length === 0) return [];
  const isMembers = rollup.figures && rollup.edition === null;
  const ids = shown.map(({ id }) => id);
  const years = isMembers ? rollup.years : await readPublishedYears(tx, rollup.plan.id, ids);
  const byIndicator = groupBy(years, ({ indicatorId }) => indicatorId);
  return shown.map((indicator) => ({ indicator, years: byIndicator.get(indicator.id) ?? [] }));
}
