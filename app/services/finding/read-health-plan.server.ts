import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import type { HealthIndicator, HealthNode, HealthPlan } from "#app/domain/health/plan.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, planNodes, projects, targets } from "#db/schema/index.ts";
import type { Definition } from "../plan/read-definition.server.ts";
import { readPublishedActuals } from "./published-actuals.server.ts";

// Written out: in a statement on one table drizzle renders ${indicators.id} as a bare "id".
const reporters = sql<string[]>`array(select o.slug from indicator_reporters r
  join organisations o on o.id = r.organisation_id
  where r.indicator_id = indicators.id order by o.position)`;
const parts = sql<string[]>`array(select part.code from indicator_parts p
  join indicators part on part.id = p.part_id
  where p.indicator_id = indicators.id order by part.position)`;

/** A plan as the health check reads it: its definition and four statements, however large it is. */
export async function readHealthPlan(tx: Transaction, definition: Definition): Promise<HealthPlan> {
  const { plan } = definition;
  const extras = await tx
    .select({ id: indicators.id, reporters, parts })
    .from(indicators)
    .where(eq(indicators.planId, plan.id));
  const overviews = await tx
    .select({ nodeId: projects.nodeId, text: projects.overviewText })
    .from(projects)
    .innerJoin(planNodes, eq(planNodes.id, projects.nodeId))
    .where(eq(planNodes.planId, plan.id));
  const cells = await tx
    .select(getTableColumns(targets))
    .from(targets)
    .innerJoin(indicators, eq(indicators.id, targets.indicatorId))
    .where(eq(indicators.planId, plan.id))
    .orderBy(asc(targets.position));
  const actuals = await readPublishedActuals(tx, plan.id);
  return toHealthPlan(definition, {
    extras: new Map(extras.map((extra) => [extra.id, extra])),
    overviews: new Map(overviews.map(({ nodeId, text }) => [nodeId, text])),
    roadmaps: groupBy(cells, (cell) => cell.indicatorId),
    actuals: groupBy(actuals, (actual) => actual.indicatorId),
  });
}

type Around = {
  extras: ReadonlyMap<string, { reporters: string[]; parts: string[] }>;
  overviews: ReadonlyMap<string, string | null>;
  roadmaps: ReadonlyMap<string, HealthIndicator["roadmap"]>;
  actuals: ReadonlyMap<string, HealthIndicator["actuals"]>;
};

function toHealthPlan(definition: Definition, around: Around): HealthPlan {
  const { plan, nodes, attachments } = definition;
  const codes = new Map(nodes.map((node) => [node.id, node.code]));
  const codeOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null));
  const places = groupBy(attachments, (place) => place.indicatorId);
  return {
    code: plan.code,
    firstFy: plan.firstFy,
    lastFy: plan.lastFy,
    nodes: nodes.map(
      ({ id, kind, code, name, parentId, repostOfId }): HealthNode => ({
        kind,
        code,
        name,
        parent: codeOf(parentId),
        repostOf: codeOf(repostOfId),
        overviewText: around.overviews.get(id) ?? null,
      }),
    ),
    indicators: definition.indicators.map((row): HealthIndicator => {
      const { targetText: text, targetDue: due, targetFy, targetFromFy } = row;
      return {
        ...row,
        home: codeOf(row.homeNodeId) ?? "",
        baseline: { value: row.baselineValue, text: row.baselineText, asOf: row.baselineAsOf },
        target: { value: row.targetValue, text, due, fy: targetFy, fromFy: targetFromFy },
        roadmap: around.roadmaps.get(row.id) ?? [],
        reporters: around.extras.get(row.id)?.reporters ?? [],
        parts: around.extras.get(row.id)?.parts ?? [],
        places: (places.get(row.id) ?? []).map((place) => ({
          ...place,
          node: codeOf(place.nodeId) ?? "",
        })),
        actuals: around.actuals.get(row.id) ?? [],
      };
    }),
  };
}
