import { groupBy } from "#app/domain/group-by.ts";
import type { PostedReview, ReviewResult } from "#app/domain/observation/review-rows.ts";
import type { Membership } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import { findJudged, judgeTarget } from "./judge.server.ts";
import { findTicked, judgeTicked, type Ticked } from "./ticked.server.ts";

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
  const ticked = await transaction(context, (tx) =>
    findTicked(rows, (codes) => findJudged(tx, context, membership, codes, "accept")),
  );
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
  for (const { key, target, ...step } of group) {
    const outcome = await judgeTicked(tx, (part) =>
      judgeTarget(part, context, membership, target, { step: "accept", ...step }),
    );
    results.push({ key, outcome });
  }
  const accepted = group.filter((_, index) => results[index]?.outcome === "done");
  const indicatorIds = accepted.slice(0, 1).map(({ target }) => target.indicator.id);
  await recomputeEvaluations(tx, { indicatorIds });
  return results;
}
