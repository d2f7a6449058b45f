import { APIError } from "better-auth/api";
import { z } from "zod";
import type { Auth } from "#app/lib/auth.server.ts";
import { giveBack, spend } from "#app/services/limit/spend.server.ts";
import type { Database } from "#db/client.server.ts";
import { auditEvents } from "#db/schema/index.ts";

const credentials = z.object({ email: z.string().max(320), password: z.string().max(200) });

export type SignInResult =
  | { ok: true; headers: Headers }
  | { ok: false; reason: "refused" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

type Visitor = { clientAddress: string; requestId: string };

/**
 * Signs a person in by e-mail and password. A wrong address, a wrong password and a person without
 * a password get the same answer after the same work. Failures are counted per client address and
 * account together, so that nobody can lock somebody else out, and more loosely per client address
 * against the trying of many accounts; the counters are shared by all processes.
 */
export function createSignIn(identity: Database, auth: Auth) {
  return async function signIn(
    input: Record<string, unknown>,
    visitor: Visitor,
    requestHeaders: Headers,
  ): Promise<SignInResult> {
    const parsed = credentials.safeParse(input);
    if (!parsed.success) return { ok: false, reason: "refused" };
    const { email, password } = parsed.data;
    const account = ["sign-in", `${email.trim().toLowerCase()} ${visitor.clientAddress}`] as const;
    const client = ["sign-in-client", visitor.clientAddress] as const;
    const waitSeconds = await spend(identity, account, client);
    if (waitSeconds > 0) return { ok: false, reason: "slow_down", waitSeconds };

    try {
      const { headers, response } = await auth.api.signInEmail({
        body: { email: email.trim(), password },
        headers: userAgentOf(requestHeaders),
        returnHeaders: true,
      });
      await Promise.all([giveBack(identity, "all", account), giveBack(identity, "one", client)]);
      await audit(identity, "session.create", visitor, response.user.id);
      return { ok: true, headers };
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      await audit(identity, "session.refuse", visitor, null);
      return { ok: false, reason: "refused" };
    }
  };
}

function userAgentOf(headers: Headers): Headers {
  return new Headers({ "user-agent": (headers.get("user-agent") ?? "").slice(0, 300) });
}

async function audit(
  identity: Database,
  action: "session.create" | "session.refuse",
  visitor: Visitor,
  actorId: string | null,
) {
  await identity
    .insert(auditEvents)
    .values({ action, actorId, subject: actorId ?? "unknown", requestId: visitor.requestId });
}
