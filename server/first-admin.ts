import type { Config } from "#app/lib/config.server.ts";
import { linkSecretOf, secretPath } from "#app/lib/secret-link.server.ts";
import { inviteFirstAdmin } from "#app/services/invitation/first.server.ts";
import { openDatabase } from "#db/client.server.ts";

/**
 * The link by which somebody comes to keep a portal that nobody keeps yet, the same one until it is
 * over; null where somebody does. Over the owner's connection: there is nobody yet in whose name it
 * could be sent.
 */
export async function firstAdminLink(
  ownerUrl: string,
  { adminEmail, appUrl }: Pick<Config, "adminEmail" | "appUrl">,
  authSecret: string,
): Promise<{ link: string; expiresAt: Date } | null> {
  const { database, close } = openDatabase(ownerUrl, { max: 1, name: "portal first admin" });
  try {
    const invited = await inviteFirstAdmin(database, { email: adminEmail, now: new Date() });
    if (!invited) return null;
    const path = secretPath(linkSecretOf(authSecret), "invitation", invited.id);
    return { link: appUrl + path, expiresAt: invited.expiresAt };
  } finally {
    await close();
  }
}
