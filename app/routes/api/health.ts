import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { presentHealth } from "#app/lib/api/present-health.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { listFindings } from "#app/services/finding/list.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () =>
    presentHealth(await listFindings(await apiContext(args), String(args.params.plan))),
  );

export const action = readOnly;
