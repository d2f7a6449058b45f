import { and, eq, sql } from "drizzle-orm";
import type { Role } from "#app/policy/roles.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  accounts,
  memberNodes,
  members,
  passkeys,
  passwordResets,
  platformAdmins,
  sessions,
  twoFactors,
  users,
} from "#db/schema/index.ts";
import { setPassword } from "../password/set.server.ts";
import { ServiceError } from "../service-error.ts";
import { accountOf } from "./account-of.server.ts";

/** What a person new to the portal said of themselves. */
export type NewPerson = { name: string; email: string; password: string };

/**
 * A new person of an address. Where somebody had it who belongs nowhere any more, they leave it: an
 * address passes from one officer to the next, and what the former did stays in the former's name. Throws
 * `forbidden` when its holder belongs somewhere: they sign in first.
 */
export async function personOf(
  tx: Transaction,
  { name, email, password }: NewPerson,
): Promise<string> {
  const known = await accountOf(tx, email);
  if (known?.belongs) throw new ServiceError("forbidden", { permission: "invitation.accept" });
  if (known) await takeAddress(tx, known.id);
  const [made] = await tx
    .insert(users)
    .values({ name, email, emailVerified: true })
    .onConflictDoNothing()
    .returning({ id: users.id });
  // Somebody else with this address was a moment faster, by another invitation.
  if (!made) throw new ServiceError("conflict");
  await setPassword(tx, made.id, password);
  return made.id;
}

/** Leaves somebody without address and without any way to sign in. */
async function takeAddress(tx: Transaction, userId: string): Promise<void> {
  for (const table of [sessions, passkeys, twoFactors, accounts])
    await tx.delete(table).where(eq(table.userId, userId));
  await tx
    .update(passwordResets)
    .set({ state: "revoked" })
    .where(and(eq(passwordResets.userId, userId), eq(passwordResets.state, "open")));
  await tx
    .update(users)
    .set({ email: `former-${userId}@portal.invalid`, emailVerified: false, updatedAt: sql`now()` })
    .where(eq(users.id, userId));
}

/**
 * Makes somebody what an invitation says: a member with a role and PTs, or who keeps the portal. Who is
 * that already, by an invitation under another address of theirs, stays as they are.
 */
export async function takeIn(
  tx: Transaction,
  userId: string,
  invitation: { organisationId: string | null; role: Role; nodeIds: readonly string[] },
): Promise<void> {
  const { organisationId, role, nodeIds } = invitation;
  if (organisationId === null) {
    await tx.insert(platformAdmins).values({ userId }).onConflictDoNothing();
    return;
  }
  const [member] = await tx
    .insert(members)
    .values({ organisationId, userId, role })
    .onConflictDoNothing()
    .returning({ id: members.id });
  if (!member || nodeIds.length === 0) return;
  await tx.insert(memberNodes).values(nodeIds.map((nodeId) => ({ memberId: member.id, nodeId })));
}
