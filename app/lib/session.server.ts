import { type AppLoadContext, redirect } from "@remix-run/node";
import type { ServiceContext } from "#app/services/context.server.ts";
import { findSession, type Session } from "#app/services/identity/find-session.server.ts";
import { createSignIn } from "#app/services/identity/sign-in.server.ts";
import { paths } from "#app/site/paths.ts";
import { createAuth } from "./auth.server.ts";
import { databases } from "./databases.server.ts";
import { sessionCookieName, sessionToken } from "./session-cookie.server.ts";
import { webConfig } from "./web-config.server.ts";

// One request asks several times who it is from (the frame and the page); it is looked up once.
const found = new WeakMap<AppLoadContext, Promise<Session | null>>();

/** The session of a request, or null when nobody is signed in. */
export function sessionOf(request: Request, context: AppLoadContext): Promise<Session | null> {
  const known = found.get(context);
  if (known) return known;
  const token = sessionToken(request.headers.get("cookie") ?? "");
  const session = token ? findSession(databases().identity, token) : Promise.resolve(null);
  found.set(context, session);
  return session;
}

/** The session of a request; people who are not signed in are sent to sign in and come back. */
export async function requireSession(args: {
  request: Request;
  context: AppLoadContext;
}): Promise<Session> {
  const session = await sessionOf(args.request, args.context);
  if (session) return session;
  const { pathname, search } = new URL(args.request.url);
  throw redirect(`/sign-in?${new URLSearchParams({ to: pathname + search })}`);
}

/** Where a person starts: the council at the roll-up, everybody else in their workspace. */
export function homePath({ actor }: Session): string {
  const own = actor.memberships.find((membership) => membership.kind !== "council");
  if (own) return paths.workspace(own.slug);
  return actor.memberships.length > 0 ? paths.plan("jewels") : paths.front;
}

/** Takes the session cookie out of the browser. */
export function expiredSessionCookie(): string {
  const secure = webConfig().appUrl.startsWith("https:") ? "; Secure" : "";
  return `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`;
}

/** What a service verb is called with, for a request. */
export async function serviceContext(args: {
  request: Request;
  context: AppLoadContext;
}): Promise<ServiceContext> {
  const session = await sessionOf(args.request, args.context);
  return {
    database: databases().app,
    actor: session?.actor ?? null,
    requestId: args.context.requestId,
  };
}

let verb: ReturnType<typeof createSignIn> | undefined;

/** The sign-in verb over this process's connections. */
export function signInVerb(): ReturnType<typeof createSignIn> {
  if (!verb) {
    const { identity } = databases();
    const { appUrl, authSecret } = webConfig();
    verb = createSignIn(identity, createAuth({ identity, appUrl, secret: authSecret }));
  }
  return verb;
}
