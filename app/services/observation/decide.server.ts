import { can, type Membership } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import type { ServiceContext, SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendVersion, type VersionStep } from "./append-version.server.ts";
import type { ReportTarget } from "./find-target.server.ts";
import { readNewestVersion } from "./newest-version.server.ts";

type DecisionStep = "approve" | "send_back";

type Decision = Omit<VersionStep, "authorOrganisationId" | "content" | "files"> & {
  step: DecisionStep;
  onBehalf: boolean;
};

/** Whether somebody who may decide does so in another's place: not by a role of their own. */
export function isOnBehalf(
  { actor }: ServiceContext,
  membership: Membership,
  step: DecisionStep,
): boolean {
  const { organisationId } = membership;
  const byRole = actor && { ...actor, memberships: [{ ...membership, deputises: false }] };
  return !can(byRole, `observation.${step}`, { organisationId });
}

/**
 * Decides on an answer that was proposed in the actor's own organisation, as it was proposed, and
 * never by who proposed it. Answers the step that was taken, null when the same request already took
 * it, and who proposed. Throws `conflict`, `locked`, and `forbidden` for one's own proposal.
 */
export async function decideTarget(
  tx: Transaction,
  context: SignedIn,
  organisationId: string,
  target: ReportTarget,
  given: Decision,
) {
  const proposed = await readNewestVersion(tx, target);
  if (proposed?.state === "proposed" && proposed.authorId === context.actor.id)
    throw new ServiceError("forbidden", { permission: `observation.${given.step}`, own: true });
  const authorOrganisationId = organisationId;
  const step = await appendVersion(tx, context, target, { ...given, authorOrganisationId });
  return { step, proposerId: proposed?.authorId ?? null };
}
