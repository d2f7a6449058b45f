import { appendAssessment } from "../assessment/append.server.ts";
import { findSubject, type SubjectCodes } from "../assessment/find-subject.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { moveFiguresVersion } from "../evaluation/recompute.server.ts";

/**
 * Gives the outlook of an indicator for its last year, as it is seen in a year, with a reason; an
 * empty `value` takes it back. Throws `forbidden`, `not_found`, `invalid`, `conflict`.
 */
export function setOutlook(
  context: ServiceContext,
  codes: Omit<SubjectCodes, "kind">,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, { ...codes, kind: "indicator" });
    await appendAssessment(tx, context, subject, "outlook", input);
    await moveFiguresVersion(tx, subject.plan.id);
  });
}
