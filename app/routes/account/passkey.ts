import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { ownContext, requireRecentProof } from "#app/lib/session.server.ts";
import { offerPasskey } from "#app/services/passkey/offer.server.ts";
import { paths } from "#app/site/paths.ts";

/** There is nothing to see here; a browser asks by POST what it needs to make a passkey. */
export function loader() {
  return redirect(paths.security);
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireRecentProof(args);
  if (session.viaOrganisationId !== null) throw new Response(null, { status: 403 });
  const { options, step } = await offerPasskey(ownContext(args, session), session.email);
  return json(options, { headers: { "Set-Cookie": step } });
}
