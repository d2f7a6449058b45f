import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { writers } from "#app/policy/roles.ts";
import { members, users } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { findMember } from "./find.server.ts";
import { openWorkOf } from "./open-work.server.ts";

/**
 * What a member would leave to a colleague if they left now, and to whom it may be left. Throws
 * `forbidden`, `not_found`.
 */
export async function readHandOver(
  context: ServiceContext,
  { organisation, userId }: { organisation: string; userId: string },
  now: Date,
) {
  const membership = requireMembership(context, organisation);
  const { organisationId } = membership;
  authorize(context, "member.hand_over", { organisationId });
  return transaction(context, async (tx) => {
    const member = await findMember(tx, { organisationId, userId });
    const colleagues = await tx
      .select({ id: users.id, name: users.name, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(
        and(
          eq(members.organisationId, organisationId),
          ne(members.userId, userId),
          inArray(members.role, [...writers]),
          eq(users.kind, "person"),
        ),
      )
      .orderBy(asc(users.name));
    const today = dateInJapan(now);
    const whose = { organisation, organisationId, userId, name: member.name, today };
    return { membership, member, colleagues, items: await openWorkOf(tx, whose) };
  });
}
