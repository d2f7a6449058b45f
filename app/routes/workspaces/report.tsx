import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { ReportPage } from "#app/components/observation/report-page.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { periodOf } from "#app/lib/period.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { proposeObservation } from "#app/services/observation/propose.server.ts";
import { readReport } from "#app/services/observation/read.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { withdrawObservation } from "#app/services/observation/withdraw.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** The page's script marks the button that was pressed and asks before typed text is left behind. */
export const handle = { hydrate: true };

const verbs = {
  save: saveObservation,
  propose: proposeObservation,
  submit: submitObservation,
  withdraw: withdrawObservation,
};

function codesOf({ params, request }: LoaderFunctionArgs) {
  const fy = parseFiscalYear(String(params.fy));
  if (fy === null) throw new Response(null, { status: 404 });
  return {
    plan: String(params.plan),
    indicator: String(params.indicator),
    organisation: String(params.organisation),
    fy,
    period: periodOf(request),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const report = await forPage(readReport(await serviceContext(args), codesOf(args)));
  const { searchParams } = new URL(args.request.url);
  return {
    signedOut: false as const,
    ...report,
    done: searchParams.get("done"),
    // The address says only that the proposal is taken over; the figure itself is counted anew.
    takesProposal: searchParams.has("proposed"),
    requestKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const { values, files } = await readForm(args);
  const sent = { values, files: files.length };
  const context = await serviceContext(args);
  if (!context.actor) return data({ ...sent, error: "signed_out" as const, errors: {} }, 401);
  const intent = values.intent as keyof typeof verbs;
  if (!Object.hasOwn(verbs, intent)) throw new Response(null, { status: 400 });
  try {
    await verbs[intent](context, codes, values, files);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === "invalid" || error.code === "conflict" || error.code === "locked") {
      const errors = error.fieldErrors;
      return data({ ...sent, error: error.code, errors }, statusOf[error.code]);
    }
    throw new Response(null, { status: statusOf[error.code] });
  }
  const { organisation, plan, indicator, fy, period } = codes;
  const to = new URL(paths.report(organisation, plan, indicator, fy, period), args.request.url);
  to.searchParams.set("done", intent);
  return redirect(to.pathname + to.search);
}

/**
 * After a refused save too the page needs what is stored now, to show it beside what was typed; but
 * asking for it without a session would lead away to sign-in, and what was typed be lost.
 */
export const shouldRevalidate = ({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) =>
  actionStatus === undefined ? defaultShouldRevalidate : actionStatus !== 401;

export const meta: MetaFunction<typeof loader> = ({ data: report }) => {
  if (!report || report.signedOut) return pageTitle("実績の報告");
  const { indicator, organisation, fy } = report;
  return pageTitle(`${indicator.name}の報告`, organisation.shortName, fiscalYearLabel(fy));
};

export default function Report() {
  const report = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  // Without scripts the loader says so, with them the action: it leaves the loader's data as it was.
  if (report.signedOut || result?.error === "signed_out")
    return <SignedOutForm values={result?.values ?? {}} files={result?.files} />;
  return <ReportPage report={report} result={result} />;
}
