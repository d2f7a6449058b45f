import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, readOnly } from "#app/lib/api/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { listPlans } from "#app/services/plan/list.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  answer(async () => listPlans(await serviceContext(args)));

export const action = readOnly;
