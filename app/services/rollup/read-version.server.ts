import { eq, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import { plans } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { askedFy } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { defaultYear } from "./read.server.ts";

/**
 * Which state of a plan's roll-up a reader would see: the year, whether with figures, and a version
 * that changes with the definition and with every acceptance. One statement, so that a page may ask
 * at each request whether what it keeps still holds. Throws `not_found`.
 */
export function readRollupVersion(context: ServiceContext, planCode: string, fy: number | null) {
  const figures = can(context.actor, "rollup.read");
  return transaction(context, async (tx) => {
    const [plan] = await tx
      .select({
        firstFy: plans.firstFy,
        lastFy: plans.lastFy,
        askedFy,
        definition: plans.definitionVersion,
        figures: sql<number | null>`(
          select f.version from plan_figures f where f.plan_id = plans.id)`,
      })
      .from(plans)
      .where(eq(plans.code, planCode));
    if (!plan) throw new ServiceError("not_found");
    const year = fy ?? defaultYear(plan, new Date());
    return { fy: year, figures, version: `${plan.definition} ${plan.figures ?? 0}` };
  });
}
