import { asc, eq, getTableColumns } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { indicators, targets } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition } from "./read-definition.server.ts";

/** A plan's whole definition with every indicator's roadmap. Public. Throws `not_found`. */
export function readPlan(context: ServiceContext, code: string) {
  return transaction(context, async (tx) => {
    const definition = await readDefinition(tx, code);
    const cells = await tx
      .select(getTableColumns(targets))
      .from(targets)
      .innerJoin(indicators, eq(indicators.id, targets.indicatorId))
      .where(eq(indicators.planId, definition.plan.id))
      .orderBy(asc(targets.indicatorId), asc(targets.position));
    return { ...definition, roadmaps: groupBy(cells, (cell) => cell.indicatorId) };
  });
}

export type PlanReading = Awaited<ReturnType<typeof readPlan>>;
