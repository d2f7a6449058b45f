import { z } from "zod";
import type { PostedReview, ReviewResult } from "#app/domain/observation/review-rows.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { type TakenStep, tellHandedIn } from "../notification/tell-of-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { decideTarget, isOnBehalf } from "./decide.server.ts";
import { findTarget } from "./find-target.server.ts";
import { findTicked, judgeTicked } from "./ticked.server.ts";
import { fieldErrors } from "./write.server.ts";

/** A deputy says why the decision is theirs. */
const deputyFields = z.object({ behalf: requiredText(200, "text.too_long", "approval.behalf") });

/**
 * Approves the ticked answers that were proposed in one's own organisation (決裁), and says of each
 * what became of it: they go on to the PTs' leads as they were proposed. One's own proposal stays, and
 * one that somebody else has decided on holds up no other. A deputy (代決) says why in `behalf`.
 * Throws `forbidden`, `not_found` and `invalid` before anything is approved.
 */
export async function approveObservation(
  context: ServiceContext,
  organisation: string,
  rows: readonly PostedReview[],
  input: Record<string, unknown>,
): Promise<ReviewResult[]> {
  const membership = requireMembership(context, organisation);
  const { organisationId } = membership;
  authorize(context, "observation.approve", { organisationId });
  const onBehalf = isOnBehalf(context, membership, "approve");
  const parsed = deputyFields.safeParse(input);
  if (onBehalf && !parsed.success)
    throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  const reason = onBehalf ? parsed.data?.behalf : undefined;
  return transaction(context, async (tx) => {
    const ticked = await findTicked(rows, (codes) => findTarget(tx, { ...codes, organisation }));
    const results: ReviewResult[] = [];
    const taken: TakenStep[] = [];
    for (const { key, target, ...form } of inOrder(ticked)) {
      const given = { step: "approve" as const, ...form, reason, onBehalf };
      let step: TakenStep["step"] = null;
      const outcome = await judgeTicked(tx, async (part) => {
        ({ step } = await decideTarget(part, context, organisationId, target, given));
      });
      results.push({ key, outcome });
      taken.push({ step, target });
    }
    await tellHandedIn(tx, context, taken, organisationId);
    return results;
  });
}

/** The same order for everybody, so that two requests never wait for each other crosswise. */
function inOrder<Row extends { key: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
}
