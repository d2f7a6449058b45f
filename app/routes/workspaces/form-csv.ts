import type { LoaderFunctionArgs } from "@remix-run/node";
import { entryCodes } from "#app/lib/entry-codes.ts";
import { renderCsv } from "#app/lib/export/csv.server.ts";
import { fileResponse } from "#app/lib/export/respond.server.ts";
import { formCsv } from "#app/lib/import-form/csv.ts";
import { formFileName, formTable } from "#app/lib/import-form/form-table.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readEntry } from "#app/services/entry/read.server.ts";

/** The same rows as plain data, for other systems. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const entry = await forPage(readEntry(await serviceContext(args), entryCodes(args.params)));
  return fileResponse({
    type: "csv",
    fileName: formFileName(entry),
    bytes: renderCsv(formCsv(formTable(entry))),
  });
}
