import type { LoaderFunctionArgs } from "@remix-run/node";
import { presentHealth } from "#app/lib/api/present-health.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { listFindings } from "#app/services/finding/list.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () =>
    presentHealth(await listFindings(await serviceContext(args), String(args.params.plan))),
  );

export const action = readOnly;
