import { randomBytes, randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import { withoutSecret } from "#app/lib/secret-link.server.ts";
import type { PortalEnv } from "#server/context.ts";

const LONGEST_PATH = 300;

/**
 * Gives each request an id of our own (one from outside could forge log lines) and a nonce, and
 * writes one line when it is answered. The query is left out because searches and links carry
 * names and tokens; so are the secrets of links, addresses and cookies.
 */
export function accessLog(log: Logger): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    const requestLog = log.child({ requestId });
    c.set("requestId", requestId);
    c.set("nonce", randomBytes(16).toString("base64"));
    c.set("log", requestLog);
    await next();
    requestLog.info(
      {
        method: c.req.method,
        path: withoutSecret(c.req.path).slice(0, LONGEST_PATH),
        status: c.res.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
      },
      "request",
    );
  };
}
