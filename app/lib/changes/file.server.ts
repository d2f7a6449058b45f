import type { LoaderFunctionArgs } from "@remix-run/node";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { compareTimes } from "#app/services/rollup/compare-times.server.ts";
import { askedTimes } from "./asked-times.ts";

/** What a file of changes is made of. Throws a 404 where there is nothing to compare. */
export async function readForFile(args: LoaderFunctionArgs) {
  const { unreadable, ...times } = askedTimes(args.request, new Date());
  const reading = await forPage(
    compareTimes(await serviceContext(args), String(args.params.plan), yearOf(args.request), times),
  );
  const { comparison } = reading;
  if (unreadable || comparison === null) throw new Response(null, { status: 404 });
  return { ...reading, comparison };
}
