import type { LoaderFunctionArgs } from "@remix-run/node";
import { readForFile } from "#app/lib/changes/file.server.ts";
import { changesWorkbook } from "#app/lib/changes/tables.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import { renderWorkbook } from "#app/lib/export/workbook.server.ts";
import { paths } from "#app/site/paths.ts";

/** What changed between two times, as a workbook. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const reading = await readForFile(args);
  return answerFile(args, paths.changes(reading.plan.code, reading.fy), async () => {
    const workbook = changesWorkbook(reading);
    return { type: "xlsx", fileName: workbook.fileName, bytes: await renderWorkbook(workbook) };
  });
}
