import { z } from "zod";
import { proveUploads, type Upload } from "#app/domain/attachment/upload.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import {
  milestoneCapabilities,
  milestoneSteps,
  nextMilestoneState,
  stepNeedsReason,
} from "#app/domain/progress/milestone.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { appendMilestoneVersion, contentOf } from "./append.server.ts";
import { findMilestone, type MilestoneCodes } from "./find.server.ts";

const text = typedText(1000, "milestone.too_long");

const fields = z.object({
  step: z.enum(milestoneSteps, "milestone.step"),
  reason: text,
  reachedOn: z.string().default("").transform(parseDay),
  evidence: text,
});

/**
 * Says how far a milestone has come: begun, late, reached, given up, or opened again. Late and given
 * up say why, reached says since when: not later than today in Japan by `now`. Files may stand behind
 * it. Throws `forbidden`, `not_found`, `invalid`, `conflict`, and `locked` when the state does not allow the step.
 */
export function advanceMilestone(
  context: ServiceContext,
  codes: MilestoneCodes,
  input: Record<string, unknown>,
  now: Date,
  uploads: readonly Upload[] = [],
): Promise<void> {
  return transaction(context, async (tx) => {
    const { project, newest, rights } = await findMilestone(tx, codes);
    const { context: signedIn, membership } = authorizeAs(context, "milestone.advance", rights);
    const parsed = fields.safeParse(input);
    const form = stepFields.safeParse(input);
    const files = proveUploads(uploads);
    if (!parsed.success || !form.success || !files.ok)
      throw new ServiceError("invalid", {
        errors: { ...fieldErrors(parsed.error, form.error), ...files.errors },
      });
    const { step, reason, reachedOn, evidence } = parsed.data;
    const isNew = newest.requestKey !== form.data.requestKey;
    if (isNew && newest.version !== form.data.baseVersion) throw new ServiceError("conflict");
    // A form sent again meets the state that it made itself.
    const state = isNew ? nextMilestoneState(newest.state, step) : newest.state;
    if (state === null) throw new ServiceError("locked");
    const { hasDate, needsReason } = milestoneCapabilities[state];
    const asksWhy = needsReason || stepNeedsReason(newest.state, step);
    const errors: Record<string, string> = {};
    if (asksWhy && reason === "") errors.reason = "milestone.reason";
    if (hasDate && (reachedOn === null || reachedOn > dateInJapan(now)))
      errors.reachedOn = "milestone.reached_on";
    if (isNew && Object.keys(errors).length > 0) throw new ServiceError("invalid", { errors });
    await appendMilestoneVersion(tx, signedIn, "milestone.advance", {
      project,
      milestoneId: newest.milestoneId,
      newest,
      step,
      content: {
        ...contentOf(newest),
        state,
        reason: asksWhy ? reason : "",
        evidence,
        reachedOn: hasDate ? reachedOn : null,
      },
      files: files.files,
      ...form.data,
      authorOrganisationId: membership.organisationId,
    });
  });
}
