import type { ServiceContext } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import type { TargetCodes } from "./find-target.server.ts";
import { judgeAnswer } from "./judge.server.ts";

/**
 * Accepts a submitted answer: from now on it is the organisation's figure for the year, and the
 * evaluations that depend on it are recomputed in the same transaction.
 * Throws `forbidden` (also for one's own submission), `not_found`, `invalid`, `conflict`, `locked`.
 */
export function acceptObservation(
  context: ServiceContext,
  reviewer: string,
  codes: TargetCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return judgeAnswer(context, reviewer, codes, input, { step: "accept" }, (tx, target) =>
    recomputeEvaluations(tx, { indicatorIds: [target.indicator.id] }),
  );
}
