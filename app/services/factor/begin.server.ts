import { and, eq } from "drizzle-orm";
import { seal } from "#app/lib/sealed.server.ts";
import { newTotpSecret } from "#app/lib/totp.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { twoFactors } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";
import { factorPurpose } from "./prove.server.ts";

/**
 * Makes the secret of an authenticator that somebody is about to set up, in the place of one that they
 * began before. Nothing is asked of them until they have proven that they have it. Throws `locked` when
 * one is in use, `forbidden`.
 */
export async function beginFactor(context: OwnContext): Promise<void> {
  authorizeOwn(context, "factor.begin");
  const { id } = context.actor;
  const secret = seal(webConfig().authSecret, factorPurpose(id), newTotpSecret());
  await context.database.transaction(async (tx) => {
    await tx
      .delete(twoFactors)
      .where(and(eq(twoFactors.userId, id), eq(twoFactors.verified, false)));
    const [made] = await tx
      .insert(twoFactors)
      .values({ userId: id, secret, backupCodes: "[]" })
      .onConflictDoNothing()
      .returning({ id: twoFactors.id });
    if (!made) throw new ServiceError("locked");
    await recordOwn(tx, context, "factor.begin");
  });
}
