import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { DismissedFindings } from "#app/components/health/dismissed-findings.tsx";
import { reasonFieldId } from "#app/components/health/finding-card.tsx";
import { FindingFilterForm, filtered } from "#app/components/health/finding-filter.tsx";
import { FindingGroups } from "#app/components/health/finding-groups.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { healthRules, severities } from "#app/domain/health/finding.ts";
import { severityLabels } from "#app/i18n/health.ts";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { dismissFinding } from "#app/services/finding/dismiss.server.ts";
import { listFindings } from "#app/services/finding/list.server.ts";
import { restoreFinding } from "#app/services/finding/restore.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const reading = await forPage(listFindings(context, String(args.params.plan)));
  const { searchParams } = new URL(args.request.url);
  const filter = filterOf(searchParams);
  return { ...reading, filter, showsDemo: false, done: searchParams.get("done") };
}

/** The filter of an address; what is no severity and no rule shows all. */
function filterOf(searchParams: URLSearchParams) {
  const severity = searchParams.get("severity") ?? "";
  const rule = searchParams.get("rule") ?? "";
  return {
    severity: severities.some((known) => known === severity) ? severity : "",
    rule: Object.hasOwn(healthRules, rule) ? rule : "",
  };
}

const verbs = { dismiss: dismissFinding, restore: restoreFinding };

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const plan = String(args.params.plan);
  const values = formValues(await args.request.formData());
  const intent = values.intent as keyof typeof verbs;
  const { key } = values;
  if (key === undefined || !Object.hasOwn(verbs, intent)) throw new Response(null, { status: 400 });
  try {
    await verbs[intent](await serviceContext(args), { plan, key }, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    const { reason } = error.fieldErrors;
    return data({ said: error.code, key, reason: values.reason, error: reason }, status);
  }
  const { severity, rule } = filterOf(new URL(args.request.url).searchParams);
  const kept = { ...(severity && { severity }), ...(rule && { rule }) };
  return redirect(paths.health(plan, { ...kept, done: intent }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("計画点検", data?.plan.name);

const doneTitles: Record<string, string> = {
  dismiss: "対応不要にしました。記載が変わると、再び表示されます",
  restore: "指摘に戻しました",
};

export default function Health() {
  const { plan, findings, nodes, indicators, mayDecide, filter, done } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused =
    result?.said === "invalid"
      ? { key: result.key, reason: result.reason, error: message(result.error ?? "form.stale") }
      : null;
  const names = { plan: plan.code, nodes, indicators };
  const open = findings.filter((finding) => finding.dismissal === null);
  const dismissed = findings.filter((finding) => finding.dismissal !== null);
  const shown = filtered(open, filter);
  const path = paths.health(plan.code);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.plan(plan.code), label: plan.name }, { label: "計画点検" }]}
        eyebrow={plan.name}
        title="計画点検"
        lead="目標・基準値・ロードマップ・概要などの記載を互いに照らし合わせ、食い違いや不足を挙げています。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {refused && (
          <ErrorSummary errors={[{ fieldId: reasonFieldId(refused), message: refused.error }]} />
        )}
        {result?.said === "conflict" && (
          <NotificationBanner kind="warning" live title="処理していません">
            <p>
              画面を開いたあとに、ほかの人が処理したか、計画の記載が変わっています。下の一覧が最新の内容です。
            </p>
          </NotificationBanner>
        )}
        {!result && done && done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
        )}
      </div>
      <StatGroup className="mb-8">
        {severities.map((severity) => {
          const count = open.filter((finding) => finding.severity === severity).length;
          return (
            <Stat
              key={severity}
              label={severityLabels[severity]}
              figure={count}
              unit="件"
              sub={
                count > 0 && (
                  <TextLink to={paths.health(plan.code, { severity })} className="print:hidden">
                    {severityLabels[severity]}だけを表示
                  </TextLink>
                )
              }
            />
          );
        })}
        <Stat
          label="対応不要"
          figure={dismissed.length}
          unit="件"
          sub={
            dismissed.length > 0 && (
              <TextLink to="#dismissed" className="print:hidden">
                一覧へ
              </TextLink>
            )
          }
        />
      </StatGroup>
      <FindingFilterForm action={path} filter={filter} findings={open} />
      <div className="mt-10">
        {shown.length === 0 ? (
          <EmptyState
            title={open.length === 0 ? "指摘はありません" : "この条件に当てはまる指摘はありません"}
          >
            {open.length === 0
              ? "計画の記載に、食い違いや不足は見つかりませんでした。"
              : "区分と点検の項目を選び直してください。"}
          </EmptyState>
        ) : (
          <FindingGroups findings={shown} names={names} mayDecide={mayDecide} refused={refused} />
        )}
      </div>
      <DismissedFindings findings={dismissed} names={names} mayDecide={mayDecide} />
    </>
  );
}
