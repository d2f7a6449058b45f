import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "#db/schema/index.ts";
import { authorize } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { type OwnContext, recordOwn } from "./own-context.server.ts";

const fields = z.object({ session: z.uuid() });

/**
 * Ends one of one's sessions, at once and on every process: sessions live in the database only. Throws
 * `not_found`, `forbidden` when it is somebody else's.
 */
export async function endSession(
  context: OwnContext,
  input: Record<string, unknown>,
): Promise<void> {
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const isIt = eq(sessions.id, parsed.data.session);
  await context.database.transaction(async (tx) => {
    const [found] = await tx.select({ userId: sessions.userId }).from(sessions).where(isIt);
    if (!found) throw new ServiceError("not_found");
    authorize(context, "session.end", { userId: found.userId });
    await tx.delete(sessions).where(isIt);
    await recordOwn(tx, context, "session.end");
  });
}
