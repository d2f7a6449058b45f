import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { log } from "#app/lib/log.server.ts";
import { closeAll } from "#app/lib/shutdown.server.ts";
import { TEST_SECRET } from "#tests/database.ts";
import type { Portal } from "./portal.ts";

export const appUrl = "http://localhost:3000";

/** Gives this process what the supervisor gives the web process. Answers how to end its connections. */
export function beWebProcess(portal: Portal): () => Promise<void> {
  Object.assign(process.env, {
    PORT: "3000",
    APP_URL: appUrl,
    AUTH_SECRET: TEST_SECRET,
    APP_DATABASE_URL: portal.urls.appUrl,
    AUTH_DATABASE_URL: portal.urls.authUrl,
    PORTAL_MODE: "local",
    PORTAL_DEMO: "0",
    PORTAL_MAIL: "0",
    TRUST_PROXY: "0",
    OIDC_ALLOWED_HOSTS: "127.0.0.1",
    LOG_LEVEL: "silent",
  });
  return () =>
    closeAll((name, error) => {
      throw new Error(`${name} was not closed`, { cause: error });
    });
}

/** What Remix calls a loader or an action with. */
export function routeArgs(
  path: string,
  options: { params?: Record<string, string>; cookie?: string; init?: RequestInit } = {},
): LoaderFunctionArgs {
  const request = new Request(`${appUrl}${path}`, options.init);
  if (options.cookie !== undefined) request.headers.set("cookie", options.cookie);
  return {
    request,
    params: options.params ?? {},
    context: { requestId: `request-${randomUUID()}`, nonce: "", clientAddress: "192.0.2.1", log },
  };
}

/** The cookies of an answer as a browser sends them back. */
export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
