import { and, eq } from "drizzle-orm";
import { checkPassword } from "#app/domain/identity/password.ts";
import { authOver } from "#app/lib/auth.server.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { accounts, members, organisations, users, verifications } from "#db/schema/index.ts";

/** The message key of what is wrong with a password that somebody chose for themselves, or null. */
export async function problemOfPassword(
  identity: Database,
  userId: string,
  password: string,
): Promise<string | null> {
  const rows = await identity
    .select({ email: users.email, name: users.name, organisation: organisations.name })
    .from(users)
    .leftJoin(members, eq(members.userId, users.id))
    .leftJoin(organisations, eq(organisations.id, members.organisationId))
    .where(eq(users.id, userId));
  const { email = "", name = "" } = rows[0] ?? {};
  const names = rows.flatMap(({ organisation }) => organisation ?? []);
  return checkPassword(password, { email, name, organisations: names });
}

/**
 * Gives somebody a password, in the place of the one that they had; what was begun with that is over.
 */
export async function setPassword(
  tx: Transaction,
  userId: string,
  password: string,
): Promise<void> {
  const auth = await authOver(tx);
  const hash = await auth.password.hash(password);
  await tx.delete(verifications).where(eq(verifications.value, userId));
  const isIt = and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"));
  const changed = await tx
    .update(accounts)
    .set({ password: hash, updatedAt: new Date() })
    .where(isIt)
    .returning({ id: accounts.id });
  if (changed.length > 0) return;
  await tx
    .insert(accounts)
    .values({ userId, accountId: userId, providerId: "credential", password: hash });
}
