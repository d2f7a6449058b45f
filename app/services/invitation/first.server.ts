import { and, eq, isNull, sql } from "drizzle-orm";
import { isUsable } from "#app/domain/identity/states.ts";
import { expiryOf } from "#app/domain/invitation/standing.ts";
import type { Database } from "#db/client.server.ts";
import { auditEvents, invitations, platformAdmins } from "#db/schema/index.ts";

/** The advisory lock that keeps two starts apart; the number has no meaning. */
const LOCK = 7_302_114_803;

/**
 * The invitation by which somebody comes to keep a portal that nobody keeps: of an address, or without
 * one of whoever opens its link. The one of an earlier start is answered again while it can be used.
 * Null where somebody keeps the portal. Over the connection of the database's owner.
 */
export function inviteFirstAdmin(
  owner: Database,
  { email, now }: { email: string | null; now: Date },
): Promise<{ id: string; expiresAt: Date } | null> {
  return owner.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const [kept] = await tx.select({ id: platformAdmins.userId }).from(platformAdmins).limit(1);
    if (kept) return null;
    const earlier = and(
      eq(invitations.state, "open"),
      isNull(invitations.organisationId),
      isNull(invitations.authorId),
    );
    const open = await tx.select().from(invitations).where(earlier);
    const again = open.find((each) => each.email === email && isUsable(each, now));
    if (again) return again;
    await tx.update(invitations).set({ state: "revoked", endedAt: sql`now()` }).where(earlier);
    const [made] = await tx
      .insert(invitations)
      .values({ organisationId: null, email, role: "admin", expiresAt: expiryOf(now) })
      .returning({ id: invitations.id, expiresAt: invitations.expiresAt });
    if (!made) return null;
    await tx.insert(auditEvents).values({
      action: "invitation.send",
      subject: `portal/${made.id}`,
      detail: { role: "admin" },
    });
    return made;
  });
}
