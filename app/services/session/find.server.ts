import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { sessionSeconds } from "#app/domain/identity/session.ts";
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
  /** Opened by the sign-in service of one organisation, and for it alone. */
  viaOrganisationId: string | null;
  /** What counts only with a second factor, which this session has not: organisations, by name. */
  barred: string[];
  /** Whether they keep the portal, but only with a second factor. */
  keepingBarred: boolean;
};

/** How long ago a time was, as PostgreSQL says it. */
const ago = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;

/**
 * Who holds a session token, with their organisations and roles as they are now: a role taken away
 * or a session ended counts at the next request, and whose place somebody takes today. One statement,
 * which also writes down, every few minutes, that the session is used. Null for unknown tokens, for
 * sessions that are over or that nobody used for too long, and for who belongs nowhere any more.
 *
 * An organisation that requires a second factor counts only in sessions with one, and so does keeping
 * the portal, unless `demo`: who tries a demo has no telephone registered with it.
 */
export async function findSession(
  identity: Database,
  token: string,
  { demo }: { demo: boolean } = { demo: false },
): Promise<Session | null> {
  const living = and(
    eq(sessions.token, token),
    gt(sessions.expiresAt, sql`now()`),
    gt(sessions.lastSeenAt, ago(sessionSeconds.idle)),
  );
  const seen = identity.$with("seen").as(
    identity
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(and(living, sql`${sessions.lastSeenAt} < ${ago(sessionSeconds.seen)}`))
      .returning({ id: sessions.id }),
  );
  const rows = await identity
    .with(seen)
    .select({
      sessionId: sessions.id,
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      confirmedAt: sessions.confirmedAt,
      secondFactor: sessions.secondFactor,
      viaOrganisationId: sessions.viaOrganisationId,
      keepsPortal: sql<boolean>`exists (select from ${platformAdmins} where ${platformAdmins.userId} = ${users.id})`,
      unread: sql<number>`portal.unread_notifications(${users.id})`,
      role: members.role,
      organisationId: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      kind: organisations.kind,
      requiresApproval: organisations.requiresApproval,
      requiresSecondFactor: organisations.requiresSecondFactor,
      deputises: sql<boolean>`portal.deputises(${users.id}, ${organisations.id})`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      members,
      and(
        eq(members.userId, users.id),
        or(
          isNull(sessions.viaOrganisationId),
          eq(members.organisationId, sessions.viaOrganisationId),
        ),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(living, eq(users.kind, "person"), isNull(users.erasedAt)))
    .orderBy(asc(organisations.position));
  const [first] = rows;
  if (!first) return null;
  const { secondFactor } = first;
  const places = rows.flatMap(({ organisationId, slug, shortName, kind, role, ...more }) => {
    const { deputises, requiresApproval, requiresSecondFactor } = more;
    return organisationId && slug && shortName && kind && role && requiresApproval !== null
      ? [
          {
            barred: requiresSecondFactor === true && !secondFactor,
            membership: {
              organisationId,
              slug,
              shortName,
              kind,
              role,
              deputises,
              requiresApproval,
            },
          },
        ]
      : [];
  });
  // A sign-in service vouches for the members of its organisation, and for nothing beyond.
  const mayKeep = first.keepsPortal && first.viaOrganisationId === null;
  if (places.length === 0 && !mayKeep) return null;
  const keepsPortal = mayKeep && (secondFactor || demo);
  return {
    actor: {
      id: first.id,
      name: first.name,
      memberships: places.filter(({ barred }) => !barred).map(({ membership }) => membership),
      ...(keepsPortal ? { keepsPortal: true } : {}),
    },
    email: first.email,
    sessionId: first.sessionId,
    locale: first.locale,
    unread: first.unread,
    confirmedAt: first.confirmedAt,
    secondFactor,
    viaOrganisationId: first.viaOrganisationId,
    barred: places.filter(({ barred }) => barred).map(({ membership }) => membership.shortName),
    keepingBarred: mayKeep && !keepsPortal,
  };
}
