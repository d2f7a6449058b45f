import { groupBy } from "#app/domain/group-by.ts";
import type { PostedReview, ReviewResult } from "#app/domain/observation/review-rows.ts";
import type { Membership } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import { ServiceError } from "../service-error.ts";
import type { ReportTarget } from "./find-target.server.ts";
import { findJudged, judgeTarget } from "./judge.server.ts";
import { fieldErrors, stepFields } from "./write.server.ts";

/** More than a page shows; each is judged by itself. */
const most = 500;

type Ticked = { key: string; target: ReportTarget; baseVersion: number; requestKey: string };

/**
 * Accepts the ticked answers, each by the rules of accepting one, and says of each what became of it:
 * one that somebody else has judged meanwhile holds up no other. The answers to one indicator are one
 * transaction, after which its evaluations are recomputed once. Throws `forbidden` or `not_found`,
 * before anything is accepted, when one of them is not the reviewer's to judge; `invalid`.
 */
export async function acceptTicked(
  context: ServiceContext,
  reviewer: string,
  rows: readonly PostedReview[],
): Promise<ReviewResult[]> {
  const membership = requireMembership(context, reviewer);
  if (rows.length > most) throw new ServiceError("invalid", { errors: { tick: "form.stale" } });
  const ticked = await transaction(context, async (tx) => {
    const found: Ticked[] = [];
    for (const { key, codes, fields } of rows) {
      const step = stepFields.safeParse(fields);
      if (!step.success) throw new ServiceError("invalid", { errors: fieldErrors(step.error) });
      const target = await findJudged(tx, context, membership, codes, "accept");
      found.push({ key, target, ...step.data });
    }
    return found;
  });
  const results: ReviewResult[] = [];
  for (const group of groupBy(ticked, ({ target }) => target.indicator.id).values())
    results.push(
      ...(await transaction(context, (tx) => acceptGroup(tx, context, membership, group))),
    );
  return results;
}

async function acceptGroup(
  tx: Transaction,
  context: ServiceContext,
  membership: Membership,
  group: readonly Ticked[],
) {
  const results: ReviewResult[] = [];
  for (const each of group)
    results.push({ key: each.key, outcome: await accept(tx, context, membership, each) });
  const accepted = group.filter((_, index) => results[index]?.outcome === "accepted");
  const indicatorIds = accepted.slice(0, 1).map(({ target }) => target.indicator.id);
  await recomputeEvaluations(tx, { indicatorIds });
  return results;
}

/** One answer, in a part of the transaction of its own. */
async function accept(
  tx: Transaction,
  context: ServiceContext,
  membership: Membership,
  { target, baseVersion, requestKey }: Ticked,
): Promise<ReviewResult["outcome"]> {
  try {
    await tx.transaction((part) =>
      judgeTarget(part, context, membership, target, { step: "accept", baseVersion, requestKey }),
    );
    return "accepted";
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.concernsOwn) return "own";
    if (error.code === "conflict" || error.code === "locked") return error.code;
    // Taken back while the list lay open: a draft does not exist for the reviewer.
    if (error.code === "not_found") return "locked";
    throw error;
  }
}
