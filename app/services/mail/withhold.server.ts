import { eq, or } from "drizzle-orm";
import { asActor, type Database } from "#db/client.server.ts";
import { mails } from "#db/schema/index.ts";

/**
 * Closes what waits while the portal sends no mail. It stays in the log and does not go out later: a
 * mail server that is set up after a year must not begin with that year's notices.
 */
export async function withholdMails(database: Database): Promise<void> {
  await asActor(database, null, (tx) =>
    tx
      .update(mails)
      .set({ state: "withheld" })
      .where(or(eq(mails.state, "gathering"), eq(mails.state, "ready"))),
  );
}
