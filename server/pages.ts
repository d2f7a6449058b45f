import {
  type AppLoadContext,
  createRequestHandler,
  type ServerBuild,
} from "@remix-run/server-runtime";
import type { Context, Handler } from "hono";
import { inChosenLocale } from "#app/lib/locale.server.ts";
import type { PortalEnv } from "#server/context.ts";
import { guardedBuild } from "#server/guarded-build.ts";
import { messagePage, type Resend } from "#server/message-page.ts";

const LARGEST_RESEND = 256 * 1024;

/** For how many seconds somebody waits who asks for files too often; 0 for all others. */
export type WaitForFile = (request: Request, context: AppLoadContext) => Promise<number>;

export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Makes the handler of pages from the Remix build; a function is asked for it on each request. */
export function remixPages(build: ServerBuild | (() => Promise<ServerBuild>)): PageHandler {
  const guarded =
    typeof build === "function" ? async () => guardedBuild(await build()) : guardedBuild(build);
  return createRequestHandler(guarded, process.env.NODE_ENV);
}

/**
 * Hands a request to the pages. When a page could not reach the database the visitor gets the
 * self-contained 503 page: the page's own frame needs the database too. Data requests of a loaded
 * page keep the body of Remix, which its error boundaries understand.
 */
export function servePages(
  pages: PageHandler,
  trustProxy: boolean,
  waitForFile: WaitForFile,
): Handler<PortalEnv> {
  return async (c) => {
    const context: AppLoadContext = {
      nonce: c.get("nonce"),
      requestId: c.get("requestId"),
      clientAddress: clientAddress(c, trustProxy),
      log: c.get("log"),
    };
    const wait = await waitForFile(c.req.raw, context);
    if (wait > 0) return messagePage(c, "too_many", undefined, wait);
    const isData = c.req.path.endsWith(".data");
    const typed = isData ? null : copyOfForm(c);
    const response = await inChosenLocale(c.req.raw, () => pages(c.req.raw, context));
    if (isData) return response;
    // Only pages bring their own words; what would have been a file says nothing by itself.
    const isSilent = response.status === 404 && response.body === null;
    if (isSilent && c.req.header("Accept")?.includes("text/html"))
      return messagePage(c, "not_found");
    const { waitSeconds } = context;
    if (waitSeconds !== undefined)
      return messagePage(c, "too_many", await resendOf(c, typed, context.sent), waitSeconds);
    if (!context.unavailable) return response;
    return messagePage(c, "unavailable", await resendOf(c, typed, context.sent));
  };
}

/**
 * The client's address: the one the nearest proxy saw when a proxy is trusted, otherwise that of the
 * socket. X-Forwarded-For grows to the right, and only the last entry is the trusted proxy's word.
 */
export function clientAddress(c: Context<PortalEnv>, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  return c.env?.incoming?.socket.remoteAddress ?? "unknown";
}

function copyOfForm(c: Context<PortalEnv>): Request | null {
  if (c.req.method !== "POST") return null;
  const simple = c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  const size = Number(c.req.header("Content-Length") ?? Number.POSITIVE_INFINITY);
  return simple && size <= LARGEST_RESEND ? c.req.raw.clone() : null;
}

async function resendOf(
  c: Context<PortalEnv>,
  typed: Request | null,
  sent: AppLoadContext["sent"],
): Promise<Resend | undefined> {
  if (typed === null && sent === undefined) return undefined;
  const fields = sent
    ? Object.entries(sent.values)
    : [...new URLSearchParams((await typed?.text()) ?? "")];
  const url = new URL(c.req.url);
  // A password does not belong into a page; the person types it again.
  if (fields.some(([name]) => /password|passwd|secret|token/i.test(name))) return undefined;
  return { action: url.pathname + url.search, fields, hadFiles: (sent?.files ?? 0) > 0 };
}
