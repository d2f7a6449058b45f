import type { LoaderFunctionArgs } from "@remix-run/node";
import { changeWorkbook } from "#app/lib/change-list/workbook.ts";
import { comparedOf } from "#app/lib/compared.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import { renderWorkbook } from "#app/lib/export/workbook.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { compareVersions } from "#app/services/plan/compare-versions.server.ts";
import { paths } from "#app/site/paths.ts";

/** What a version of a plan changed, as a workbook. Public. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const codes = comparedOf(args);
  const reading = await forPage(compareVersions(await serviceContext(args), codes));
  return answerFile(args, paths.version(codes.plan, codes.version), async () => {
    const workbook = changeWorkbook(reading);
    return { type: "xlsx", fileName: workbook.fileName, bytes: await renderWorkbook(workbook) };
  });
}
