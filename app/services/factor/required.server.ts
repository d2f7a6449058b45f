import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { members, organisations, passkeys, twoFactors } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** The organisations of somebody that require a second factor, by name. */
export async function organisationsRequiringFactor(
  identity: Database | Transaction,
  userId: string,
): Promise<string[]> {
  const rows = await identity
    .select({ name: organisations.shortName })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(members.userId, userId), eq(organisations.requiresSecondFactor, true)))
    .orderBy(asc(organisations.position));
  return rows.map(({ name }) => name);
}

/** Throws `locked` when somebody would be left without the second factor that an organisation requires. */
export async function keepRequiredFactor(tx: Transaction, userId: string): Promise<void> {
  const left = await tx.execute<{ some: boolean }>(sql`
    select exists (select from ${twoFactors} where user_id = ${userId} and verified)
      or exists (select from ${passkeys} where user_id = ${userId}) as some`);
  if (left[0]?.some) return;
  if ((await organisationsRequiringFactor(tx, userId)).length > 0) throw new ServiceError("locked");
}
