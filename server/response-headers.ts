import type { Context } from "hono";
import type { PortalEnv } from "#server/context.ts";

/**
 * Sets headers on the finished response. Redirects made by `Response.redirect` have immutable
 * headers, so those are copied first.
 */
export function setHeaders(c: Context<PortalEnv>, headers: Record<string, string>): void {
  const names = Object.keys(headers);
  try {
    for (const name of names) c.res.headers.set(name, headers[name] ?? "");
  } catch {
    const response = new Response(c.res.body, c.res);
    for (const name of names) response.headers.set(name, headers[name] ?? "");
    c.res = response;
  }
}
