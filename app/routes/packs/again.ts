import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { PackDocument } from "#app/components/pack/pack-document.tsx";
import { limited } from "#app/lib/limited.server.ts";
import { makePackFiles } from "#app/lib/pack/making.server.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { makePackAgain } from "#app/services/pack/again.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** Takes a pack up again whose making failed or was interrupted. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  await requireSession(args);
  await limited(args, "pack");
  const codes = { plan: String(args.params.plan), pack: String(args.params.pack) };
  const context = await serviceContext(args);
  const page = paths.pack(codes.plan, codes.pack);
  try {
    // Making goes on after the answer; the page shows how far it has come.
    void makePackFiles(context, await makePackAgain(context, codes), PackDocument);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === "invalid") return redirect(`${page}?refused=too_many`);
    // Somebody was faster: the page shows what holds.
    if (error.code !== "locked") throw new Response(null, { status: statusOf[error.code] });
  }
  return redirect(page);
}
