import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardOf } from "#app/components/completeness/board-of.ts";
import { boardChoice } from "#app/lib/completeness/choice.ts";
import { completenessWorkbook } from "#app/lib/completeness/workbook.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import { renderWorkbook } from "#app/lib/export/workbook.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { readCompleteness } from "#app/services/completeness/read.server.ts";
import { paths } from "#app/site/paths.ts";

/** The completeness board as a workbook. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const context = await serviceContext(args);
  const plan = String(args.params.plan);
  const reading = await forPage(
    readCompleteness(context, plan, boardChoice(args.request), null, new Date()),
  );
  return answerFile(args, paths.completeness(plan, boardOf(reading)), async () => {
    const workbook = completenessWorkbook(reading);
    return { type: "xlsx", fileName: workbook.fileName, bytes: await renderWorkbook(workbook) };
  });
}
