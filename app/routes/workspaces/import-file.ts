import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptFileResponse } from "#app/lib/export/kept-file.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readImportFile } from "#app/services/import/read-file.server.ts";

/** A file as it was brought in. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const { organisation, import: id } = args.params;
  const context = await serviceContext(args);
  const { name, content } = await forPage(
    readImportFile(context, String(organisation), String(id)),
  );
  return keptFileResponse({ name, mediaType: "application/octet-stream", content });
}
