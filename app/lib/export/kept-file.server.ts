import { contentDisposition } from "./respond.server.ts";

/**
 * A file as somebody sent it: saved, never shown within the portal, so that nothing in it can act as a
 * page of ours.
 */
export function keptFileResponse(file: {
  name: string;
  mediaType: string;
  content: Uint8Array;
}): Response {
  return new Response(file.content as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.content.byteLength),
      "Content-Disposition": contentDisposition(file.name),
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
