import { groupBy } from "#app/domain/group-by.ts";
import type { HealthIndicator, HealthNode, HealthPlan } from "#app/domain/health/plan.ts";
import type { Transaction } from "#db/client.server.ts";
import type { Definition } from "../plan/read-definition.server.ts";
import { readPublishedActuals } from "./published-actuals.server.ts";

/** A plan as the health check reads it: its definition and what was published, one statement. */
export async function readHealthPlan(tx: Transaction, definition: Definition): Promise<HealthPlan> {
  const { plan, nodes, attachments } = definition;
  const published = await readPublishedActuals(tx, plan.id);
  const actuals = groupBy(published, (actual) => actual.indicatorId);
  const codes = new Map(nodes.map((node) => [node.id, node.code]));
  const codeOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null));
  const indicatorCodes = new Map(definition.indicators.map(({ id, code }) => [id, code]));
  const places = groupBy(attachments, (place) => place.indicatorId);
  return {
    code: plan.code,
    firstFy: plan.firstFy,
    lastFy: plan.lastFy,
    nodes: nodes.map(
      ({ kind, code, name, parentId, repostOfId, project }): HealthNode => ({
        kind,
        code,
        name,
        parent: codeOf(parentId),
        repostOf: codeOf(repostOfId),
        overviewText: project?.overviewText ?? null,
      }),
    ),
    indicators: definition.indicators.map((row): HealthIndicator => {
      const { targetText: text, targetDue: due, targetFy, targetFromFy } = row;
      return {
        ...row,
        home: codeOf(row.homeNodeId) ?? "",
        baseline: { value: row.baselineValue, text: row.baselineText, asOf: row.baselineAsOf },
        target: { value: row.targetValue, text, due, fy: targetFy, fromFy: targetFromFy },
        parts: row.parts.flatMap((id) => indicatorCodes.get(id) ?? []),
        places: (places.get(row.id) ?? []).map((place) => ({
          ...place,
          node: codeOf(place.nodeId) ?? "",
        })),
        actuals: actuals.get(row.id) ?? [],
      };
    }),
  };
}
