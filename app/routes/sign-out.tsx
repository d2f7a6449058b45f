import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { ownContext, sessionOf } from "#app/lib/session.server.ts";
import { expiredSessionCookie } from "#app/lib/session-cookie.server.ts";
import { endSession } from "#app/services/session/end.server.ts";
import { endAllSessions } from "#app/services/session/end-all.server.ts";
import { paths } from "#app/site/paths.ts";

/** There is nothing to see here; signing out is a POST. */
export function loader() {
  return redirect(paths.front);
}

export async function action(args: ActionFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  const form = await args.request.formData();
  if (session) {
    const context = ownContext(args, session);
    await (form.get("everywhere") === "1"
      ? endAllSessions(context, { others: false })
      : endSession(context, { session: session.sessionId }));
  }
  // Also what the browser kept of pages, for who sits at this machine next.
  const headers = { "Set-Cookie": expiredSessionCookie(), "Clear-Site-Data": '"cache"' };
  return redirect(paths.front, { headers });
}
