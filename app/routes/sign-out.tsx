import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { databases } from "#app/lib/databases.server.ts";
import { expiredSessionCookie, sessionOf } from "#app/lib/session.server.ts";
import { signOut } from "#app/services/identity/sign-out.server.ts";

/** There is nothing to see here; signing out is a POST. */
export function loader() {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await sessionOf(request, context);
  const form = await request.formData();
  if (session) {
    const everywhere = form.get("everywhere") === "1";
    await signOut(databases().identity, session, { everywhere, requestId: context.requestId });
  }
  return redirect("/", { headers: { "Set-Cookie": expiredSessionCookie() } });
}
