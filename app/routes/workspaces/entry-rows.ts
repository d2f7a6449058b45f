import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { postedRows } from "#app/domain/entry/rows.ts";
import { entryCodes } from "#app/lib/entry-codes.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { isMoment, readEntryChanges } from "#app/services/entry/read.server.ts";
import { writeEntry } from "#app/services/entry/write.server.ts";

/** The script of the entry grid asks here; a session that has ended is told, not led away. */
async function asked(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  if (!context.actor) throw new Response(null, { status: 401 });
  return { context, codes: entryCodes(args.params) };
}

const uncached = { headers: { "Cache-Control": "no-store" } };

/** What was written since the page last asked. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, codes } = await asked(args);
  const since = new URL(args.request.url).searchParams.get("since") ?? "";
  return Response.json(await forPage(readEntryChanges(context, codes, since)), uncached);
}

/** Saves or submits rows. */
export async function action(args: ActionFunctionArgs) {
  const { context, codes } = await asked(args);
  const { intent, since = "", ...values } = formValues(await args.request.formData());
  if ((intent !== "save" && intent !== "submit") || !isMoment(since))
    throw new Response(null, { status: 400 });
  const rows = postedRows(values);
  const given = { step: intent, since } as const;
  return Response.json(await forPage(writeEntry(context, codes, rows, given)), uncached);
}
