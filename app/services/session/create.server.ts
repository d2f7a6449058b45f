import { z } from "zod";
import { giveBack, spend } from "#app/services/limit/spend.server.ts";
import type { Database } from "#db/client.server.ts";
import { auditEvents } from "#db/schema/index.ts";
import { beginSession } from "./begin.server.ts";
import { proveCredential } from "./credential.server.ts";
import { beginStep } from "./step.server.ts";

const credentials = z.object({
  email: z
    .string()
    .max(320)
    .transform((email) => email.trim().toLowerCase())
    .refine((email) => !email.includes("\0")),
  password: z.string().max(1024),
});

/** How somebody was let in, or why not. `step` — the Set-Cookie with which the second step is taken. */
export type SignInResult =
  | { ok: true; setCookie: string }
  | { ok: false; reason: "second_factor"; step: string }
  | { ok: false; reason: "refused" | "no_membership" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/** From where somebody comes, whom nobody knows yet. */
export type Visitor = { clientAddress: string; requestId: string };

/**
 * Signs a person in by e-mail and password. A wrong address, a wrong password and a person without
 * a password get the same answer after the same work. Failures are counted per client address and
 * account together, so that nobody can lock somebody else out, and more loosely per client address
 * against the trying of many accounts; the counters are shared by all processes. Who uses codes of an
 * authenticator is asked for one next.
 */
export async function createSession(
  identity: Database,
  input: Record<string, unknown>,
  visitor: Visitor,
  requestHeaders: Headers,
): Promise<SignInResult> {
  const parsed = credentials.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "refused" };
  const { email, password } = parsed.data;
  const account = ["sign-in", `${email} ${visitor.clientAddress}`] as const;
  const client = ["sign-in-client", visitor.clientAddress] as const;
  const waitSeconds = await spend(identity, account, client);
  if (waitSeconds > 0) return { ok: false, reason: "slow_down", waitSeconds };

  const { userId, right, belongs, hasFactor } = await proveCredential(
    identity,
    { email },
    password,
  );
  if (!right || userId === null) {
    await refuse(identity, visitor, userId);
    return { ok: false, reason: "refused" };
  }
  await Promise.all([giveBack(identity, "all", account), giveBack(identity, "one", client)]);
  if (!belongs) {
    await refuse(identity, visitor, userId);
    return { ok: false, reason: "no_membership" };
  }
  if (hasFactor) {
    const step = await beginStep(identity, "second-factor", userId);
    return { ok: false, reason: "second_factor", step };
  }
  const { requestId } = visitor;
  const opening = { secondFactor: false, requestHeaders, requestId };
  return { ok: true, setCookie: await beginSession(identity, userId, opening) };
}

/** Writes down at whose account somebody failed; an address that nobody has stays unsaid. */
async function refuse(identity: Database, { requestId }: Visitor, userId: string | null) {
  await identity
    .insert(auditEvents)
    .values({ action: "session.refuse", subject: userId ?? "unknown", requestId });
}
