import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptFileResponse } from "#app/lib/export/kept-file.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readAttachment } from "#app/services/attachment/read.server.ts";

/** A file as it was attached. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const context = await serviceContext(args);
  return keptFileResponse(await forPage(readAttachment(context, String(args.params.attachment))));
}
