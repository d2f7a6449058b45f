import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { presentExplanation } from "#app/lib/api/present-explanation.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { rollupContext } from "#app/lib/rollup-context.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { explainIndicator } from "#app/services/rollup/explain-indicator.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => {
    const context = await rollupContext(args, apiContext);
    const codes = { plan: String(args.params.plan), indicator: String(args.params.indicator) };
    const reading = await explainIndicator(context, codes, yearOf(args.request));
    return reading && presentExplanation(reading);
  });

export const action = readOnly;
