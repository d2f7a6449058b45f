import { eq } from "drizzle-orm";
import { newRecoveryCodes } from "#app/lib/recovery-codes.server.ts";
import { twoFactors } from "#db/schema/index.ts";
import { spend } from "../limit/spend.server.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import { beginSession } from "../session/begin.server.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";
import { proveFactor } from "./prove.server.ts";
import { keptCodes } from "./renew-codes.server.ts";

/**
 * Takes an authenticator into use with a code of it, and goes on in a session that has a second factor.
 * Answers the recovery codes, which nobody sees again. Throws `invalid`, `forbidden`.
 */
export async function confirmFactor(
  context: OwnContext,
  input: { code?: string },
  now: Date,
): Promise<{ codes: string[]; setCookie: string }> {
  authorizeOwn(context, "factor.confirm");
  const { actor, session, requestHeaders, requestId, database: identity } = context;
  if ((await spend(identity, ["second-factor", `${actor.id} set up`])) > 0)
    throw new ServiceError("invalid", { errors: { code: "factor.slow_down" } });
  const codes = newRecoveryCodes();
  return identity.transaction(async (tx) => {
    const given = (input.code ?? "").slice(0, 40);
    const proven = await proveFactor(tx, actor.id, given, { verified: false, now });
    if (!proven) throw new ServiceError("invalid", { errors: { code: "factor.code" } });
    await tx
      .update(twoFactors)
      .set({ verified: true, backupCodes: keptCodes(actor.id, codes) })
      .where(eq(twoFactors.userId, actor.id));
    await recordOwn(tx, context, "factor.confirm");
    await tellOwner(tx, actor.id, "factor.confirm");
    const opening = { secondFactor: true, requestHeaders, requestId, replaces: session.id };
    return { codes, setCookie: await beginSession(tx, actor.id, opening) };
  });
}
