import { and, eq, isNull, sql } from "drizzle-orm";
import { authOver } from "#app/lib/auth.server.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { accounts, members, platformAdmins, twoFactors, users } from "#db/schema/index.ts";

/** Whose address and password it is; what belongs to nobody has `null`. */
export type Proven = {
  userId: string | null;
  right: boolean;
  /** Whether there is anything in the portal that they belong to. */
  belongs: boolean;
  /** Whether codes of an authenticator are asked of them as well. */
  hasFactor: boolean;
};

/** The hash of no password: what is unknown costs the same work as what is wrong. */
const nobodys = `${"0".repeat(32)}:${"0".repeat(128)}`;

/**
 * Whether a password is that of an address, or of a person. better-auth hashes it (scrypt, of the text
 * in Unicode's NFKC, so that the machine it is typed on does not matter). An unknown address and a
 * person without a password take the same statement and the same work.
 */
export async function proveCredential(
  identity: Database | Transaction,
  who: { email: string } | { userId: string },
  password: string,
): Promise<Proven> {
  const known = "email" in who ? eq(users.email, who.email) : eq(users.id, who.userId);
  const [found] = await identity
    .select({
      userId: users.id,
      hash: accounts.password,
      belongs: sql<boolean>`exists (select from ${members} where ${members.userId} = ${users.id})
        or exists (select from ${platformAdmins} where ${platformAdmins.userId} = ${users.id})`,
      hasFactor: sql<boolean>`exists (select from ${twoFactors}
        where ${twoFactors.userId} = ${users.id} and ${twoFactors.verified})`,
    })
    .from(users)
    .leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, "credential")))
    .where(and(known, eq(users.kind, "person"), isNull(users.erasedAt)));
  const auth = await authOver(identity);
  const matches = await auth.password.verify({ hash: found?.hash ?? nobodys, password });
  const { userId = null, belongs = false, hasFactor = false } = found ?? {};
  return { userId, right: matches && Boolean(found?.hash), belongs, hasFactor };
}
