import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { AssessmentConflict } from "#app/components/explanation/assessment-conflict.tsx";
import { AssessmentForm } from "#app/components/explanation/assessment-form.tsx";
import { AssessmentHistory } from "#app/components/explanation/assessment-history.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { type AssessmentKind, assessmentKinds } from "#app/domain/evaluation/assessment.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { message } from "#app/i18n/messages.ts";
import { outlookReason, proposedStep } from "#app/i18n/outlook.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import type { SubjectCodes } from "#app/services/assessment/find-subject.server.ts";
import { readAssessments } from "#app/services/assessment/read.server.ts";
import { setOutlook } from "#app/services/outlook/set.server.ts";
import { setOverride } from "#app/services/override/set.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

function subjectOf({ params, request }: LoaderFunctionArgs): SubjectCodes {
  const fy = yearOf(request);
  if (fy === null) throw new Response(null, { status: 404 });
  const { plan, indicator, node } = params;
  return indicator === undefined
    ? { plan: String(plan), kind: "project", code: String(node), fy }
    : { plan: String(plan), kind: "indicator", code: indicator, fy };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const context = await serviceContext(args);
  const { proposed, ...reading } = await forPage(readAssessments(context, subjectOf(args)));
  const newest = (kind: AssessmentKind) => reading.history.find((row) => row.kind === kind) ?? null;
  return {
    signedOut: false as const,
    ...reading,
    newest: { mark: newest("mark"), outlook: newest("outlook") },
    proposal: proposed && {
      step: proposedStep(proposed.outlook.step, reading.rubric.outlook),
      reason: outlookReason(proposed.outlook, proposed.unit),
    },
    showsDemo: reading.isDemo,
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

const verbs = { mark: setOverride, outlook: setOutlook };

export async function action(args: ActionFunctionArgs) {
  const codes = subjectOf(args);
  const values = formValues(await args.request.formData());
  const kind = assessmentKinds.find((known) => known === values.kind);
  if (!kind) throw new Response(null, { status: 400 });
  const context = await serviceContext(args);
  if (!context.actor) return data({ kind, said: "signed_out" as const, values, errors: {} }, 401);
  try {
    await verbs[kind](context, codes, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ kind, said: error.code, values, errors: error.fieldErrors }, status);
  }
  const to = paths.assessment(codes.plan, codes.kind, codes.code, codes.fy);
  return redirect(`${to}&done`);
}

/** What can be set here: a project has no outlook of its own. */
const pageName = (kind: SubjectCodes["kind"]) =>
  kind === "project" ? "評価の上書き" : "評価の上書きと達成見込み";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data && !data.signedOut
    ? pageTitle(`${data.name}の${pageName(data.kind)}`, fiscalYearLabel(data.fy))
    : pageTitle("評価の上書き");

export default function Assessment() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  // The value is a code of the plan's scale, which nobody reads: the reason is what was typed.
  if (page.signedOut) return <SignedOutForm values={result?.values ?? {}} unread={["value"]} />;
  const { plan, rubric, kind, code, name, fy, evaluation, newest, proposal } = page;
  const scales = { mark: rubric.marks, outlook: rubric.outlook };
  const fields = (of: AssessmentKind) => {
    const refused = result?.kind === of ? result : null;
    const known: Record<string, string> = { value: newest[of]?.value ?? "" };
    const { value = "", reason = "" } = refused?.values ?? known;
    return {
      kind: of,
      scale: scales[of],
      baseVersion: baseVersionOf(refused, newest[of]?.version ?? 0),
      inForce: (newest[of]?.value ?? null) !== null,
      input: { value, reason },
      errors: refused?.errors ?? {},
    };
  };
  const subjectPath =
    kind === "indicator"
      ? paths.indicator(plan.code, code, fy)
      : paths.node(plan.code, { kind, code }, fy);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          { to: subjectPath, label: name },
          { label: pageName(kind) },
        ]}
        eyebrow={`${fiscalYearLabel(fy)}　${code}`}
        title={pageName(kind)}
        lead={name}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {result?.said === "invalid" && (
          <ErrorSummary
            errors={Object.entries(result.errors).map(([field, key]) => ({
              fieldId: `${result.kind}-${field}`,
              message: message(key),
            }))}
          />
        )}
        {result?.said === "conflict" && (
          <AssessmentConflict newest={newest[result.kind]} scale={scales[result.kind]} />
        )}
        {!result && page.done && <NotificationBanner kind="success" live title="記録しました" />}
        {!page.mayOverride && (
          <NotificationBanner title="閲覧のみできます">
            <p>
              {kind === "project" ? "評価の上書き" : "評価の上書きと見込みの記録"}
              は、幹事団体の決裁者と計画を所管する団体が行います。
            </p>
          </NotificationBanner>
        )}
      </div>
      <Section
        title="評価"
        lead="算出された評価と異なる評価を付ける場合に、理由とともに設定します。両方とも残ります。"
      >
        <p className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-2">
          <span>
            算出：
            <EvaluatedMark
              evaluation={{ mark: evaluation.computedMark, unjudged: null }}
              marks={rubric.marks}
              size="md"
            />
            {evaluation.computedMark === null && "なし"}
          </span>
          <span>
            現在：
            <EvaluatedMark
              evaluation={{ ...evaluation, unjudged: null }}
              marks={rubric.marks}
              size="md"
            />
            {evaluation.mark === null && "なし"}
          </span>
        </p>
        {page.mayOverride && <AssessmentForm {...fields("mark")} />}
      </Section>
      {kind === "indicator" && rubric.outlook.length > 0 && (
        <Section
          title="達成見込み"
          lead="最終年度に目標を達成できるかの見通しです。人が判断して記録します。"
        >
          {proposal && (
            <p className="mb-5">
              提案：{proposal.step ? <MarkBadge mark={proposal.step} size="md" /> : "なし"}
              <span className="block text-solid-gray-700">{proposal.reason}</span>
            </p>
          )}
          {page.mayGiveOutlook && <AssessmentForm {...fields("outlook")} />}
        </Section>
      )}
      {page.history.length > 0 && (
        <Section title="履歴">
          <AssessmentHistory versions={page.history} scales={scales} />
        </Section>
      )}
    </>
  );
}
