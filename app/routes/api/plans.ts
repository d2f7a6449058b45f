import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiContext } from "#app/lib/api/caller.server.ts";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { listPlans } from "#app/services/plan/list.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => listPlans(await apiContext(args)));

export const action = readOnly;
