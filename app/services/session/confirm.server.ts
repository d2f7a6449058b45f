import { z } from "zod";
import { giveBack, spend } from "#app/services/limit/spend.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { proveFactor } from "../factor/prove.server.ts";
import { provePasskey } from "../passkey/prove.server.ts";
import { beginSession } from "./begin.server.ts";
import { proveCredential } from "./credential.server.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "./own-context.server.ts";

const fields = z.union([
  z.object({ response: z.string().min(1), step: z.string() }),
  z.object({ code: z.string().min(1).max(40) }),
  z.object({ password: z.string().min(1).max(1024) }),
]);

export type Confirmation =
  | { ok: true; setCookie: string }
  | { ok: false; reason: "refused" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/**
 * Proves anew, by the password, a code of the authenticator or a passkey, who sits at a session, and goes
 * on in one that takes its place; with a second factor, unless it was the password. Throws `forbidden`.
 */
export async function confirmSession(
  context: OwnContext,
  input: Record<string, unknown>,
  now: Date,
): Promise<Confirmation> {
  authorizeOwn(context, "session.confirm");
  const { database: identity, actor, session, clientAddress, requestId, requestHeaders } = context;
  const limit = ["confirm", `${actor.id} ${clientAddress}`] as const;
  const waitSeconds = await spend(identity, limit);
  if (waitSeconds > 0) return { ok: false, reason: "slow_down", waitSeconds };
  const parsed = fields.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "refused" };
  const given = parsed.data;
  const setCookie = await identity.transaction(async (tx) => {
    if (!(await isRight(tx, actor.id, given, now))) return null;
    await recordOwn(tx, context, "session.confirm");
    const secondFactor = session.secondFactor || !("password" in given);
    const opening = { secondFactor, requestHeaders, requestId, replaces: session.id };
    return beginSession(tx, actor.id, opening);
  });
  if (setCookie === null) return { ok: false, reason: "refused" };
  await giveBack(identity, "all", limit);
  return { ok: true, setCookie };
}

async function isRight(
  tx: Transaction,
  userId: string,
  given: z.infer<typeof fields>,
  now: Date,
): Promise<boolean> {
  if ("response" in given) return (await provePasskey(tx, given))?.userId === userId;
  if ("code" in given)
    return (await proveFactor(tx, userId, given.code, { verified: true, now })) !== null;
  return (await proveCredential(tx, { userId }, given.password)).right;
}
