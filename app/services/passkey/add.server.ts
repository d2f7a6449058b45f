import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { passkeySite } from "#app/lib/passkey-site.server.ts";
import { passkeys } from "#db/schema/index.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";
import { takeStep } from "../session/step.server.ts";
import { readResponse } from "./response.ts";

const nameField = z
  .string()
  .transform((name) => name.trim())
  .refine((name) => name.length >= 1 && [...name].length <= 40);

/**
 * Keeps a passkey that the browser made on what was begun with `step`, under a name by which its owner
 * knows it. Throws `invalid`, `forbidden`.
 */
export async function addPasskey(
  context: OwnContext,
  { step, response, name }: { step: string; response?: string; name?: string },
): Promise<void> {
  authorizeOwn(context, "passkey.add");
  const { id: userId } = context.actor;
  const stale = new ServiceError("invalid", { errors: { name: "form.stale" } });
  const parsedName = nameField.safeParse(name);
  if (!parsedName.success) throw new ServiceError("invalid", { errors: { name: "passkey.name" } });
  const given = readResponse(response ?? "");
  const site = passkeySite();
  await context.database.transaction(async (tx) => {
    const expectedChallenge = await takeStep(tx, "passkey", step);
    if (expectedChallenge === null || given === null) throw stale;
    const result = await verifyRegistrationResponse({
      response: given as never,
      expectedChallenge,
      expectedOrigin: site.origins,
      expectedRPID: site.id,
      requireUserVerification: true,
    }).catch(() => null);
    if (!result?.verified) throw stale;
    const { credential, credentialDeviceType, credentialBackedUp, aaguid } =
      result.registrationInfo;
    const [added] = await tx
      .insert(passkeys)
      .values({
        userId,
        name: parsedName.data,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        credentialID: credential.id,
        counter: credential.counter,
        deviceType: credentialDeviceType,
        backedUp: credentialBackedUp,
        aaguid,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (!added) throw stale;
    await recordOwn(tx, context, "passkey.add");
    await tellOwner(tx, userId, "passkey.add");
  });
}
