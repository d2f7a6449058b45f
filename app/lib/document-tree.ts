import type { DocumentNode } from "#app/components/plan/document-goal.tsx";
import type { Definition, DefinitionNode } from "#app/services/plan/read-definition.server.ts";

/** The goals of a plan's version with everything below them, as the page of the document shows it. */
export function documentTree(definition: Definition): DocumentNode[] {
  const { nodes, indicators, attachments } = definition;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const codes = new Map(nodes.map(({ id, code, name }) => [id, `${code}　${name}`]));
  const shown = (node: DefinitionNode): DocumentNode => {
    const { code, number, name, lead, project, closedReason, repostOfId, activities } = node;
    return {
      ...{ code, number, name, closedReason, activities },
      lead: lead && `幹事：${lead.shortName}`,
      purpose: project?.purpose ?? null,
      term: project && { firstFy: project.firstFy, lastFy: project.lastFy },
      repostOf: repostOfId === null ? null : (codes.get(repostOfId) ?? null),
      indicators: attachments
        .filter((place) => place.nodeId === node.id && place.role !== "part")
        .flatMap((place) => {
          const found = byId.get(place.indicatorId);
          if (!found) return [];
          const { unit, baselineValue, baselineText, targetText, roadmap } = found;
          return {
            ...{ unit, baselineValue, baselineText, targetText, roadmap },
            code: place.code,
            name: place.name,
            isRepost: place.isRepost,
            closedReason: found.closedReason,
          };
        }),
      children: nodes.filter(({ parentId }) => parentId === node.id).map(shown),
    };
  };
  return nodes.filter(({ kind }) => kind === "goal").map(shown);
}
