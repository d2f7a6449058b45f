import { and, eq } from "drizzle-orm";
import { isRecoveryCode, recoveryHash, typedCode } from "#app/lib/recovery-codes.server.ts";
import { unseal } from "#app/lib/sealed.server.ts";
import { matchingStep } from "#app/lib/totp.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { twoFactors } from "#db/schema/index.ts";

/** What a code was, and how many recovery codes are left. */
export type ProvenCode = { kind: "authenticator" | "recovery"; left: number };

/** What somebody's authenticator is sealed for. */
export const factorPurpose = (userId: string) => `authenticator ${userId}`;

/**
 * Whether a code is of somebody's authenticator, or one of their recovery codes; either counts once:
 * the row is held until the transaction ends. `verified` — of one in use, or of one being set up. Null
 * when it is neither.
 */
export async function proveFactor(
  tx: Transaction,
  userId: string,
  given: string,
  { verified, now }: { verified: boolean; now: Date },
): Promise<ProvenCode | null> {
  const isIt = and(eq(twoFactors.userId, userId), eq(twoFactors.verified, verified));
  const [found] = await tx.select().from(twoFactors).where(isIt).for("update");
  if (!found) return null;
  const { authSecret } = webConfig();
  const typed = typedCode(given);
  const codes: string[] = JSON.parse(found.backupCodes);
  if (isRecoveryCode(typed)) {
    const hash = recoveryHash(authSecret, userId, typed);
    if (!codes.includes(hash)) return null;
    const left = codes.filter((code) => code !== hash);
    await tx
      .update(twoFactors)
      .set({ backupCodes: JSON.stringify(left) })
      .where(isIt);
    return { kind: "recovery", left: left.length };
  }
  const secret = unseal(authSecret, factorPurpose(userId), found.secret);
  const step = secret === null ? null : matchingStep(secret, typed, now, found.lastStep);
  if (step === null) return null;
  await tx.update(twoFactors).set({ lastStep: step }).where(isIt);
  return { kind: "authenticator", left: codes.length };
}
