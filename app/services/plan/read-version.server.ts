import { type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { readPlanState, readVersion } from "./read-definition.server.ts";

/**
 * The whole plan as one of its versions has it, with which version is in force. Public, as the
 * definitions of adopted plans are. Throws `not_found`.
 */
export function readPlanVersion(context: ServiceContext, codes: { plan: string; version: number }) {
  return transaction(context, async (tx) => {
    const state = await readPlanState(tx, codes.plan);
    const { versions } = state.plan;
    const version = versions.find((each) => each.version === codes.version);
    if (!version) throw new ServiceError("not_found");
    const definition = await readVersion(tx, state, version);
    return { ...definition, inForce: versions.at(-1) ?? version };
  });
}
