import { Writable } from "node:stream";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { isHydrated } from "#app/components/hydration.ts";
import { NonceContext } from "#app/components/nonce.tsx";

/** How long deferred data may take before a page is given up, and a rendering after it. */
export const streamTimeout = 10_000;
const RENDER_TIMEOUT = streamTimeout + 1_000;

/**
 * Renders a whole page and then sends it: nothing is deferred. A page without scripts, as most are,
 * becomes a string in one go, which costs about half of what React's stream does. A page with
 * scripts carries its data along, which suspends and needs the stream.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const page = (
    <NonceContext.Provider value={loadContext.nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
    </NonceContext.Provider>
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  const matches = remixContext.staticHandlerContext.matches;
  if (!matches.some((match) => isHydrated(remixContext.routeModules[match.route.id]?.handle))) {
    return new Response(`<!DOCTYPE html>${renderToStaticMarkup(page)}`, { headers, status });
  }
  return stream(page, status, headers, loadContext);
}

function stream(
  page: ReactElement,
  status: number,
  headers: Headers,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: loadContext.nonce,
      onAllReady() {
        clearTimeout(timer);
        pipe(
          new PageBuffer((html) =>
            resolve(new Response(wordsFirst(html), { headers, status: responseStatus })),
          ),
        );
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        responseStatus = 500;
        loadContext.log.error({ err: error }, "rendering failed");
      },
    });
    const timer = setTimeout(abort, RENDER_TIMEOUT);
  });
}

/** A page is read before anything is typed into it: its scripts do not compete with its styles. */
function wordsFirst(html: string): string {
  return html.replaceAll(
    '<link rel="modulepreload"',
    '<link rel="modulepreload" fetchpriority="low"',
  );
}

/**
 * Gathers a page's chunks. Where a character of several bytes does not fit into one, React 18 fills the
 * chunk up with NULs, which a browser shows in attributes.
 */
class PageBuffer extends Writable {
  readonly #chunks: Buffer[] = [];
  readonly #done: (html: string) => void;

  constructor(done: (html: string) => void) {
    super();
    this.#done = done;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.#chunks.push(chunk);
    callback();
  }

  override _final(callback: () => void): void {
    this.#done(Buffer.concat(this.#chunks).toString("utf8").replaceAll("\0", ""));
    callback();
  }
}

/** Logs what a loader, an action or a rendering threw; the person sees only the request's number. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  // A wrong address or method is the visitor's; the access log has it.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.log.error({ err: error }, "page failed");
}
