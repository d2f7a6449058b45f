import type {
  ActionFunction,
  AppLoadContext,
  LoaderFunction,
  ServerBuild,
} from "@remix-run/server-runtime";
import { databaseAvailable } from "#app/lib/database-state.server.ts";
import { isUnavailable, unavailableResponse } from "#app/lib/unavailable.ts";

/**
 * The build with every loader and action guarded: an error that means "the database is away"
 * becomes a 503 response that error boundaries can recognise (Remix turns any other error into an
 * anonymous 500). Loaders are not even started while the supervisor says the database is down.
 * Actions are, so that a form can keep what was typed and say what happened.
 */
export function guardedBuild(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (route === undefined) return [id, route] as const;
    const { loader, action } = route.module;
    const module = { ...route.module };
    if (loader !== undefined) module.loader = guard(loader, true);
    if (action !== undefined) module.action = guard(action, false);
    return [id, { ...route, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function guard<Handler extends LoaderFunction | ActionFunction>(
  handler: Handler,
  needsDatabase: boolean,
): Handler {
  const guarded = async (args: Parameters<LoaderFunction>[0]) => {
    if (needsDatabase && !databaseAvailable()) throw refuse(args.context);
    try {
      return await handler(args);
    } catch (error) {
      if (isUnavailable(error)) throw refuse(args.context);
      throw error;
    }
  };
  return Object.assign(guarded, handler) as unknown as Handler;
}

function refuse(context: AppLoadContext): Response {
  context.unavailable = true;
  return unavailableResponse();
}
