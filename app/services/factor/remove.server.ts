import { eq } from "drizzle-orm";
import { twoFactors } from "#db/schema/index.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";
import { keepRequiredFactor } from "./required.server.ts";

/**
 * Takes an authenticator and its recovery codes out of use. Throws `locked` when there is none, or when
 * an organisation requires it and no passkey stays; `forbidden`.
 */
export async function removeFactor(context: OwnContext): Promise<void> {
  authorizeOwn(context, "factor.remove");
  const { id } = context.actor;
  await context.database.transaction(async (tx) => {
    const [removed] = await tx
      .delete(twoFactors)
      .where(eq(twoFactors.userId, id))
      .returning({ verified: twoFactors.verified });
    if (!removed) throw new ServiceError("locked");
    await keepRequiredFactor(tx, id);
    await recordOwn(tx, context, "factor.remove");
    if (removed.verified) await tellOwner(tx, id, "factor.remove");
  });
}
