import { createHmac, timingSafeEqual } from "node:crypto";
import { webConfig } from "./web-config.server.ts";

/** The cookie's name; browsers take `__Secure-` only over https. */
export function sessionCookieName(): string {
  const secure = webConfig().appUrl.startsWith("https:");
  return `${secure ? "__Secure-" : ""}portal.session_token`;
}

/** The token in better-auth's signed cookie (`token.signature`, URL-encoded); null when forged. */
export function sessionToken(cookieHeader: string): string | null {
  const name = `${sessionCookieName()}=`;
  const cookie = cookieHeader.split(/;\s*/).find((part) => part.startsWith(name));
  if (!cookie) return null;
  const [token = "", signature = ""] = decode(cookie.slice(name.length)).split(".");
  const expected = createHmac("sha256", webConfig().authSecret).update(token).digest();
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
