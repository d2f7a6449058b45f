import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { problemResponse } from "../api/respond.server.ts";
import { ExportUnavailable, type UnavailableReason } from "./export-unavailable.ts";
import { unavailableDetail, unavailablePage } from "./unavailable-page.server.tsx";

const types = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
} as const;

/** A file to be saved: `fileName` with or without its ending. */
export type FileContent = { bytes: Uint8Array; fileName: string; type: keyof typeof types };

/** A drawing is a document to a browser: it has its own styles, and nothing else in it may act. */
const drawingPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

const retryAfter: Record<UnavailableReason, string> = {
  no_browser: "3600",
  busy: "10",
  too_slow: "10",
  failed: "10",
};

/** A download under its Japanese name. Kept nowhere: what is in it depends on who asks. */
export function fileResponse({ bytes, fileName, type }: FileContent): Response {
  const headers = { ...fileHeaders(fileName, type), "Content-Length": String(bytes.byteLength) };
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
}

/** A download whose end is not made yet when its beginning is sent. */
export function streamResponse(
  { fileName, type }: Omit<FileContent, "bytes">,
  parts: AsyncIterable<Uint8Array>,
): Response {
  const stream = Readable.toWeb(Readable.from(parts, { objectMode: false }));
  return new Response(stream as ReadableStream<Uint8Array>, {
    headers: fileHeaders(fileName, type),
  });
}

function fileHeaders(fileName: string, type: keyof typeof types): Record<string, string> {
  return {
    "Content-Type": types[type],
    "Content-Disposition": contentDisposition(withEnding(fileName, type)),
    "X-Content-Type-Options": "nosniff",
    ...(type === "svg" && { "Content-Security-Policy": drawingPolicy }),
    "Cache-Control": "private, no-store",
  };
}

/**
 * The loader of a file: sends what `work` makes. Where a PDF or PNG cannot be made now it answers 503:
 * a page that says how to get the same from `page`, which shows it; a problem for programs.
 */
export async function answerFile(
  { request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
  page: string,
  work: () => Promise<FileContent>,
): Promise<Response> {
  try {
    return fileResponse(await work());
  } catch (error) {
    if (!(error instanceof ExportUnavailable)) throw error;
    const { reason } = error;
    if (!request.signal.aborted) context.log.warn({ err: error, reason }, "no file");
    const headers = { "Cache-Control": "private, no-store", "Retry-After": retryAfter[reason] };
    const file = new URL(request.url).pathname.endsWith(".png") ? "PNG" : "PDF";
    if (!(request.headers.get("Accept") ?? "").includes("text/html"))
      return problemResponse(503, unavailableDetail(reason, file), headers);
    return new Response(unavailablePage({ reason, page, file, requestId: context.requestId }), {
      status: 503,
      headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
    });
  }
}

function withEnding(fileName: string, type: keyof typeof types): string {
  const ending = `.${type}`;
  return fileName.toLowerCase().endsWith(ending) ? fileName : `${fileName}${ending}`;
}

/**
 * RFC 6266: the name in UTF-8 for browsers, and one of plain letters for what does not know it.
 * Characters that file systems refuse become their full-width likes.
 */
export function contentDisposition(fileName: string): string {
  const name = fileName
    .normalize("NFC")
    .replace(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\\/:*?"<>|]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const plain = name.replace(/[^\w.() -]/g, "_");
  // encodeURIComponent leaves some characters alone that RFC 5987 does not allow.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
