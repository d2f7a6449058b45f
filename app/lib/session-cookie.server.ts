import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSeconds } from "#app/domain/identity/session.ts";
import { webConfig } from "./web-config.server.ts";

/** The Set-Cookie of a session: its token and our signature of it, which no script reads. */
export function sessionCookie(token: string): string {
  const value = encodeURIComponent(`${token}.${signatureOf(token).toString("base64")}`);
  return cookie(sessionCookieName(), value, sessionSeconds.absolute);
}

/** Takes the session cookie out of the browser. */
export function expiredSessionCookie(): string {
  return cookie(sessionCookieName(), "", 0);
}

/** The token in the session's cookie; null when it is forged. */
export function sessionToken(cookieHeader: string): string | null {
  const [token = "", signature = ""] = cookieValue(cookieHeader, sessionCookieName()).split(".");
  const expected = signatureOf(token);
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The Set-Cookie of what was begun at sign-in; it is shown again to finish it. */
export function stepCookie(kind: string, token: string, seconds: number): string {
  return cookie(nameOf(kind), token, seconds);
}

/** The token of what was begun, or empty. */
export function stepToken(cookieHeader: string, kind: string): string {
  return cookieValue(cookieHeader, nameOf(kind));
}

function sessionCookieName(): string {
  return nameOf("session_token");
}

/** Over https browsers take a name that begins so only from this host, and for all of it. */
function nameOf(name: string): string {
  return `${isSecure() ? "__Host-" : ""}portal.${name}`;
}

function isSecure(): boolean {
  return webConfig().appUrl.startsWith("https:");
}

function cookie(name: string, value: string, seconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function cookieValue(cookieHeader: string, name: string): string {
  const found = cookieHeader.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return decode(found?.slice(name.length + 1) ?? "");
}

function signatureOf(token: string): Buffer {
  return createHmac("sha256", webConfig().authSecret).update(token).digest();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
