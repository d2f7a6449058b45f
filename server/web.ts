import type { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { setDatabaseAvailable } from "#app/lib/database-state.server.ts";
import { waitForFile } from "#app/lib/limited.server.ts";
import { log } from "#app/lib/log.server.ts";
import { projectRoot } from "#app/lib/project-root.server.ts";
import { sessionToken } from "#app/lib/session-cookie.server.ts";
import { closeAll } from "#app/lib/shutdown.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { createHttpApp } from "#server/http.ts";
import { LiveFigures } from "#server/live.ts";
import { linkStylesheet } from "#server/message-page.ts";
import type { PageHandler } from "#server/pages.ts";
import { portRefused } from "#server/port-check.ts";
import { readinessOf } from "#server/readiness.ts";
import { findStylesheet } from "#server/static-files.ts";
import { type ToWeb, tellSupervisor } from "#server/web-messages.ts";

const LONGEST_FINISH_MS = 10_000;

export type WebOptions = {
  pages: PageHandler;
  development: boolean;
  /** Wraps the request listener; development puts Vite in front of it. */
  around?: (server: Server) => void;
};

/**
 * Runs the web process: listens, tells the supervisor, and stops gracefully on a signal or when
 * the supervisor is gone.
 */
export async function runWeb({ pages, development, around }: WebOptions): Promise<void> {
  process.on("uncaughtException", (error) => fail(error));
  process.on("unhandledRejection", (error) => fail(error));
  process.on("message", (message: ToWeb) => {
    if (message.type === "database") setDatabaseAvailable(message.available);
  });

  const config = webConfig();
  const clientFiles = join(projectRoot(), "build", "client");
  linkStylesheet(development ? null : findStylesheet(clientFiles));
  const live = new LiveFigures(config.appDatabaseUrl, config.trustProxy);
  const app = createHttpApp({
    appUrl: config.appUrl,
    trustProxy: config.trustProxy,
    development,
    log,
    clientFiles: development ? "" : clientFiles,
    pages,
    readiness: readinessOf(config.appDatabaseUrl),
    live: live.stream,
    waitForFile,
    isSignedIn: (cookies) => sessionToken(cookies) !== null,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.headersTimeout = 10_000;
  // The time for a body; server/request-limits ends what is not a form with files much earlier.
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  around?.(server);

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, "web stops");
    // A stream never ends by itself.
    await live.close();
    await finishRequests(server);
    await closeAll((name, error) => log.warn({ err: error, name }, "could not be closed"));
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
  // The supervisor was killed: nobody would restart or stop this process any more.
  process.on("disconnect", () => void stop("supervisor is gone"));

  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") fail(error);
    const { japanese, english } = portRefused(config.port, error.code);
    tellSupervisor({ type: "refused", japanese, english });
    process.exit(1);
  });
  server.listen(config.port, () => tellSupervisor({ type: "listening" }));
}

/** Stops accepting connections and waits for the requests that are being answered. */
async function finishRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), LONGEST_FINISH_MS);
  await closed;
  clearTimeout(deadline);
}

/** The process is in an unknown state: it says why and leaves; the supervisor starts a new one. */
function fail(error: unknown): never {
  log.fatal({ err: error }, "web failed");
  process.exit(1);
}
