import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { approvalDeputies, members } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { revokeInvitationsOfAuthor } from "../invitation/revoke-of-author.server.ts";
import type { FoundMember } from "./find.server.ts";

/**
 * Takes somebody out of an organisation, and out of the days on which they were to stand in for others;
 * whom they asked in and who has not come yet is not let in any more.
 */
export async function endMembership(
  tx: Transaction,
  context: SignedIn,
  {
    organisation,
    organisationId,
    member,
  }: {
    organisation: string;
    organisationId: string;
    member: FoundMember;
  },
): Promise<void> {
  // Written first: who leaves does so as the administrator that they are.
  await record(tx, context, {
    action: "member.end",
    organisationId,
    subject: `${organisation}/${member.userId}`,
    detail: { before: { role: member.role }, after: null },
  });
  await revokeInvitationsOfAuthor(tx, context, {
    organisation,
    organisationId,
    userId: member.userId,
  });
  await tx
    .update(approvalDeputies)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(approvalDeputies.organisationId, organisationId),
        eq(approvalDeputies.userId, member.userId),
        isNull(approvalDeputies.endedAt),
      ),
    );
  await tx.delete(members).where(eq(members.id, member.id));
}
