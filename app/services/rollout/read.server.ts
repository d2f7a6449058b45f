import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { findRollout, type RolloutCodes } from "./find.server.ts";

/**
 * What an organisation made of a case so far, for its form. Throws `not_found`, `forbidden` for
 * everybody but its own writers and where the case is its own, `locked` where it is not shared.
 */
export async function readRollout(context: ServiceContext, codes: RolloutCodes) {
  authorize(context, "practice.read");
  return transaction(context, async (tx) => {
    const { plan, newest, organisation, rollout, rollouts } = await findRollout(tx, codes);
    authorize(context, "rollout.save", { organisationId: organisation.id });
    return { plan, practice: newest, organisation, rollout, rollouts };
  });
}
