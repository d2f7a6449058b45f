import type { AppLoadContext } from "@remix-run/node";
import { parseAsOf } from "#app/domain/rollup/as-of.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { serviceContext } from "./session.server.ts";

/**
 * What a reading of a roll-up is called with: the request's context, and from when it is read by
 * `?asOf=`. What is no day, moment or edition is no page, and answers 404. `contextOf` says who asks.
 */
export async function rollupContext(
  args: { request: Request; context: AppLoadContext },
  contextOf: typeof serviceContext = serviceContext,
): Promise<ServiceContext> {
  const context = await contextOf(args);
  const given = new URL(args.request.url).searchParams.get("asOf");
  if (given === null || given === "") return context;
  const asOf = parseAsOf(given, new Date());
  if (asOf === null) throw new Response(null, { status: 404 });
  return { ...context, asOf };
}
