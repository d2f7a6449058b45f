import type { LoaderFunctionArgs } from "@remix-run/node";
import { entryCodes } from "#app/lib/entry-codes.ts";
import { fileResponse } from "#app/lib/export/respond.server.ts";
import { formFileName } from "#app/lib/import-form/form-table.ts";
import { renderForm } from "#app/lib/import-form/workbook.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readEntry } from "#app/services/entry/read.server.ts";

/** What an organisation is asked in a round, as a form to be filled in with Excel. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const entry = await forPage(readEntry(await serviceContext(args), entryCodes(args.params)));
  return fileResponse({
    type: "xlsx",
    fileName: formFileName(entry),
    bytes: await renderForm(entry),
  });
}
