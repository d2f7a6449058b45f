import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { auditEvents, sessions } from "#db/schema/index.ts";
import type { Session } from "./find-session.server.ts";

/**
 * Ends the session, or every session of the person (`everywhere`), at once and on every process:
 * sessions live in the database only.
 */
export async function signOut(
  identity: Database,
  session: Session,
  options: { everywhere: boolean; requestId: string },
): Promise<void> {
  await identity.transaction(async (tx) => {
    await tx
      .delete(sessions)
      .where(
        options.everywhere
          ? eq(sessions.userId, session.actor.id)
          : eq(sessions.id, session.sessionId),
      );
    await tx.insert(auditEvents).values({
      action: options.everywhere ? "session.end_all" : "session.end",
      actorId: session.actor.id,
      subject: session.actor.id,
      requestId: options.requestId,
    });
  });
}
