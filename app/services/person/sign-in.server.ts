import { asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { accounts, passkeys, sessions, twoFactors, users } from "#db/schema/index.ts";

/** Who somebody is to the portal and how they sign in, on the connection of sign-in; without any secret. */
export async function signInOf(tx: Transaction, id: string) {
  const [profile] = await tx
    .select({
      name: users.name,
      email: users.email,
      locale: users.locale,
      createdAt: users.createdAt,
      updatedAt: users.updatedAt,
    })
    .from(users)
    .where(eq(users.id, id));
  return {
    profile,
    signInMethods: await tx
      .select({
        provider: accounts.providerId,
        account: accounts.accountId,
        since: accounts.createdAt,
      })
      .from(accounts)
      .where(eq(accounts.userId, id)),
    passkeys: await tx
      .select({ name: passkeys.name, createdAt: passkeys.createdAt })
      .from(passkeys)
      .where(eq(passkeys.userId, id)),
    secondFactors: await tx
      .select({ verified: twoFactors.verified })
      .from(twoFactors)
      .where(eq(twoFactors.userId, id)),
    sessions: await tx
      .select({
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        expiresAt: sessions.expiresAt,
        ipAddress: sessions.ipAddress,
        userAgent: sessions.userAgent,
      })
      .from(sessions)
      .where(eq(sessions.userId, id))
      .orderBy(asc(sessions.createdAt)),
  };
}
