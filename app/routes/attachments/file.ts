import type { LoaderFunctionArgs } from "@remix-run/node";
import { contentDisposition } from "#app/lib/export/respond.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readAttachment } from "#app/services/attachment/read.server.ts";

/**
 * A file as it was attached: saved, never shown within the portal, so that nothing in it can act as a
 * page of ours.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const context = await serviceContext(args);
  const { name, mediaType, content } = await forPage(
    readAttachment(context, String(args.params.attachment)),
  );
  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(content.byteLength),
      "Content-Disposition": contentDisposition(name),
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
