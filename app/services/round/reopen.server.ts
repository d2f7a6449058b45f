import { z } from "zod";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { listRoundFacts } from "./facts.server.ts";
import { dueDay } from "./fields.server.ts";
import { findRound, type RoundCodes } from "./find.server.ts";
import { takeRoundStep } from "./take-step.server.ts";
import { tellReporters } from "./tell.server.ts";

/**
 * Opens a closed or published round again, for corrections: with a reason that stays in its record
 * and a new due day, not before today in Japan by `now`. What was published stays as it was until it
 * is published anew. Throws `forbidden`, `not_found`, `invalid`, `conflict`, `locked`.
 */
export function reopenRound(
  context: ServiceContext,
  codes: RoundCodes,
  input: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const fields = z.object({
    dueOn: dueDay.refine((day) => day >= dateInJapan(now), "round.reopen_due_on"),
    reason: requiredText(1000, "round.too_long", "round.reopen_reason"),
  });
  return transaction(context, async (tx) => {
    const found = await findRound(tx, codes);
    const { plan, round, rights } = found;
    const { context: signedIn } = authorizeAs(context, "round.reopen", rights);
    const parsed = fields.safeParse(input);
    const form = stepFields.safeParse(input);
    if (!parsed.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(parsed.error, form.error) });
    const { dueOn, reason } = parsed.data;
    const reopened = await takeRoundStep(tx, signedIn, found, {
      step: "reopen",
      dueOn,
      reason,
      ...form.data,
      authorOrganisationId: plan.ownerId,
    });
    if (!reopened) return;
    const [facts] = await listRoundFacts(tx, plan.id, round.number);
    const dueOnOf = (slug: string) => facts?.dueOnOf(slug) ?? dueOn;
    await tellReporters(tx, signedIn, found, { step: "reopen", dueOnOf, reason });
  });
}
