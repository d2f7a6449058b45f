import { type Happening, securityMail } from "#app/i18n/security-mail.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import { mails } from "#db/schema/index.ts";

/** Tells somebody what happened to their own sign-in, in the transaction in which it does. */
export async function tellOwner(
  tx: Transaction,
  userId: string,
  happening: Happening,
): Promise<void> {
  const mail = securityMail(happening, paths.security);
  await tx.insert(mails).values({ ...mail, userId, kind: "security", state: "ready" });
}
