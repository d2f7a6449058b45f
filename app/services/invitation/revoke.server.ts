import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { invitations } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { findInviting } from "./find-inviting.server.ts";

const fields = z.object({ invitation: z.uuid() });

/**
 * Takes an invitation into an organisation back, or without a `slug` one to keep the portal: its link
 * opens nothing any more. Revoking it twice is revoking it. Throws `forbidden`, `not_found`, and
 * `locked` when it was accepted meanwhile.
 */
export async function revokeInvitation(
  context: ServiceContext,
  slug: string | null,
  input: Record<string, unknown>,
): Promise<void> {
  const own = context.actor?.memberships.find((membership) => membership.slug === slug);
  authorize(context, "invitation.revoke", { organisationId: own?.organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { invitation } = parsed.data;
  await transaction(context, async (tx) => {
    const { id: organisationId, where } = await findInviting(tx, slug);
    const one = and(where, eq(invitations.id, invitation));
    const [revoked] = await tx
      .update(invitations)
      .set({ state: "revoked", endedAt: sql`now()` })
      .where(and(one, eq(invitations.state, "open")))
      .returning({ role: invitations.role });
    if (!revoked) {
      const [known] = await tx.select({ state: invitations.state }).from(invitations).where(one);
      if (!known) throw new ServiceError("not_found");
      if (known.state === "used") throw new ServiceError("locked");
      return;
    }
    await record(tx, context, {
      action: "invitation.revoke",
      organisationId,
      subject: `${slug ?? "portal"}/${invitation}`,
      detail: { before: { state: "open", role: revoked.role }, after: { state: "revoked" } },
    });
  });
}
