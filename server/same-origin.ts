import type { Context, MiddlewareHandler } from "hono";
import { acceptedOrigins } from "#app/lib/origins.ts";
import { withoutSecret } from "#app/lib/secret-link.server.ts";
import type { PortalEnv } from "#server/context.ts";
import { messagePage } from "#server/message-page.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** A header that no page of another site can send without having been allowed to, which it is not. */
const BEARER = /^bearer \S/i;

/**
 * Refuses a change that a page of another site started. The browser's Origin must be the configured
 * address (Host and X-Forwarded-Host are the sender's to choose); a request without Origin must
 * say `Sec-Fetch-Site: same-origin`. A sibling subdomain sends `same-site` and is refused too. A page
 * that was told to send no referrer has the Origin `null`, and a program with a key none at all.
 */
export function sameOriginOnly(appUrl: string): MiddlewareHandler<PortalEnv> {
  const accepted = new Set(acceptedOrigins(appUrl));
  return async (c, next) => {
    if (SAFE_METHODS.has(c.req.method)) return next();
    const origin = c.req.header("Origin");
    const allowed =
      origin === undefined || origin === "null"
        ? c.req.header("Sec-Fetch-Site") === "same-origin" || isProgram(c)
        : accepted.has(origin.toLowerCase());
    if (allowed) {
      // Remix compares it with the host once more, and does not know this one.
      if (origin === "null") c.req.raw.headers.delete("Origin");
      return next();
    }
    c.get("log").warn(
      { method: c.req.method, path: withoutSecret(c.req.path) },
      "foreign origin refused",
    );
    return messagePage(c, "foreign_origin");
  };
}

/** A request of a program to the API: its key is in a header, and JSON in its body; cookies do not count. */
function isProgram(c: Context<PortalEnv>): boolean {
  return (
    c.req.path.startsWith("/api/v1/") &&
    c.req.header("Origin") === undefined &&
    BEARER.test(c.req.header("Authorization") ?? "") &&
    /^application\/json(;|$)/i.test(c.req.header("Content-Type") ?? "")
  );
}
