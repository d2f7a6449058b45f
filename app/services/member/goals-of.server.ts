import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { nodeOrganisations, planNodes, plans } from "#db/schema/index.ts";

/** The PTs and basic goals in which an organisation takes part: what its members may look after. */
export function goalsOf(tx: Transaction, organisationId: string) {
  return tx
    .select({
      id: planNodes.id,
      code: planNodes.code,
      name: planNodes.name,
      plan: plans.name,
    })
    .from(nodeOrganisations)
    .innerJoin(planNodes, eq(planNodes.id, nodeOrganisations.nodeId))
    .innerJoin(plans, eq(plans.id, planNodes.planId))
    .where(and(eq(nodeOrganisations.organisationId, organisationId), eq(planNodes.kind, "goal")))
    .orderBy(asc(plans.position), asc(planNodes.position));
}
