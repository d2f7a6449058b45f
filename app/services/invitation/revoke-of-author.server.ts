import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { invitations } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";

/**
 * Takes back whom somebody asked into an organisation and who has not come yet: who administers it no more
 * lets nobody in, themselves under another address least of all.
 */
export async function revokeInvitationsOfAuthor(
  tx: Transaction,
  context: SignedIn,
  given: { organisation: string; organisationId: string; userId: string },
): Promise<void> {
  const { organisation, organisationId, userId } = given;
  const revoked = await tx
    .update(invitations)
    .set({ state: "revoked", endedAt: sql`now()` })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.authorId, userId),
        eq(invitations.state, "open"),
      ),
    )
    .returning({ id: invitations.id, role: invitations.role });
  for (const { id, role } of revoked)
    await record(tx, context, {
      action: "invitation.revoke",
      organisationId,
      subject: `${organisation}/${id}`,
      detail: { before: { state: "open", role }, after: { state: "revoked" } },
    });
}
