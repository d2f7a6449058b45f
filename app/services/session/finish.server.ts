import { giveBack, spend } from "#app/services/limit/spend.server.ts";
import type { Database } from "#db/client.server.ts";
import { auditEvents } from "#db/schema/index.ts";
import { proveFactor } from "../factor/prove.server.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { beginSession } from "./begin.server.ts";
import type { Visitor } from "./create.server.ts";
import { findStep, takeStep } from "./step.server.ts";

/** `over` — the password was given too long ago, or somebody has signed in with it. */
export type FinishResult =
  | { ok: true; setCookie: string }
  | { ok: false; reason: "refused" | "over" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/**
 * The second step of signing in: a code of the authenticator, or a recovery code. Failures are counted
 * per account and client, and per account alone: only who knows the password comes here, so nobody else
 * can lock somebody out.
 */
export async function finishSession(
  identity: Database,
  { token, code }: { token: string; code: string },
  visitor: Visitor,
  requestHeaders: Headers,
  now: Date,
): Promise<FinishResult> {
  const userId = await findStep(identity, "second-factor", token);
  if (userId === null) return { ok: false, reason: "over" };
  const client = ["second-factor", `${userId} ${visitor.clientAddress}`] as const;
  const account = ["second-factor-account", userId] as const;
  const waitSeconds = await spend(identity, client, account);
  if (waitSeconds > 0) return { ok: false, reason: "slow_down", waitSeconds };
  const { requestId } = visitor;
  const result = await identity.transaction(async (tx): Promise<FinishResult> => {
    const proven = await proveFactor(tx, userId, code.slice(0, 40), { verified: true, now });
    if (!proven) {
      await tx.insert(auditEvents).values({ action: "session.refuse", subject: userId, requestId });
      return { ok: false, reason: "refused" };
    }
    if ((await takeStep(tx, "second-factor", token)) === null) return { ok: false, reason: "over" };
    if (proven.kind === "recovery") await tellOwner(tx, userId, "recovery");
    const opening = { secondFactor: true, requestHeaders, requestId };
    return { ok: true, setCookie: await beginSession(tx, userId, opening) };
  });
  if (result.ok)
    await Promise.all([giveBack(identity, "all", client), giveBack(identity, "all", account)]);
  return result;
}
