import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { databases } from "#app/lib/databases.server.ts";
import { askForPasskey } from "#app/services/passkey/offer.server.ts";
import { paths } from "#app/site/paths.ts";

/** There is nothing to see here; a browser asks for a passkey by POST. */
export function loader() {
  return redirect(paths.signIn);
}

export async function action({ context }: ActionFunctionArgs) {
  const asked = await askForPasskey(databases().identity, context.clientAddress);
  if (!asked) return new Response(null, { status: 429, headers: { "Retry-After": "900" } });
  return json(asked.options, { headers: { "Set-Cookie": asked.step } });
}
