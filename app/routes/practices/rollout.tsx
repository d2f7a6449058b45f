import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { PracticeBody } from "#app/components/practice/practice-body.tsx";
import { practiceCrumbs } from "#app/components/practice/practice-crumbs.ts";
import { PracticeHistory } from "#app/components/practice/practice-history.tsx";
import { RolloutForm } from "#app/components/practice/rollout-form.tsx";
import { rolloutInput, rolloutRows } from "#app/components/practice/rollout-input.ts";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { fiscalYearOf, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { rolloutFieldLabels } from "#app/i18n/practice.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readRollout } from "#app/services/rollout/read.server.ts";
import { saveRollout } from "#app/services/rollout/save.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** What the organisation `by` makes of the case. */
function codesOf({ params, request }: LoaderFunctionArgs) {
  const organisation = new URL(request.url).searchParams.get("by");
  if (!organisation) throw new Response(null, { status: 404 });
  return { plan: String(params.plan), practice: String(params.practice), organisation };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const reading = await forPage(readRollout(await serviceContext(args), codesOf(args)));
  return {
    signedOut: false as const,
    ...reading,
    years: yearRange(reading.plan.firstFy, fiscalYearOf(new Date())).reverse(),
    requestKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ said: "signed_out" as const, values, errors: {} }, 401);
  try {
    await saveRollout(context, codes, values, new Date());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ said: error.code, values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.practice(codes.plan, codes.practice)}?done=rollout`);
}

export const meta = () => pageTitle("横展開の記録");

export default function Rollout() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={refused?.values ?? {}} labels={rolloutFieldLabels} />;
  const { plan, practice, organisation, rollout, rollouts } = page;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={practiceCrumbs(plan, practice, "横展開の記録")}
        eyebrow={`${practice.organisation.shortName}の好事例　${practice.title}`}
        title={`横展開の記録：${organisation.shortName}`}
        lead="この事例に自団体で取り組む状況を記録します。前回の記録は履歴に残ります。"
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && (
          <ErrorSummary errors={errorsInOrder(errors, ["state", "startedFy", "effect", "note"])} />
        )}
        {refused?.said === "conflict" && rollout && (
          <BothContents kept={rollout} rows={rolloutRows(refused.values, rollout)} />
        )}
      </div>
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <RolloutForm
          input={rolloutInput(refused?.values ?? null, rollout)}
          errors={errors}
          baseVersion={baseVersionOf(refused, rollout?.version ?? 0)}
          requestKey={page.requestKey}
          years={page.years}
        />
        <aside aria-labelledby="case" className="border-t-2 border-solid-gray-900 pt-3">
          <h2 id="case" className="text-std-17B-170">
            元の事例
          </h2>
          <p className="mt-1 mb-3">{practice.title}</p>
          <PracticeBody practice={practice} small />
        </aside>
      </div>
      {rollouts.length > 0 && (
        <Section title="履歴">
          <PracticeHistory rollouts={rollouts} />
        </Section>
      )}
    </>
  );
}
