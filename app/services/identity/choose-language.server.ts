import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/index.ts";
import type { Session } from "./find-session.server.ts";

/** Keeps the language in which somebody reads the interface, for every machine that they sign in on. */
export async function chooseLanguage(
  identity: Database,
  { actor }: Session,
  locale: "ja" | "en",
): Promise<void> {
  await identity.update(users).set({ locale }).where(eq(users.id, actor.id));
}
