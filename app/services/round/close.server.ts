import { z } from "zod";
import { closingText } from "#app/i18n/round-record.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { countAnswers } from "./counts.server.ts";
import { findRound, lockRound, type RoundCodes } from "./find.server.ts";
import { takeRoundStep } from "./take-step.server.ts";

const fields = z.object({
  confirmed: z.literal("on", "round.confirm"),
  reason: typedText(1000, "round.too_long"),
});

/**
 * Closes a round: no figure is entered, submitted or returned any more; what was submitted may still
 * be accepted. The record says what was missing. Who is writing at this moment is waited for. Throws
 * `forbidden`, `not_found`, `invalid`, `conflict`, `locked`.
 */
export function closeRound(
  context: ServiceContext,
  codes: RoundCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const found = await findRound(tx, codes);
    const { plan, round, rights } = found;
    const { context: signedIn } = authorizeAs(context, "round.close", rights);
    const parsed = fields.safeParse(input);
    const form = stepFields.safeParse(input);
    if (!parsed.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(parsed.error, form.error) });
    // Counted when nobody is writing any more.
    await lockRound(tx, round.id);
    const counts = await countAnswers(tx, round.id);
    await takeRoundStep(tx, signedIn, found, {
      step: "close",
      reason: parsed.data.reason,
      standing: closingText(counts),
      ...form.data,
      authorOrganisationId: plan.ownerId,
      detail: { counts },
    });
  });
}
