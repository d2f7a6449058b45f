import { z } from "zod";
import { giveBack, spend } from "#app/services/limit/spend.server.ts";
import { beginSession } from "./begin.server.ts";
import { proveCredential } from "./credential.server.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "./own-context.server.ts";

const fields = z.object({ password: z.string().max(1024) });

export type Confirmation =
  | { ok: true; setCookie: string }
  | { ok: false; reason: "refused" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/**
 * Proves anew, by the password, who sits at a session, and goes on in one that takes its place. Throws
 * `forbidden`.
 */
export async function confirmSession(
  context: OwnContext,
  input: Record<string, unknown>,
): Promise<Confirmation> {
  authorizeOwn(context, "session.confirm");
  const { database: identity, actor, session, clientAddress, requestId, requestHeaders } = context;
  const limit = ["confirm", `${actor.id} ${clientAddress}`] as const;
  const waitSeconds = await spend(identity, limit);
  if (waitSeconds > 0) return { ok: false, reason: "slow_down", waitSeconds };
  const parsed = fields.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "refused" };
  const { right } = await proveCredential(identity, { userId: actor.id }, parsed.data.password);
  if (!right) return { ok: false, reason: "refused" };
  await giveBack(identity, "all", limit);
  const { secondFactor } = session;
  const setCookie = await identity.transaction(async (tx) => {
    await recordOwn(tx, context, "session.confirm");
    const opening = { secondFactor, requestHeaders, requestId, replaces: session.id };
    return beginSession(tx, actor.id, opening);
  });
  return { ok: true, setCookie };
}
