import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { eq, sql } from "drizzle-orm";
import { passkeySite } from "#app/lib/passkey-site.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { members, passkeys, platformAdmins, users } from "#db/schema/index.ts";
import { takeStep } from "../session/step.server.ts";
import { readResponse } from "./response.ts";

/**
 * Whose passkey answered the question that was begun with `step`, once; null when it is nobody's, was
 * asked elsewhere, or nobody was verified by it. `response` is what the browser sent, as JSON.
 */
export async function provePasskey(
  tx: Transaction,
  { step, response }: { step: string; response: string },
): Promise<{ userId: string; belongs: boolean } | null> {
  const expectedChallenge = await takeStep(tx, "passkey", step);
  const given = readResponse(response);
  if (expectedChallenge === null || given === null) return null;
  const [found] = await tx
    .select({
      id: passkeys.id,
      userId: passkeys.userId,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
      kind: users.kind,
      erasedAt: users.erasedAt,
      belongs: sql<boolean>`exists (select from ${members} where ${members.userId} = ${users.id})
        or exists (select from ${platformAdmins} where ${platformAdmins.userId} = ${users.id})`,
    })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(eq(passkeys.credentialID, given.id))
    .for("update", { of: passkeys });
  if (found?.kind !== "person" || found.erasedAt) return null;
  const { id, origins } = passkeySite();
  const result = await verifyAuthenticationResponse({
    response: given as never,
    expectedChallenge,
    expectedOrigin: origins,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: given.id,
      publicKey: Buffer.from(found.publicKey, "base64url"),
      counter: found.counter,
    },
    // What cannot be read or was signed by another key throws; to us it is one refusal.
  }).catch(() => null);
  if (!result?.verified) return null;
  await tx
    .update(passkeys)
    .set({ counter: result.authenticationInfo.newCounter })
    .where(eq(passkeys.id, found.id));
  return { userId: found.userId, belongs: found.belongs };
}
