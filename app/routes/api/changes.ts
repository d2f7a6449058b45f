import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { presentChanges } from "#app/lib/api/present-changes.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { askedTimes } from "#app/lib/changes/asked-times.ts";
import { yearOf } from "#app/lib/year.ts";
import { compareTimes } from "#app/services/rollup/compare-times.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => {
    const { unreadable, ...times } = askedTimes(args.request, new Date());
    if (unreadable) return null;
    const context = await apiContext(args);
    const plan = String(args.params.plan);
    return presentChanges(await compareTimes(context, plan, yearOf(args.request), times));
  });

export const action = readOnly;
