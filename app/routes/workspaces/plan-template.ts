import type { LoaderFunctionArgs } from "@remix-run/node";
import { planGuide } from "#app/i18n/plan-template.ts";
import { fileResponse } from "#app/lib/export/respond.server.ts";
import { planTemplate } from "#app/lib/import/plan-template.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { describePlanImport } from "#app/services/plan-import/read.server.ts";

/** The workbook in which a plan is written down to be brought in. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  const context = await serviceContext(args);
  await forPage(describePlanImport(context, String(args.params.organisation)));
  return fileResponse({ bytes: await planTemplate(), fileName: planGuide.title, type: "xlsx" });
}
