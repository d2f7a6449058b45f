import type { LoaderFunctionArgs } from "@remix-run/node";
import { presentPlan } from "#app/lib/api/present.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { readPlan } from "#app/services/plan/read.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () =>
    presentPlan(await readPlan(await serviceContext(args), String(args.params.plan))),
  );

export const action = readOnly;
