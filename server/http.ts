import { type Handler, Hono } from "hono";
import type { Logger } from "pino";
import { isUnavailable } from "#app/lib/unavailable.ts";
import { accessLog } from "#server/access-log.ts";
import { compression } from "#server/compression.ts";
import type { PortalEnv } from "#server/context.ts";
import { messagePage } from "#server/message-page.ts";
import { type PageHandler, servePages, type WaitForFile } from "#server/pages.ts";
import { requestLimits } from "#server/request-limits.ts";
import { sameOriginOnly } from "#server/same-origin.ts";
import { securityHeaders } from "#server/security-headers.ts";
import { serveClientFiles } from "#server/static-files.ts";

/** Whether each thing the portal stands on is there. */
export type Readiness = { database: boolean; migrations: boolean; plans: boolean };

export type HttpOptions = {
  appUrl: string;
  trustProxy: boolean;
  development: boolean;
  log: Logger;
  /** The folder of the built client files. */
  clientFiles: string;
  pages: PageHandler;
  readiness: () => Promise<Readiness>;
  /** The stream that tells of a plan's figures. */
  live: Handler<PortalEnv, "/plans/:plan/live">;
  /** Whether a request's cookies are those of somebody who has signed in. */
  isSignedIn: (cookies: string) => boolean;
  waitForFile?: WaitForFile;
  deadlineMs?: number;
};

/**
 * The portal's HTTP application. The order matters: client files leave before anything is logged,
 * the log and the security headers surround everything that can refuse, and the refusals come
 * before anything reads the body.
 */
export function createHttpApp(options: HttpOptions): Hono<PortalEnv> {
  const { appUrl, development, log } = options;
  const security = { appUrl, development };
  const app = new Hono<PortalEnv>();

  serveClientFiles(app, options.clientFiles, security);
  app.use(accessLog(log));
  app.use(securityHeaders(security));
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    const state = await options.readiness();
    const ready = state.database && state.migrations && state.plans;
    return c.json({ ready, ...state }, ready ? 200 : 503);
  });
  // Pages lead only members here; strangers keep none of the streams from them.
  app.get("/plans/:plan/live", (c) =>
    options.isSignedIn(c.req.header("Cookie") ?? "")
      ? options.live(c, async () => {})
      : c.text("Sign in first", 403),
  );
  app.use(compression());
  app.use(sameOriginOnly(appUrl));
  app.use(requestLimits(options.isSignedIn, options.deadlineMs));
  app.all(
    "*",
    servePages(options.pages, options.trustProxy, options.waitForFile ?? (async () => 0)),
  );

  app.onError((error, c) => {
    if (isUnavailable(error)) return messagePage(c, "unavailable");
    (c.get("log") ?? log).error({ err: error }, "request failed");
    return messagePage(c, "failed");
  });
  return app;
}
