import { eq } from "drizzle-orm";
import { users } from "#db/schema/index.ts";
import { authorize, type ServiceContext } from "../context.server.ts";

/**
 * Keeps the language in which somebody reads the interface, for every machine that they sign in on.
 * `context` is on the connection of sign-in. A taste, and so no audit event. Throws `forbidden`.
 */
export async function chooseLanguage(context: ServiceContext, locale: "ja" | "en"): Promise<void> {
  authorize(context, "language.choose", { userId: context.actor?.id ?? "" });
  await context.database.update(users).set({ locale }).where(eq(users.id, context.actor.id));
}
