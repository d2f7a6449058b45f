import { z } from "zod";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { tellProposer } from "../notification/tell-of-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { decideTarget, isOnBehalf } from "./decide.server.ts";
import { findTarget, type TargetCodes } from "./find-target.server.ts";
import { fieldErrors, stepFields } from "./write.server.ts";

const reasonField = z.object({ reason: requiredText(2000, "note.too_long", "reason.empty") });

/**
 * Sends an answer that was proposed in one's own organisation back to its writer (団体内の差戻し): it is a
 * draft again, with the reason. Throws `forbidden` (also for one's own proposal), `not_found`,
 * `invalid`, `conflict` or `locked`.
 */
export async function sendBackObservation(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
): Promise<void> {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  authorize(context, "observation.send_back", { organisationId });
  const onBehalf = isOnBehalf(context, membership, "send_back");
  const fields = stepFields.safeParse(input);
  const said = reasonField.safeParse(input);
  if (!fields.success || !said.success)
    throw new ServiceError("invalid", { errors: fieldErrors(said.error, fields.error) });
  await transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    const given = { step: "send_back" as const, ...fields.data, ...said.data, onBehalf };
    const { step, proposerId } = await decideTarget(tx, context, organisationId, target, given);
    if (step && proposerId) await tellProposer(tx, context, target, { proposerId, organisationId });
  });
}
