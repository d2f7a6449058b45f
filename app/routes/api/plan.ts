import type { LoaderFunctionArgs } from "@remix-run/node";
import { parseDay } from "#app/domain/progress/day.ts";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { presentPlan } from "#app/lib/api/present.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { readPlan } from "#app/services/plan/read.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => {
    const context = await apiContext(args);
    return presentPlan(await readPlan(context, String(args.params.plan), asOfDay(args.request)));
  });

export const action = readOnly;

/** The day of `?asOf=`; null when absent. What is no day has no plan, and answers 404. */
function asOfDay(request: Request): string | null {
  const given = new URL(request.url).searchParams.get("asOf");
  if (given === null || given === "") return null;
  const day = parseDay(given);
  if (day === null) throw new Response(null, { status: 404 });
  return day;
}
