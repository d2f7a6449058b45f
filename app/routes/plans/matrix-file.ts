import type { LoaderFunctionArgs } from "@remix-run/node";
import { asOfWhen } from "#app/i18n/chart-file.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { matrixFileTable, matrixTitle } from "#app/lib/chart-file/matrix-table.ts";
import { renderCsv } from "#app/lib/export/csv.server.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import { renderWorkbook } from "#app/lib/export/workbook.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { rollupContext } from "#app/lib/rollup-context.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { readMatrix } from "#app/services/rollup/read-matrix.server.ts";
import { paths } from "#app/site/paths.ts";

/** What every organisation answered for every KPI as a file, with what the page shows the same reader. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await rollupContext(args);
  const reading = await forPage(
    readMatrix(context, String(args.params.plan), yearOf(args.request)),
  );
  if (reading === null) throw new Error("A reading without an earlier version is never null.");
  // Without figures the page says so; a file would look as if nothing had been reported.
  if (!reading.figures) throw new Response(null, { status: 404 });
  const { plan, fy, edition } = reading;
  const table = matrixFileTable(reading);
  const title = matrixTitle(reading);
  const fileName = t`団体別一覧_${plan.code}_${fiscalYearShort(fy)}`;
  return answerFile(args, paths.matrix(plan.code, fy), async () => {
    if (new URL(args.request.url).pathname.endsWith(".csv"))
      return { type: "csv", fileName, bytes: renderCsv(table) };
    const heading = [title, asOfWhen(edition, context.asOf, new Date())];
    const sheet = { name: t`団体別一覧`, landscape: true, heading, blocks: [table] };
    return {
      type: "xlsx",
      fileName,
      bytes: await renderWorkbook({ title, fileName, sheets: [sheet] }),
    };
  });
}
