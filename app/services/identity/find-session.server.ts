import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Actor } from "#app/policy/can.ts";
import type { Database } from "#db/client.server.ts";
import { members, organisations, platformAdmins, sessions, users } from "#db/schema/index.ts";

export type Session = {
  actor: Actor;
  email: string;
  sessionId: string;
  /** The language that they chose, on whichever machine; null until they do. */
  locale: "ja" | "en" | null;
  /** How many notices they have not read. */
  unread: number;
  /** When they last proved who they are. */
  confirmedAt: Date;
  secondFactor: boolean;
};

/**
 * Who holds a session token, with their organisations and roles as they are now: a role taken away
 * or a session ended counts at the next request, and whose place somebody takes today. One statement. Null for unknown and expired tokens.
 */
export async function findSession(identity: Database, token: string): Promise<Session | null> {
  const rows = await identity
    .select({
      sessionId: sessions.id,
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      confirmedAt: sessions.confirmedAt,
      secondFactor: sessions.secondFactor,
      keepsPortal: sql<boolean>`exists (select from ${platformAdmins} where ${platformAdmins.userId} = ${users.id})`,
      unread: sql<number>`portal.unread_notifications(${users.id})`,
      role: members.role,
      organisationId: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      kind: organisations.kind,
      requiresApproval: organisations.requiresApproval,
      deputises: sql<boolean>`portal.deputises(${users.id}, ${organisations.id})`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(members, eq(members.userId, users.id))
    .leftJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, new Date())))
    .orderBy(asc(organisations.position));
  const [first] = rows;
  if (!first) return null;
  const memberships = rows.flatMap(({ organisationId, slug, shortName, kind, role, ...more }) => {
    const { deputises, requiresApproval } = more;
    return organisationId && slug && shortName && kind && role && requiresApproval !== null
      ? [{ organisationId, slug, shortName, kind, role, deputises, requiresApproval }]
      : [];
  });
  return {
    actor: {
      id: first.id,
      name: first.name,
      memberships,
      ...(first.keepsPortal ? { keepsPortal: true } : {}),
    },
    email: first.email,
    sessionId: first.sessionId,
    locale: first.locale,
    unread: first.unread,
    confirmedAt: first.confirmedAt,
    secondFactor: first.secondFactor,
  };
}
