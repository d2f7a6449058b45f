import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { digestSubject } from "#app/i18n/mail.ts";
import { asActor, type Database } from "#db/client.server.ts";
import { mails } from "#db/schema/index.ts";

/**
 * Makes what has waited for `windowMinutes` ready to go out: one notice as it is, several for one
 * person as one digest; without a window each by itself. Processes gather one after the other: two that
 * took one person's notices at once would make two digests of them.
 */
export async function gatherMails(
  database: Database,
  { now, windowMinutes }: { now: Date; windowMinutes: number },
): Promise<void> {
  const before = new Date(now.getTime() - windowMinutes * 60_000);
  while (await gatherOne(database, before, windowMinutes > 0));
}

/** Gathers for the person who has waited longest; false when nobody has. */
function gatherOne(database: Database, before: Date, digests: boolean): Promise<boolean> {
  const gathering = eq(mails.state, "gathering");
  return asActor(database, null, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('gathering of mails', 0))`);
    const [oldest] = await tx
      .select({ id: mails.id, userId: mails.userId })
      .from(mails)
      .where(and(gathering, lte(mails.createdAt, before)))
      .orderBy(asc(mails.createdAt))
      .limit(1)
      .for("update");
    if (!oldest) return false;
    const { userId } = oldest;
    const parts = await tx
      .select({ id: mails.id, kind: mails.kind, items: mails.items })
      .from(mails)
      .where(digests && userId ? and(gathering, eq(mails.userId, userId)) : eq(mails.id, oldest.id))
      .orderBy(asc(mails.createdAt), asc(mails.id))
      .for("update");
    const ids = parts.map(({ id }) => id);
    if (parts.length === 1) {
      await tx.update(mails).set({ state: "ready" }).where(inArray(mails.id, ids));
      return true;
    }
    const [digest] = await tx
      .insert(mails)
      .values({
        userId,
        kind: "digest",
        subject: digestSubject(parts.map(({ kind }) => kind)),
        items: parts.flatMap(({ items }) => items),
        state: "ready",
      })
      .returning({ id: mails.id });
    await tx
      .update(mails)
      .set({ state: "digested", digestId: digest?.id })
      .where(inArray(mails.id, ids));
    return true;
  });
}
