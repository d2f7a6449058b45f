import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { presentRollup } from "#app/lib/api/present.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { rollupContext } from "#app/lib/rollup-context.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => {
    const context = await rollupContext(args, apiContext);
    return presentRollup(await readRollup(context, String(args.params.plan), yearOf(args.request)));
  });

export const action = readOnly;
