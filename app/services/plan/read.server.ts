import { versionOnDay } from "#app/domain/plan/revision.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { readPlanState, readVersion } from "./read-definition.server.ts";

/**
 * The definition of a plan that is in force, or that was on a day (`asOf`, an ISO date). Public.
 * Throws `not_found`, also for a day before the plan.
 */
export function readPlan(context: ServiceContext, code: string, asOf: string | null = null) {
  return transaction(context, async (tx) => {
    const state = await readPlanState(tx, code);
    const { versions } = state.plan;
    const version = asOf === null ? versions.at(-1) : versionOnDay(versions, asOf);
    if (!version) throw new ServiceError("not_found");
    return readVersion(tx, state, version);
  });
}

export type PlanReading = Awaited<ReturnType<typeof readPlan>>;
