import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { findRound, type RoundCodes } from "./find.server.ts";
import { countQuestions, isOutdated } from "./questions.server.ts";
import { takeRoundStep } from "./take-step.server.ts";
import { tellReporters } from "./tell.server.ts";

/**
 * Opens a round: those who are asked see it and are told, and what is asked stays from now on. Throws
 * `forbidden`, `not_found`, `conflict`, `locked`, and `invalid` where nobody is asked for anything, or
 * for something that is not reported any more.
 */
export function openRound(
  context: ServiceContext,
  codes: RoundCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const found = await findRound(tx, codes);
    const { plan, round, rights } = found;
    const { context: signedIn } = authorizeAs(context, "round.open", rights);
    const form = stepFields.safeParse(input);
    if (!form.success) throw new ServiceError("invalid", { errors: fieldErrors(form.error) });
    const opened = await takeRoundStep(tx, signedIn, found, {
      step: "open",
      reason: "",
      ...form.data,
      authorOrganisationId: plan.ownerId,
      before: async () => {
        const asked = await countQuestions(tx, round.id);
        if (asked.length === 0)
          throw new ServiceError("invalid", { errors: { open: "round.nobody" } });
        if (await isOutdated(tx, round.id))
          throw new ServiceError("invalid", { errors: { open: "round.outdated" } });
      },
    });
    if (!opened) return;
    await tellReporters(tx, signedIn, found, { step: "open", dueOnOf: () => round.dueOn });
  });
}
