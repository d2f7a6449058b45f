import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.server.ts";
import { approvalDeputies, users } from "#db/schema/index.ts";

const authors = alias(users, "authors");

/** Who was named to stand in, the newest days first; with `present`, one person's of a day. One statement. */
export async function deputiesOf(
  tx: Transaction,
  organisationId: string,
  present?: { userId: string; on: string },
) {
  const deputy = approvalDeputies;
  return tx
    .select({
      id: deputy.id,
      name: users.name,
      fromOn: deputy.fromOn,
      untilOn: deputy.untilOn,
      reason: deputy.reason,
      namedBy: authors.name,
      createdAt: deputy.createdAt,
      endedAt: deputy.endedAt,
    })
    .from(deputy)
    .innerJoin(users, eq(users.id, deputy.userId))
    .innerJoin(authors, eq(authors.id, deputy.authorId))
    .where(
      and(
        eq(deputy.organisationId, organisationId),
        present &&
          and(
            eq(deputy.userId, present.userId),
            isNull(deputy.endedAt),
            sql`${present.on}::date between ${deputy.fromOn} and ${deputy.untilOn}`,
          ),
      ),
    )
    .orderBy(desc(deputy.fromOn), desc(deputy.createdAt));
}
