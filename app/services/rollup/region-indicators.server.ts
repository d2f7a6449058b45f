import type { PlacedIndicator } from "#app/domain/rollup/filter.ts";
import type { DefinitionNode } from "../plan/read-definition.server.ts";
import { link } from "./open-node.server.ts";
import type { Rollup } from "./read.server.ts";
import { indicatorRows } from "./read-node.server.ts";

/**
 * Every outcome and KPI of a plan, each once in the order of the plan, with all the places that it
 * belongs to. Parts of others are left out.
 */
export function regionIndicators(rollup: Rollup): PlacedIndicator[] {
  const { nodes, attachments, indicators, fy } = rollup;
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const upFrom = (node: DefinitionNode | undefined): DefinitionNode[] =>
    node ? [node, ...upFrom(nodeById.get(node.parentId ?? ""))] : [];
  const reportersOf = (id: string): string[] => {
    const { parts = [], reporters = [] } = byId.get(id) ?? {};
    return [...reporters, ...parts.flatMap(reportersOf)];
  };
  const seen = new Set<string>();
  return nodes.flatMap((node) =>
    indicatorRows(rollup, node.id).flatMap((row): PlacedIndicator[] => {
      const indicator = byCode.get(row.code);
      if (row.isRepost || !indicator || seen.has(indicator.id)) return [];
      const path = upFrom(node);
      const ofKind = (kind: DefinitionNode["kind"]) => path.find((each) => each.kind === kind);
      const [goal, policy, project] = [ofKind("goal"), ofKind("policy"), ofKind("project")];
      if (!goal) return [];
      seen.add(indicator.id);
      const places = attachments.filter(
        (place) => place.indicatorId === indicator.id && place.role !== "part" && !place.isRepost,
      );
      const above = places.flatMap((place) => upFrom(nodeById.get(place.nodeId)));
      const codesOf = (kind: DefinitionNode["kind"]) =>
        above.filter((each) => each.kind === kind).map(({ code }) => code);
      return [
        {
          ...row,
          id: indicator.id,
          role: places.some((place) => place.role === "kpi") ? "kpi" : "outcome",
          place: {
            goal: link(goal),
            policy: policy ? link(policy) : null,
            project: project ? link(project) : null,
          },
          goals: codesOf("goal"),
          policies: codesOf("policy"),
          themes: [...new Set(above.flatMap((each) => each.themes))],
          reporters: [...new Set(reportersOf(indicator.id))],
          targetFy: indicator.targetFy,
          hasOwnTarget:
            indicator.targetFy === fy || indicator.roadmap.some((cell) => cell.fy === fy),
        },
      ];
    }),
  );
}
