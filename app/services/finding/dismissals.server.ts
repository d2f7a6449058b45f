import { desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { healthDismissals, organisations, users } from "#db/schema/index.ts";

/** Why a finding needs nothing done about it, who said so and when. */
export type Dismissal = {
  reason: string;
  person: string | null;
  organisation: string;
  at: Date;
};

/** The findings of a plan that are set aside, by key: the newest word on each counts. */
export async function readDismissals(
  tx: Transaction,
  planId: string,
): Promise<Map<string, Dismissal>> {
  const newest = tx
    .selectDistinctOn([healthDismissals.findingKey])
    .from(healthDismissals)
    .where(eq(healthDismissals.planId, planId))
    .orderBy(healthDismissals.findingKey, desc(healthDismissals.createdAt))
    .as("newest");
  const rows = await tx
    .select({
      key: newest.findingKey,
      reason: newest.reason,
      person: users.name,
      organisation: organisations.shortName,
      at: newest.createdAt,
    })
    .from(newest)
    .innerJoin(organisations, eq(organisations.id, newest.authorOrganisationId))
    .leftJoin(users, eq(users.id, newest.authorId))
    .where(eq(newest.dismissed, true));
  return new Map(rows.map(({ key, ...dismissal }) => [key, dismissal]));
}
