import { and, eq, inArray } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { NarrativePart } from "#app/domain/indicator/definition.ts";
import { isNarrativePart } from "#app/domain/sheet/narratives.ts";
import type { Transaction } from "#db/client.server.ts";
import { planNodes, plans } from "#db/schema/index.ts";
import { leadOf } from "../plan/lead-of.server.ts";
import { ServiceError } from "../service-error.ts";

/** A text of an evaluation sheet, as codes from a URL. */
export type NarrativeCodes = { plan: string; node: string; part: string; fy: FiscalYear };

export type NarrativePlace = Awaited<ReturnType<typeof findPlace>>;

/**
 * Proves that codes from the outside belong together: the node is a goal or a strategy of the plan,
 * the year is the plan's, sheets have such a text. Throws `not_found` otherwise.
 */
export async function findPlace(tx: Transaction, { plan, node, part, fy }: NarrativeCodes) {
  const [found] = await tx
    .select({
      plan: { id: plans.id, code: plans.code, name: plans.name, ownerId: plans.ownerId },
      years: { first: plans.firstFy, last: plans.lastFy },
      node: { id: planNodes.id, code: planNodes.code, name: planNodes.name },
      lead: leadOf(planNodes.id),
    })
    .from(plans)
    .innerJoin(planNodes, eq(planNodes.planId, plans.id))
    .where(
      and(
        eq(plans.code, plan),
        eq(planNodes.code, node),
        inArray(planNodes.kind, ["goal", "strategy"]),
      ),
    )
    .limit(1);
  if (!found || !isNarrativePart(part)) throw new ServiceError("not_found");
  const { years, lead, ...rest } = found;
  if (fy < years.first || fy > years.last) throw new ServiceError("not_found");
  return {
    ...rest,
    part: part satisfies NarrativePart,
    fy,
    rights: { leadOrganisationId: lead ?? undefined, ownerOrganisationId: found.plan.ownerId },
  };
}
