import type { LoaderFunctionArgs } from "@remix-run/node";
import { databases } from "#app/lib/databases.server.ts";
import { fileResponse } from "#app/lib/export/respond.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { exportPerson } from "#app/services/person/export.server.ts";

/** All that the portal holds about whoever is signed in, for them to keep. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { viaOrganisationId } = await requireRecentProof(args);
  // A service that vouches for somebody at one organisation takes away nothing of the others.
  if (viaOrganisationId !== null) throw new Response(null, { status: 403 });
  const held = await forPage(exportPerson(await serviceContext(args), databases().identity));
  const bytes = new TextEncoder().encode(`${JSON.stringify(held, null, 2)}\n`);
  return fileResponse({ type: "json", fileName: "本人の情報", bytes });
}
