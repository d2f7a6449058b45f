import { roundCapabilities } from "#app/domain/round/states.ts";
import { can } from "#app/policy/can.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { askedRound, type EntryCodes } from "../entry/owed-rows.server.ts";
import { ServiceError } from "../service-error.ts";
import { listImports } from "./find.server.ts";

/**
 * Where a filled form is sent: the round, whether it takes one now, and what was brought in before.
 * Throws `forbidden` for people of other organisations, `not_found` without a round.
 */
export async function describeImport(context: ServiceContext, codes: EntryCodes) {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  authorize(context, "import.read", { organisationId });
  return transaction(context, async (tx) => {
    const round = await askedRound(tx, codes);
    if (!round) throw new ServiceError("not_found");
    return {
      ...round,
      membership,
      takesFigures: roundCapabilities[round.state].takesFigures,
      mayPrepare: can(context.actor, "import.prepare", { organisationId }),
      earlier: await listImports(tx, organisationId, codes),
    };
  });
}
