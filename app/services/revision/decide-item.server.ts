import { z } from "zod";
import { revisionCapabilities } from "#app/domain/plan/revision.ts";
import type { Transaction } from "#db/client.server.ts";
import { authorizeAs, type ServiceContext } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { lockVersions } from "../plan/lock-versions.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendItem, type ItemSubject } from "./append-item.server.ts";
import type { RevisionCodes } from "./find.server.ts";
import { placeOf, rightsAt } from "./rights.server.ts";
import { itemOf, openDraft } from "./subject.server.ts";

const fields = stepFields.extend({
  reason: z.string().trim().max(1000, "plan.too_long").default(""),
});

/** What becomes of an item after it was proposed, and who may say so. */
type Decision =
  | { permission: "revision.withdraw"; step: "withdraw" }
  | { permission: "revision.decide"; step: "set_aside" | "take_up" };

/**
 * Takes an item of a revision one step on; its content stays. Setting aside says why. Throws
 * `forbidden`, `not_found`, `invalid`, `locked`, `conflict`.
 */
export async function decideItem(
  tx: Transaction,
  context: ServiceContext,
  codes: RevisionCodes,
  subject: ItemSubject,
  { permission, step }: Decision,
  input: Record<string, unknown>,
): Promise<void> {
  await lockVersions(tx, codes.plan);
  const { found, inForce, draft, items, organisationIds } = await openDraft(tx, codes);
  const newest = itemOf(items, subject);
  if (!newest) throw new ServiceError("not_found");
  const place = placeOf(newest.basis ?? newest.content);
  // What is new may hang on what is new itself.
  const content = inForce.nodes.some(({ code }) => code === place) ? inForce : draft;
  const rights = rightsAt(content, place, found.plan, organisationIds);
  const { context: signedIn, membership } = authorizeAs(context, permission, rights);
  const { takesProposals, takesDecisions } = revisionCapabilities[found.revision.state];
  if (step === "withdraw" ? !takesProposals : !takesDecisions) throw new ServiceError("locked");
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  if (step === "set_aside" && parsed.data.reason === "")
    throw new ServiceError("invalid", { errors: { reason: "revision.set_aside_reason" } });
  await appendItem(tx, signedIn, permission, {
    found,
    subject,
    newest,
    step,
    content: newest.content,
    basis: newest.basis,
    organisationId: newest.organisation.id,
    authorOrganisationId: membership.organisationId,
    ...parsed.data,
  });
}
