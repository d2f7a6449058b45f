import type { MiddlewareHandler } from "hono";
import { acceptedOrigins } from "#app/lib/origins.ts";
import type { PortalEnv } from "#server/context.ts";
import { messagePage } from "#server/message-page.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that a page of another site started. The browser's Origin must be the configured
 * address (Host and X-Forwarded-Host are the sender's to choose); a request without Origin must
 * say `Sec-Fetch-Site: same-origin`. A sibling subdomain sends `same-site` and is refused too.
 */
export function sameOriginOnly(appUrl: string): MiddlewareHandler<PortalEnv> {
  const accepted = new Set(acceptedOrigins(appUrl));
  return async (c, next) => {
    if (SAFE_METHODS.has(c.req.method)) return next();
    const origin = c.req.header("Origin");
    const allowed =
      origin === undefined
        ? c.req.header("Sec-Fetch-Site") === "same-origin"
        : accepted.has(origin.toLowerCase());
    if (allowed) return next();
    c.get("log").warn({ method: c.req.method, path: c.req.path }, "foreign origin refused");
    return messagePage(c, "foreign_origin");
  };
}
