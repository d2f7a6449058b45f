import type { LoaderFunctionArgs } from "@remix-run/node";
import { packFileTypes } from "#app/domain/pack/pack.ts";
import { fileResponse } from "#app/lib/export/respond.server.ts";
import { packFileName } from "#app/lib/pack/file-name.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readPackFile } from "#app/services/pack/read.server.ts";

/** A file of a council pack, as it was made. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const { pathname } = new URL(args.request.url);
  const type = packFileTypes.find((known) => pathname.endsWith(`.${known}`));
  if (!type) throw new Response(null, { status: 404 });
  const codes = { plan: String(args.params.plan), pack: String(args.params.pack) };
  const context = await serviceContext(args);
  const { pack, content } = await forPage(readPackFile(context, codes, type));
  return fileResponse({ bytes: content, type, fileName: packFileName(pack) });
}
