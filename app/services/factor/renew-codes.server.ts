import { and, eq } from "drizzle-orm";
import { newRecoveryCodes, recoveryHash, typedCode } from "#app/lib/recovery-codes.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { twoFactors } from "#db/schema/index.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";

/** Makes new recovery codes; those before count no more. Throws `locked` without a factor, `forbidden`. */
export async function renewFactorCodes(context: OwnContext): Promise<string[]> {
  authorizeOwn(context, "factor.renew_codes");
  const { id } = context.actor;
  const codes = newRecoveryCodes();
  await context.database.transaction(async (tx) => {
    const [renewed] = await tx
      .update(twoFactors)
      .set({ backupCodes: keptCodes(id, codes) })
      .where(and(eq(twoFactors.userId, id), eq(twoFactors.verified, true)))
      .returning({ id: twoFactors.id });
    if (!renewed) throw new ServiceError("locked");
    await recordOwn(tx, context, "factor.renew_codes");
    await tellOwner(tx, id, "factor.renew_codes");
  });
  return codes;
}

/** What the database keeps of codes. */
export function keptCodes(userId: string, codes: readonly string[]): string {
  const { authSecret } = webConfig();
  return JSON.stringify(codes.map((code) => recoveryHash(authSecret, userId, typedCode(code))));
}
