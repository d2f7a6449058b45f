import type { Transaction } from "#db/client.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { tellReporter } from "../notification/tell-of-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendVersion } from "./append-version.server.ts";
import { findTarget, type ReportTarget, type TargetCodes } from "./find-target.server.ts";
import { readNewestVersion } from "./newest-version.server.ts";
import { fieldErrors, stepFields } from "./write.server.ts";

/**
 * What accepting and returning have in common: somebody of the PT's lead, and never the person who
 * submitted, judges a submitted answer. `reviewer` is the slug of the lead organisation in the URL.
 */
export async function judgeAnswer(
  context: ServiceContext,
  reviewer: string,
  codes: TargetCodes,
  input: Record<string, unknown>,
  judgement: { step: "accept" | "return"; reason?: string },
  afterwards?: (tx: Transaction, target: ReportTarget) => Promise<void>,
): Promise<void> {
  const membership = requireMembership(context, reviewer);
  const fields = stepFields.safeParse(input);
  if (!fields.success) throw new ServiceError("invalid", { errors: fieldErrors(fields.error) });
  await transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    authorize(context, `observation.${judgement.step}`, {
      leadOrganisationId: target.lead === membership.organisationId ? target.lead : undefined,
    });
    const newest = await readNewestVersion(tx, target);
    // What was never submitted is not visible to a reviewer, so it does not exist for them.
    if (!newest) throw new ServiceError("not_found");
    if (newest.state === "submitted" && newest.authorId === context.actor.id)
      throw new ServiceError("forbidden", {
        permission: `observation.${judgement.step}`,
        own: true,
      });
    const appended = await appendVersion(tx, context, target, {
      ...judgement,
      ...fields.data,
      authorOrganisationId: membership.organisationId,
    });
    if (!appended) return;
    await tellReporter(tx, context, target, {
      kind: judgement.step === "accept" ? "accepted" : "returned",
      organisationId: membership.organisationId,
    });
    await afterwards?.(tx, target);
  });
}
