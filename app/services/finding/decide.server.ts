import { healthDismissals } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { readDismissals } from "./dismissals.server.ts";
import { readFindings } from "./read-findings.server.ts";

/** Which finding, as a form says it. */
export type FindingCodes = { plan: string; key: string };

/**
 * What setting aside and taking up again have in common: one of the plan's owner says it about a
 * finding that the plan has at this moment. `readReason` is asked once it is known that they may.
 * Throws `forbidden`, `not_found`, and `conflict` where the definition has changed since or somebody
 * has said the same already.
 */
export function decideOnFinding(
  given: ServiceContext,
  { plan: code, key }: FindingCodes,
  step: "dismiss" | "restore",
  readReason: () => string,
): Promise<void> {
  return transaction(given, async (tx) => {
    const { definition, findings } = await readFindings(tx, code);
    const { plan } = definition;
    const action = `finding.${step}` as const;
    const { context, membership } = authorizeAs(given, action, {
      ownerOrganisationId: plan.ownerId,
    });
    const reason = readReason();
    const finding = findings.find((found) => found.key === key);
    const present = (await readDismissals(tx, plan.id)).get(key);
    const dismissed = step === "dismiss";
    if (!finding || (present !== undefined) === dismissed) throw new ServiceError("conflict");
    await tx.insert(healthDismissals).values({
      planId: plan.id,
      findingKey: key,
      dismissed,
      reason,
      authorId: context.actor.id,
      authorOrganisationId: membership.organisationId,
    });
    await record(tx, context, {
      action,
      organisationId: membership.organisationId,
      subject: `${plan.code}/${key}`,
      detail: { case: finding.case, reason, before: present?.reason ?? null },
    });
  });
}
