import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { PlanContent } from "./content.ts";

/**
 * The plan to begin a successor with: everything that was not closed, under its code, with a link to
 * what it continues. Terms are the new plan's. Baselines, targets, roadmaps and schedules are its own
 * to set, and open until then: what was promised once is promised for nothing else.
 */
export function successorOf(
  { nodes, indicators }: PlanContent,
  { firstFy, lastFy, newId }: { firstFy: FiscalYear; lastFy: FiscalYear; newId: () => string },
): PlanContent {
  const kept = new Set(
    nodes.flatMap(({ code, closedReason }) => (closedReason === null ? [code] : [])),
  );
  const goOn = indicators.filter(
    ({ closedReason, home }) => closedReason === null && kept.has(home),
  );
  const measured = new Set(goOn.map(({ code }) => code));
  return {
    nodes: nodes
      .filter(({ code }) => kept.has(code))
      .map((node) => ({
        ...node,
        id: newId(),
        continues: node.code,
        project: node.project && { ...node.project, firstFy, lastFy },
        activities: node.activities.map(({ name }) => ({ id: newId(), name, bars: [] })),
        repostOf: node.repostOf !== null && kept.has(node.repostOf) ? node.repostOf : null,
        links: node.links.filter((code) => kept.has(code)),
      })),
    indicators: goOn.map((indicator) => ({
      ...indicator,
      id: newId(),
      continues: indicator.code,
      baselineValue: null,
      baselineText: null,
      baselineAsOf: null,
      targetValue: null,
      targetText: "※検討",
      targetDue: null,
      targetFy: null,
      targetFromFy: null,
      firstFy,
      lastFy,
      roadmap: [],
      parts: indicator.parts.filter((code) => measured.has(code)),
      shownOn: indicator.shownOn.filter(({ node }) => kept.has(node)),
    })),
  };
}
