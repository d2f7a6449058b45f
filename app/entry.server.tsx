import { Writable } from "node:stream";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/components/nonce.tsx";

/** How long deferred data may take before a page is given up, and a rendering after it. */
export const streamTimeout = 10_000;
const RENDER_TIMEOUT = streamTimeout + 1_000;

/**
 * Renders a whole page and then sends it: nothing is deferred, and one buffer costs about half of
 * what a stream of chunks does. Single fetch suspends while it reads the page's data, which
 * `renderToString` cannot wait for.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        onAllReady() {
          clearTimeout(timer);
          const body = new PageBuffer((html) => {
            headers.set("Content-Type", "text/html; charset=utf-8");
            resolve(new Response(html, { headers, status: responseStatus }));
          });
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          responseStatus = 500;
          loadContext.log.error({ err: error }, "rendering failed");
        },
      },
    );
    const timer = setTimeout(abort, RENDER_TIMEOUT);
  });
}

class PageBuffer extends Writable {
  readonly #chunks: Buffer[] = [];
  readonly #done: (html: Buffer<ArrayBuffer>) => void;

  constructor(done: (html: Buffer<ArrayBuffer>) => void) {
    super();
    this.#done = done;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.#chunks.push(chunk);
    callback();
  }

  override _final(callback: () => void): void {
    this.#done(Buffer.concat(this.#chunks));
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
