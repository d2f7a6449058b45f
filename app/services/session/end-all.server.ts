import { and, eq, ne } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "./own-context.server.ts";

/** Ends every session of the person, or all but this one (`others`). Throws `forbidden`. */
export async function endAllSessions(
  context: OwnContext,
  { others }: { others: boolean },
): Promise<void> {
  authorizeOwn(context, "session.end_all");
  const own = eq(sessions.userId, context.actor.id);
  await context.database.transaction(async (tx) => {
    await tx.delete(sessions).where(others ? and(own, ne(sessions.id, context.session.id)) : own);
    await recordOwn(tx, context, "session.end_all", others ? { others } : {});
  });
}
