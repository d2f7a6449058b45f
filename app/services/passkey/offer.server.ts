import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeySite } from "#app/lib/passkey-site.server.ts";
import { productName } from "#app/site/name.ts";
import type { Database } from "#db/client.server.ts";
import { passkeys } from "#db/schema/index.ts";
import { spend } from "../limit/spend.server.ts";
import { authorizeOwn, type OwnContext } from "../session/own-context.server.ts";
import { beginStep } from "../session/step.server.ts";

/**
 * What a browser needs to make a passkey: one that finds its owner by itself and asks for a finger, a
 * face or a PIN, so that it is two factors at once. Throws `forbidden`.
 */
export async function offerPasskey(context: OwnContext, email: string) {
  authorizeOwn(context, "passkey.add");
  const { database: identity, actor } = context;
  const known = await identity
    .select({ id: passkeys.credentialID })
    .from(passkeys)
    .where(eq(passkeys.userId, actor.id));
  const options = await generateRegistrationOptions({
    rpName: productName,
    rpID: passkeySite().id,
    userID: new TextEncoder().encode(actor.id),
    userName: email,
    userDisplayName: actor.name,
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { options, step: await beginStep(identity, "passkey", options.challenge) };
}

/** What a browser needs to sign in with one; null when its machine has asked too often. */
export async function askForPasskey(identity: Database, clientAddress: string) {
  if ((await spend(identity, ["sign-in-client", clientAddress])) > 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: passkeySite().id,
    userVerification: "required",
  });
  return { options, step: await beginStep(identity, "passkey", options.challenge) };
}
