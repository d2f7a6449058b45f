import type { AppLoadContext } from "@remix-run/node";
import { type LimitName, limitOfFile } from "#app/domain/limit/limits.ts";
import { spend } from "#app/services/limit/spend.server.ts";
import { databases } from "./databases.server.ts";
import { sessionOf } from "./session.server.ts";

type Asking = { request: Request; context: AppLoadContext };

/**
 * Takes a point of a limit for who asks, or for `whose` where something else is spared. Throws the
 * response 429 when none is left; the server makes the page of it, which keeps what was typed.
 */
export async function limited(asking: Asking, name: LimitName, whose?: string): Promise<void> {
  const seconds = await spend(databases().identity, [name, whose ?? (await whoAsks(asking))]);
  if (seconds > 0) throw tooMany(asking.context, seconds);
}

/** The response 429, for who found that out already. */
export function tooMany(context: AppLoadContext, waitSeconds: number): Response {
  context.waitSeconds = waitSeconds;
  return new Response(null, { status: 429, headers: { "Retry-After": String(waitSeconds) } });
}

/**
 * For how many seconds somebody waits before the next file is made for them; 0 for now. Files are told
 * by their addresses, so that no route can forget it, and nothing is counted for pages.
 */
export async function waitForFile(request: Request, context: AppLoadContext): Promise<number> {
  const name = limitOfFile(new URL(request.url).pathname);
  if (name === null) return 0;
  return spend(databases().identity, [name, await whoAsks({ request, context })]);
}

/** The person, or the client's address where nobody is signed in. */
async function whoAsks({ request, context }: Asking): Promise<string> {
  const session = await sessionOf(request, context);
  return session?.actor.id ?? `client ${context.clientAddress}`;
}
