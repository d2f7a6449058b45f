import { can } from "#app/policy/can.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition, readPlanState } from "../plan/read-definition.server.ts";
import { listEditionChanges } from "./edition-changes.server.ts";

/**
 * Everything that was published of a plan, year by year, the newest first, with how many KPIs each
 * edition has otherwise than the one before it. Public. Throws `not_found`.
 */
export function listPlanEditions(context: ServiceContext, planCode: string) {
  return transaction(context, async (tx) => {
    const { plan } = await readPlanState(tx, planCode);
    const { code, name, levelNames, ownerKind, rubric } = plan;
    return {
      plan: { code, name, levelNames, ownerKind, rubric },
      member: can(context.actor, "rollup.read"),
      editions: await listEditionChanges(tx, plan.id, null, (fy) =>
        readDefinition(tx, code, () => fy),
      ),
    };
  });
}
