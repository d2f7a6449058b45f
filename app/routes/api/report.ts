import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { presentReport, putReport } from "#app/lib/api/report.server.ts";
import { answer, problemResponse } from "#app/lib/api/respond.server.ts";
import { periodOf } from "#app/lib/period.ts";

function codesOf({ params, request }: LoaderFunctionArgs) {
  const fy = parseFiscalYear(String(params.fy));
  if (fy === null) throw new Response(null, { status: 404 });
  return {
    plan: String(params.plan),
    indicator: String(params.indicator),
    organisation: String(params.organisation),
    fy,
    period: periodOf(request),
  };
}

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => presentReport(await apiContext(args), codesOf(args)));

export const action = (args: ActionFunctionArgs) =>
  answer(async () => {
    if (args.request.method !== "PUT")
      throw problemResponse(405, undefined, { Allow: "GET, HEAD, PUT" });
    return putReport(await apiContext(args), codesOf(args), args.request);
  });
