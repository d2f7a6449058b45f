import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import type { PortalEnv } from "#server/context.ts";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const COMPRESSIBLE = /^(?:text\/html|text\/x-script|application\/json|image\/svg\+xml)\b/;
const SMALLEST = 1024;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const GZIP = { level: 6 };

/**
 * Compresses pages, their data and JSON as one buffer: they are rendered whole before they are
 * sent, and one call on zlib's own threads costs a fraction of a web stream. Downloads and event
 * streams pass through untouched.
 */
export function compression(): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next();
    const { res } = c;
    if (res.body === null || c.req.method === "HEAD" || res.headers.has("Content-Encoding")) return;
    if (!COMPRESSIBLE.test(res.headers.get("Content-Type") ?? "")) return;
    const encoding = chooseEncoding(c.req.header("Accept-Encoding"));
    const headers = new Headers(res.headers);
    headers.append("Vary", "Accept-Encoding");
    const body = new Uint8Array(await res.arrayBuffer());
    const small = body.byteLength < SMALLEST;
    if (encoding !== null && !small) headers.set("Content-Encoding", encoding);
    const packed = encoding === null || small ? body : await compress(body, encoding);
    headers.set("Content-Length", String(packed.byteLength));
    c.res = undefined;
    c.res = new Response(packed, { status: res.status, headers });
  };
}

/** The encoding to use for an Accept-Encoding header: br, then gzip, and null for neither. */
export function chooseEncoding(header: string | undefined): "br" | "gzip" | null {
  if (header === undefined) return null;
  const accepted = new Map(
    header.split(",").map((part) => {
      const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return [name.trim(), quality === undefined ? 1 : Number(quality.trim().slice(2))] as const;
    }),
  );
  if ((accepted.get("br") ?? 0) > 0) return "br";
  if ((accepted.get("gzip") ?? accepted.get("*") ?? 0) > 0) return "gzip";
  return null;
}

async function compress(body: Uint8Array, encoding: "br" | "gzip") {
  const packed = encoding === "br" ? brotliAsync(body, BROTLI) : gzipAsync(body, GZIP);
  return (await packed) as Buffer<ArrayBuffer>;
}
