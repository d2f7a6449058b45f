import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { EntryResult } from "#app/components/entry/entry-data.ts";
import { EntryPage } from "#app/components/entry/entry-page.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { countDone } from "#app/domain/entry/live-row.ts";
import { entryField, isEnteredHere, postedRows } from "#app/domain/entry/rows.ts";
import { answerFields } from "#app/domain/observation/answer.ts";
import { entryFieldLabels } from "#app/i18n/entry.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { entryCodes } from "#app/lib/entry-codes.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readEntry } from "#app/services/entry/read.server.ts";
import { writeEntry } from "#app/services/entry/write.server.ts";

/** The page's script saves what is typed, takes what is pasted and brings what colleagues saved. */
export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const entry = await forPage(readEntry(await serviceContext(args), entryCodes(args.params)));
  const { searchParams } = new URL(args.request.url);
  const onlyOpen = searchParams.get("rows") === "open";
  const states = new Map(entry.states.map(({ key, state }) => [key, state]));
  const groups = entry.groups
    .map((group) => ({
      ...group,
      rows: group.rows
        .filter(({ key }) => !onlyOpen || isEnteredHere(states.get(key) ?? null))
        .map((row) => ({ ...row, requestKey: crypto.randomUUID() })),
    }))
    .filter(({ rows }) => rows.length > 0);
  const done = doneOf(searchParams);
  return { signedOut: false as const, ...entry, groups, onlyOpen, done };
}

/** What the address says of a form that was sent before, where nothing was left to look at. */
function doneOf(query: URLSearchParams) {
  const step = query.get("done");
  const count = Number(query.get("count"));
  if ((step !== "save" && step !== "submit") || !Number.isInteger(count)) return null;
  return { step, count } as const;
}

export async function action(args: ActionFunctionArgs) {
  const { intent = "", ...values } = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ signedOut: true as const, values: { ...values, intent } }, 401);
  // The stored content instead of one's own: the row is not written, and comes as it is kept.
  const taken = intent.startsWith("take:") ? intent.slice("take:".length) : null;
  if (intent !== "submit" && intent !== "save" && taken === null)
    throw new Response(null, { status: 400 });
  const step: EntryResult["step"] = intent === "submit" ? "submit" : "save";
  const rows = postedRows(values).filter(({ key }) => key !== taken);
  const since = new Date().toISOString();
  const written = await forPage(
    writeEntry(context, entryCodes(args.params), rows, { step, since }),
  );
  const { results } = written;
  const open = results.filter(({ outcome }) =>
    ["refused", "held", "conflict", "locked"].includes(outcome),
  );
  if (open.length > 0) return data({ signedOut: false as const, step, values, results }, 422);
  const to = new URL(args.request.url);
  to.searchParams.set("done", step);
  to.searchParams.set("count", String(countDone(step, results)));
  return redirect(to.pathname + to.search);
}

export const meta: MetaFunction<typeof loader> = ({ data: entry }) => {
  if (!entry || entry.signedOut) return pageTitle("一括入力");
  return pageTitle("一括入力", entry.membership.shortName, fiscalYearLabel(entry.fy));
};

export default function EntryGrid() {
  const entry = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (entry.signedOut || result?.signedOut) {
    const values = result?.values ?? {};
    return <SignedOutForm values={values} labels={labelsOf(values)} />;
  }
  return <EntryPage key={entry.readAt} entry={entry} result={result} />;
}

/** What the fields of the grid are called where the grid itself cannot be read. */
function labelsOf(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    postedRows(values).flatMap(({ key }) =>
      answerFields
        .filter((field) => field !== "quality" && field !== "reached")
        .map((field) => [
          entryField(field, key),
          `${key.split(":")[0]}　${entryFieldLabels[field]}`,
        ]),
    ),
  );
}
