import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRequestedSheet } from "#app/lib/evaluation-sheet/requested.server.ts";
import { sheetWorkbook } from "#app/lib/evaluation-sheet/workbook.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import { renderWorkbook } from "#app/lib/export/workbook.server.ts";
import { paths } from "#app/site/paths.ts";

/** The sheet as a workbook: its figures as numbers. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const sheet = await readRequestedSheet(args);
  const workbook = sheetWorkbook(sheet);
  return answerFile(args, paths.sheet(sheet.plan.code, sheet.node.code, sheet.fy), async () => ({
    type: "xlsx",
    fileName: workbook.fileName,
    bytes: await renderWorkbook(workbook),
  }));
}
