import type { MiddlewareHandler } from "hono";
import { withoutSecret } from "#app/lib/secret-link.server.ts";
import type { PortalEnv } from "#server/context.ts";
import { messagePage } from "#server/message-page.ts";

/**
 * Answers 503 when a request is not answered in time, so that one slow statement does not keep a
 * browser, a proxy and a person waiting. What is still running ends by the database's own
 * statement deadline.
 */
export function deadline(milliseconds: number): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(resolve, milliseconds, "late");
    });
    const outcome = await Promise.race([next(), late]);
    clearTimeout(timer);
    if (outcome !== "late") return;
    c.get("log").warn({ method: c.req.method, path: withoutSecret(c.req.path) }, "deadline passed");
    return messagePage(c, "too_slow");
  };
}
