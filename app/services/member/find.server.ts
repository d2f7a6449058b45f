import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { members, users } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

export type FoundMember = Awaited<ReturnType<typeof findMember>>;

/**
 * A person of an organisation as they are now, and nobody changes them meanwhile. Programs are none.
 * Throws `not_found`.
 */
export async function findMember(
  tx: Transaction,
  { organisationId, userId }: { organisationId: string; userId: string },
) {
  const [found] = await tx
    .select({
      id: members.id,
      userId: members.userId,
      name: users.name,
      role: members.role,
      goalIds: sql<string[]>`array(select c.node_id::text from member_nodes c
        where c.member_id = ${members.id} order by c.node_id::text)`,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.organisationId, organisationId),
        sql`${members.userId}::text = ${userId}`,
        eq(users.kind, "person"),
      ),
    )
    .for("update", { of: members });
  if (!found) throw new ServiceError("not_found");
  return found;
}
