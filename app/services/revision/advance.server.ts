import { z } from "zod";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { lockVersions } from "../plan/lock-versions.server.ts";
import { ServiceError } from "../service-error.ts";
import { findRevision, type RevisionCodes } from "./find.server.ts";
import { takeStep } from "./take-step.server.ts";

const fields = z
  .object({
    step: z.enum(["assemble", "reopen", "abandon"], "revision.step"),
    reason: z.string().trim().max(1000, "plan.too_long").default(""),
    /** The step at which the person saw the revision. */
    baseStep: z.coerce.number().int().min(1),
  })
  .refine(({ step, reason }) => step === "assemble" || reason !== "", {
    path: ["reason"],
    error: "revision.step_reason",
  });

/**
 * Puts a revision together for the council, opens it for proposals again, or abandons it, the latter
 * two with a reason. Throws `forbidden`, `not_found`, `invalid`, `locked`, `conflict`.
 */
export function advanceRevision(
  context: ServiceContext,
  codes: RevisionCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    await lockVersions(tx, codes.plan);
    const { plan, revision } = await findRevision(tx, codes);
    const rights = { ownerOrganisationId: plan.ownerId };
    const { context: signedIn, membership } = authorizeAs(context, "revision.advance", rights);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { step, reason } = parsed.data;
    await takeStep(tx, revision, step, parsed.data);
    await record(tx, signedIn, {
      action: "revision.advance",
      organisationId: membership.organisationId,
      subject: `${plan.code}/${revision.number}`,
      detail: { step, reason, before: revision.state },
    });
  });
}
