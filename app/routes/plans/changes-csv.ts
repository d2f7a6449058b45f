import type { LoaderFunctionArgs } from "@remix-run/node";
import { readForFile } from "#app/lib/changes/file.server.ts";
import { changesCsv, fileName } from "#app/lib/changes/tables.ts";
import { renderCsv } from "#app/lib/export/csv.server.ts";
import { fileResponse } from "#app/lib/export/respond.server.ts";

/** What changed between two times, as plain data. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const reading = await readForFile(args);
  return fileResponse({
    type: "csv",
    fileName: fileName(reading),
    bytes: renderCsv(changesCsv(reading)),
  });
}
