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
 * Actions are, so that a form can keep what was typed and say what happened. What is sent to one and
 * is no form is the sender's mistake: a 415 or 400 instead of an error of ours.
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
      if (!needsDatabase) refuseWhatIsNoForm(args.request);
      return await handler(args);
    } catch (error) {
      if (isUnavailable(error)) throw refuse(args.context);
      throw error;
    }
  };
  return Object.assign(guarded, handler) as unknown as Handler;
}

/** Where a body is read as a form and is none. */
function refuseWhatIsNoForm(request: Request): void {
  const formData = request.formData.bind(request);
  const type = request.headers.get("Content-Type") ?? "";
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type);
  request.formData = async () => {
    if (!isForm) throw new Response(null, { status: 415 });
    try {
      return await formData();
    } catch (error) {
      // The parser's word for a body that breaks off or has no boundary.
      if (error instanceof TypeError) throw new Response(null, { status: 400 });
      throw error;
    }
  };
}

function refuse(context: AppLoadContext): Response {
  context.unavailable = true;
  return unavailableResponse();
}
