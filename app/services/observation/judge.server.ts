import type { Membership } from "#app/policy/can.ts";
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
import { isOwnAnswer } from "./own-answer.server.ts";
import { fieldErrors, stepFields } from "./write.server.ts";

type Judgement = { step: "accept" | "return"; reason?: string };

/**
 * What accepting and returning have in common: somebody of the PT's lead, and never the person who
 * submitted or proposed it, judges a submitted answer. `reviewer` is the slug of the lead organisation in the URL.
 */
export async function judgeAnswer(
  context: ServiceContext,
  reviewer: string,
  codes: TargetCodes,
  input: Record<string, unknown>,
  judgement: Judgement,
  afterwards?: (tx: Transaction, target: ReportTarget) => Promise<void>,
): Promise<void> {
  const membership = requireMembership(context, reviewer);
  const fields = stepFields.safeParse(input);
  if (!fields.success) throw new ServiceError("invalid", { errors: fieldErrors(fields.error) });
  await transaction(context, async (tx) => {
    const target = await findJudged(tx, context, membership, codes, judgement.step);
    const given = { ...judgement, ...fields.data };
    if (await judgeTarget(tx, context, membership, target, given)) await afterwards?.(tx, target);
  });
}

/** The answer that is to be judged. Throws `forbidden` unless the actor's organisation leads its PT. */
export async function findJudged(
  tx: Transaction,
  context: ServiceContext,
  { organisationId }: Membership,
  codes: TargetCodes,
  step: Judgement["step"],
): Promise<ReportTarget> {
  const target = await findTarget(tx, codes);
  authorize(context, `observation.${step}`, {
    leadOrganisationId: target.lead === organisationId ? target.lead : undefined,
  });
  return target;
}

/**
 * Judges an answer that was found for the actor; false when the same request already did. Throws
 * `not_found`, `conflict`, `locked`, and `forbidden` for one's own submission.
 */
export async function judgeTarget(
  tx: Transaction,
  context: ServiceContext,
  { organisationId }: Membership,
  target: ReportTarget,
  given: Judgement & { baseVersion: number; requestKey: string },
): Promise<boolean> {
  const permission = `observation.${given.step}` as const;
  authorize(context, permission, { leadOrganisationId: target.lead ?? undefined });
  const newest = await readNewestVersion(tx, target);
  // What was never submitted is not visible to a reviewer, so it does not exist for them.
  if (!newest) throw new ServiceError("not_found");
  if (newest.state === "submitted" && (await isOwnAnswer(tx, newest, context.actor.id)))
    throw new ServiceError("forbidden", { permission, own: true });
  const appended = await appendVersion(tx, context, target, {
    ...given,
    authorOrganisationId: organisationId,
  });
  if (!appended) return false;
  await tellReporter(tx, context, target, {
    kind: given.step === "accept" ? "accepted" : "returned",
    organisationId,
  });
  return true;
}
