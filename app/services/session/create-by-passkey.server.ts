import type { Database } from "#db/client.server.ts";
import { auditEvents } from "#db/schema/index.ts";
import { provePasskey } from "../passkey/prove.server.ts";
import { beginSession } from "./begin.server.ts";
import type { SignInResult, Visitor } from "./create.server.ts";

/**
 * Signs a person in by a passkey, which says whose it is and is two factors at once. Asking for one is
 * what is counted; see `askForPasskey`.
 */
export async function createSessionByPasskey(
  identity: Database,
  given: { step: string; response: string },
  { requestId }: Visitor,
  requestHeaders: Headers,
): Promise<SignInResult> {
  return identity.transaction(async (tx) => {
    const proven = await provePasskey(tx, given);
    if (proven?.belongs) {
      const opening = { secondFactor: true, requestHeaders, requestId };
      return { ok: true, setCookie: await beginSession(tx, proven.userId, opening) };
    }
    await tx
      .insert(auditEvents)
      .values({ action: "session.refuse", subject: proven?.userId ?? "unknown", requestId });
    return { ok: false, reason: proven ? "no_membership" : "refused" };
  });
}
