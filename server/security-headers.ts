import type { MiddlewareHandler } from "hono";
import { isSecretPath } from "#app/lib/secret-link.server.ts";
import { RETRY_AFTER_SECONDS } from "#app/lib/unavailable.ts";
import type { PortalEnv } from "#server/context.ts";
import { setHeaders } from "#server/response-headers.ts";

/** `development` widens the policy for what Vite injects into pages: styles and a web socket. */
export type SecurityOptions = { appUrl: string; development: boolean };

/** The headers every response carries, whoever made it. */
export function fixedSecurityHeaders(options: SecurityOptions): Record<string, string> {
  const headers: Record<string, string> = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
  };
  if (new URL(options.appUrl).protocol === "https:") {
    headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
  }
  return headers;
}

/** Of pages whose address opens something: it is told to nobody, and found by no search. */
const unseen = { "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow" };

/** The policy of one page. Scripts run only with the page's own nonce; nothing inline otherwise. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    development ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Adds the security headers and, where a response says nothing about caching, forbids storing it:
 * a shared proxy or a shared desk must not keep a page that one person may see. A file that somebody
 * attached brings a stricter policy of its own.
 */
export function securityHeaders(options: SecurityOptions): MiddlewareHandler<PortalEnv> {
  const fixed = fixedSecurityHeaders(options);
  return async (c, next) => {
    await next();
    const headers: Record<string, string> = {
      ...fixed,
      "X-Request-Id": c.get("requestId"),
      ...(isSecretPath(c.req.path) ? unseen : {}),
    };
    if (!c.res.headers.has("Content-Security-Policy")) {
      headers["Content-Security-Policy"] = contentSecurityPolicy(
        c.get("nonce"),
        options.development,
      );
    }
    if (!c.res.headers.has("Cache-Control")) headers["Cache-Control"] = "private, no-store";
    if (c.res.status === 503 && !c.res.headers.has("Retry-After")) {
      headers["Retry-After"] = RETRY_AFTER_SECONDS;
    }
    setHeaders(c, headers);
  };
}
