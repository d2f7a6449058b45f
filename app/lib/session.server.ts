import { type AppLoadContext, redirect } from "@remix-run/node";
import { isRecentProof } from "#app/domain/identity/session.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { findSession, type Session } from "#app/services/session/find.server.ts";
import type { OwnContext } from "#app/services/session/own-context.server.ts";
import { paths } from "#app/site/paths.ts";
import { databases } from "./databases.server.ts";
import { sessionToken } from "./session-cookie.server.ts";
import { webConfig } from "./web-config.server.ts";

type Args = { request: Request; context: AppLoadContext };

// One request asks several times who it is from (the frame and the page); it is looked up once.
const found = new WeakMap<AppLoadContext, Promise<Session | null>>();

/** The session of a request, or null when nobody is signed in. */
export function sessionOf(request: Request, context: AppLoadContext): Promise<Session | null> {
  const known = found.get(context);
  if (known) return known;
  const token = sessionToken(request.headers.get("cookie") ?? "");
  const { demo } = webConfig();
  const session = token
    ? findSession(databases().identity, token, { demo })
    : Promise.resolve(null);
  found.set(context, session);
  return session;
}

/** The session of a request; people who are not signed in are sent to sign in and come back. */
export async function requireSession({ request, context }: Args): Promise<Session> {
  const session = await sessionOf(request, context);
  if (session) return session;
  throw redirect(withReturn(paths.signIn, request));
}

/**
 * The same for pages on which much can be broken: who has not proven lately who they are does it anew
 * and comes back. What was opened in time may still be sent for a while.
 */
export async function requireRecentProof(args: Args): Promise<Session> {
  const session = await requireSession(args);
  // Also the page that answers a form came with it.
  const step = args.request.headers.has("content-type") ? "toSend" : "toOpen";
  if (isRecentProof(session.confirmedAt, new Date(), step)) return session;
  throw redirect(withReturn(paths.confirm, args.request));
}

function withReturn(path: string, request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `${path}?${new URLSearchParams({ to: pathname + search })}`;
}

/** Where a person starts: the council at the roll-up, everybody else in their workspace. */
export function homePath({ actor, barred, keepingBarred }: Session): string {
  const own = actor.memberships.find((membership) => membership.kind !== "council");
  if (own) return paths.workspace(own.slug);
  if (actor.memberships.length > 0) return paths.plan("jewels");
  if (actor.keepsPortal) return paths.platform;
  return barred.length > 0 || keepingBarred ? paths.security : paths.front;
}

/** What a service verb is called with, for a request. */
export async function serviceContext(args: Args): Promise<ServiceContext> {
  const session = await sessionOf(args.request, args.context);
  return {
    database: databases().app,
    actor: session?.actor ?? null,
    requestId: args.context.requestId,
  };
}

/** What a verb about one's own account is called with, for the request of somebody who is signed in. */
export function ownContext({ request, context }: Args, session: Session): OwnContext {
  const { sessionId, secondFactor, viaOrganisationId } = session;
  return {
    database: databases().identity,
    actor: session.actor,
    session: { id: sessionId, secondFactor, viaOrganisationId },
    requestId: context.requestId,
    clientAddress: context.clientAddress,
    requestHeaders: request.headers,
  };
}
