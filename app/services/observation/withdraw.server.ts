import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendVersion } from "./append-version.server.ts";
import { findTarget, type TargetCodes } from "./find-target.server.ts";
import { fieldErrors, stepFields } from "./write.server.ts";

/**
 * Takes a submitted answer back before it is judged (引戻し); it is a draft again.
 * Throws `forbidden`, `not_found`, `invalid`, `conflict` or `locked`.
 */
export async function withdrawObservation(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
): Promise<void> {
  const membership = requireMembership(context, codes.organisation);
  authorize(context, "observation.withdraw", { organisationId: membership.organisationId });
  const fields = stepFields.safeParse(input);
  if (!fields.success) throw new ServiceError("invalid", { errors: fieldErrors(fields.error) });
  await transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    await appendVersion(tx, context, target, {
      step: "withdraw",
      ...fields.data,
      authorOrganisationId: membership.organisationId,
    });
  });
}
