import { createHmac, timingSafeEqual } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { ServiceContext } from "#app/services/context.server.ts";
import { findSession, type Session } from "#app/services/identity/find-session.server.ts";
import { createSignIn } from "#app/services/identity/sign-in.server.ts";
import { createAuth } from "./auth.server.ts";
import { databases } from "./databases.server.ts";
import { webConfig } from "./web-config.server.ts";

/** The cookie's name; browsers take `__Secure-` only over https. */
export function sessionCookieName(): string {
  const secure = webConfig().appUrl.startsWith("https:");
  return `${secure ? "__Secure-" : ""}portal.session_token`;
}

// One request asks several times who it is from (the frame and the page); it is looked up once.
const found = new WeakMap<AppLoadContext, Promise<Session | null>>();

/** The session of a request, or null when nobody is signed in. */
export function sessionOf(request: Request, context: AppLoadContext): Promise<Session | null> {
  const known = found.get(context);
  if (known) return known;
  const token = readToken(request.headers.get("cookie") ?? "", webConfig().authSecret);
  const session = token ? findSession(databases().identity, token) : Promise.resolve(null);
  found.set(context, session);
  return session;
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

/** The token in better-auth's signed cookie (`token.signature`, URL-encoded); null when forged. */
function readToken(cookieHeader: string, secret: string): string | null {
  const name = `${sessionCookieName()}=`;
  const cookie = cookieHeader.split(/;\s*/).find((part) => part.startsWith(name));
  if (!cookie) return null;
  const [token = "", signature = ""] = decode(cookie.slice(name.length)).split(".");
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
