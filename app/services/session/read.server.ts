import { and, desc, eq, gt, sql } from "drizzle-orm";
import { sessionSeconds } from "#app/domain/identity/session.ts";
import { sessions } from "#db/schema/index.ts";
import { authorizeOwn, type OwnContext } from "./own-context.server.ts";

/** Where somebody is signed in, the session in which they ask first. Throws `forbidden`. */
export async function readSessions(context: OwnContext) {
  authorizeOwn(context, "session.read");
  const isThis = eq(sessions.id, context.session.id);
  return context.database
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      secondFactor: sessions.secondFactor,
      isThis: sql<boolean>`${isThis}`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, context.actor.id),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.lastSeenAt, sql`now() - make_interval(secs => ${sessionSeconds.idle})`),
      ),
    )
    .orderBy(desc(isThis), desc(sessions.lastSeenAt));
}
