import type { AppLoadContext } from "@remix-run/node";
import { bearerKey } from "#app/domain/token/key.ts";
import { databases } from "#app/lib/databases.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { spend } from "#app/services/limit/spend.server.ts";
import { findToken } from "#app/services/token/find.server.ts";
import { problemResponse } from "./respond.server.ts";

/**
 * What a verb is called with for a request to the API: the technical user of its key, or else the person
 * of its session. A request with a key is never the session's. Throws a problem: 401 for a key
 * that is not in force, 429 for who asks too often or tries too many keys.
 */
export async function apiContext(args: {
  request: Request;
  context: AppLoadContext;
}): Promise<ServiceContext> {
  const header = args.request.headers.get("Authorization");
  const context =
    header === null ? await serviceContext(args) : await contextOfKey(args.context, header);
  await spendOrRefuse("api", context.actor?.id ?? `client ${args.context.clientAddress}`);
  return context;
}

async function contextOfKey(
  { clientAddress, requestId }: AppLoadContext,
  header: string,
): Promise<ServiceContext> {
  const { app, identity } = databases();
  const key = bearerKey(header);
  const caller = key === null ? null : await findToken(identity, key);
  if (caller) return { database: app, actor: caller.actor, requestId };
  await spendOrRefuse("api-refused", clientAddress);
  throw problemResponse(401, "The key is unknown, revoked or expired.", {
    "WWW-Authenticate": 'Bearer realm="portal", error="invalid_token"',
  });
}

async function spendOrRefuse(name: "api" | "api-refused", whose: string): Promise<void> {
  const seconds = await spend(databases().identity, [name, whose]);
  if (seconds > 0)
    throw problemResponse(429, `Try again in ${seconds} seconds.`, {
      "Retry-After": String(seconds),
    });
}
