import { and, eq, isNull, sql } from "drizzle-orm";
import { accountIdOf, providerIdOf } from "#app/domain/identity/sign-on.ts";
import type { Database } from "#db/client.server.ts";
import { accounts, members, users } from "#db/schema/index.ts";

/** Whom a sign-in service vouches for. `address` is null unless the service vouches for it, too. */
export type Vouched = {
  organisationId: string;
  issuer: string;
  subject: string;
  address: string | null;
};

/**
 * The member of the service's own organisation whom it vouches for: the one who signed in by this
 * account before, else the one with this address, whose account it is from then on. An address that
 * passes to somebody else at the service does not open what its former holder had: who has an account
 * there gets no second one. Null for everybody else.
 */
export async function findVouchedPerson(
  identity: Database,
  vouched: Vouched,
): Promise<string | null> {
  const known = await knownMember(identity, vouched);
  if (known !== undefined || vouched.address === null) return known ?? null;
  const [named] = await identity
    .select({ userId: users.id })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(and(isMember(vouched), eq(sql`lower(${users.email})`, vouched.address)));
  if (!named) return null;
  await identity
    .insert(accounts)
    .values({ ...keysOf(vouched), userId: named.userId })
    .onConflictDoNothing();
  // Whoever was faster, for the same person or for another: what is kept now counts.
  return (await knownMember(identity, vouched)) ?? null;
}

/** The member whose account it is; null when they are a member no more, undefined when it is nobody's. */
async function knownMember(
  identity: Database,
  vouched: Vouched,
): Promise<string | null | undefined> {
  const { providerId, accountId } = keysOf(vouched);
  const [known] = await identity
    .select({ userId: accounts.userId, memberId: members.id })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .leftJoin(members, and(eq(members.userId, users.id), isMember(vouched)))
    .where(and(eq(accounts.providerId, providerId), eq(accounts.accountId, accountId)));
  return known && (known.memberId === null ? null : known.userId);
}

const keysOf = ({ organisationId, issuer, subject }: Vouched) => ({
  providerId: providerIdOf(organisationId),
  accountId: accountIdOf(issuer, subject),
});

const isMember = ({ organisationId }: Vouched) =>
  and(eq(members.organisationId, organisationId), eq(users.kind, "person"), isNull(users.erasedAt));
