import { and, eq, inArray, sql } from "drizzle-orm";
import { deciders } from "#app/policy/roles.ts";
import type { Transaction } from "#db/client.server.ts";
import { members } from "#db/schema/index.ts";

/**
 * Who may decide in an organisation today, by their ids: those who hold the role, and those who stand in
 * for them.
 */
export async function decidersOf(tx: Transaction, organisationId: string): Promise<string[]> {
  const rows = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.organisationId, organisationId),
        sql`(${inArray(members.role, [...deciders])}
          or portal.deputises(${members.userId}, ${members.organisationId}))`,
      ),
    );
  return rows.map(({ userId }) => userId);
}
