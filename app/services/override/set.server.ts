import { appendAssessment } from "../assessment/append.server.ts";
import { findSubject, type SubjectCodes } from "../assessment/find-subject.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { moveFiguresVersion, recomputeEvaluations } from "../evaluation/recompute.server.ts";

/**
 * Sets another mark than the computed one for an indicator or a project in a year, with a reason;
 * an empty `value` takes it back. The computed mark stays beside it.
 * Throws `forbidden`, `not_found`, `invalid`, `conflict`.
 */
export function setOverride(
  context: ServiceContext,
  codes: SubjectCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, codes);
    await appendAssessment(tx, context, subject, "mark", input);
    if (subject.id.indicatorId !== null)
      await recomputeEvaluations(tx, { indicatorIds: [subject.id.indicatorId] });
    else await moveFiguresVersion(tx, subject.plan.id);
  });
}
