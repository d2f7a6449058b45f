import { nextPracticeState } from "#app/domain/practice/states.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { appendPracticeVersion, contentOf } from "./append.server.ts";
import { findPractice, type PracticeCodes } from "./find.server.ts";

const fields = stepFields.extend({
  reason: requiredText(1000, "practice.reason", "practice.reason"),
});

/**
 * Takes a shared case back, with a reason: from then on only its own organisation reads it, and it
 * counts no more. What others recorded stays with them. Throws `forbidden`, `not_found`, `invalid`,
 * `conflict`, and `locked` where it is not shared.
 */
export function withdrawPractice(
  context: ServiceContext,
  codes: PracticeCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const { plan, newest } = await findPractice(tx, codes);
    const { organisation } = newest;
    const { context: signedIn } = authorizeAs(context, "practice.withdraw", {
      organisationId: organisation.id,
    });
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { reason, ...form } = parsed.data;
    const repeated = newest.requestKey === form.requestKey;
    // Somebody else's step is news; one's own, from an old page, is refused.
    if (!repeated && newest.version !== form.baseVersion) throw new ServiceError("conflict");
    const state = repeated ? newest.state : nextPracticeState(newest.state, "withdraw");
    if (state === null) throw new ServiceError("locked");
    await appendPracticeVersion(tx, signedIn, {
      plan,
      practiceId: newest.practiceId,
      organisation,
      newest,
      step: "withdraw",
      state: "withdrawn",
      content: { ...contentOf(newest), reason },
      files: [],
      ...form,
    });
  });
}
