import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScheduleBars } from "#app/components/charts/schedule-bars.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { ActivityBadge } from "#app/components/progress/activity-badge.tsx";
import { ActivityForm } from "#app/components/progress/activity-form.tsx";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { progressCrumbs } from "#app/components/progress/progress-crumbs.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import { isActivityState } from "#app/domain/progress/activity.ts";
import { momentText } from "#app/i18n/labels.ts";
import { activityStateLabels } from "#app/i18n/progress.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { readActivity } from "#app/services/activity/read.server.ts";
import { reportActivity } from "#app/services/activity/report.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const codesOf = ({ params }: LoaderFunctionArgs) => ({
  plan: String(params.plan),
  node: String(params.node),
  activity: String(params.activity),
});

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  return {
    signedOut: false as const,
    ...(await forPage(readActivity(await serviceContext(args), codesOf(args)))),
    requestKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const { values } = await readForm(args);
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, said: "signed_out" as const, errors: {} }, 401);
  try {
    await reportActivity(context, codes, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ values, said: error.code, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.progress(codes.plan, codes.node)}?done`);
}

export const meta = () => pageTitle("主な取組の状況");

const wordsOf = (state: string) => (isActivityState(state) ? activityStateLabels[state] : "");

export default function ActivityPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { plan, node, activity, mayReport, requestKey } = page;
  const { newest, reports } = activity;
  const { state = "", note = "" } = refused?.values ?? {};
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={progressCrumbs(page, activity.name)}
        eyebrow={`主な取組　${node.code}　${node.name}`}
        title={activity.name}
        meta={[
          {
            term: "状況",
            description: newest ? (
              <>
                <ActivityBadge state={newest.state} />
                {newest.isDemo && <DemoTag className="ml-2" />}
              </>
            ) : (
              "報告なし"
            ),
          },
        ]}
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && (
          <ErrorSummary errors={errorsInOrder(errors, ["state", "note"])} />
        )}
        {refused?.said === "conflict" && newest && (
          <BothContents
            kept={newest}
            rows={[
              { term: "状況", mine: wordsOf(state), theirs: wordsOf(newest.state) },
              { term: "備考", mine: note, theirs: newest.note },
            ]}
          />
        )}
        {!mayReport && (
          <NotificationBanner title="閲覧のみできます">
            <p>主な取組の状況は、幹事団体と計画の所管が報告します。</p>
          </NotificationBanner>
        )}
      </div>
      {mayReport && (
        <Section title="状況を報告する" lead="前回の報告は履歴に残ります。">
          <ActivityForm
            input={{ state, note }}
            errors={errors}
            baseVersion={newest?.version ?? 0}
            requestKey={requestKey}
          />
        </Section>
      )}
      {activity.bars.length > 0 && (
        <Section title="予定">
          <ScheduleBars
            activities={[activity]}
            firstFy={plan.firstFy}
            lastFy={plan.lastFy}
            caption={`${activity.name}の予定`}
          />
        </Section>
      )}
      {reports.length > 0 && (
        <Section title="履歴">
          <Timeline
            entries={reports.map((report) => ({
              id: report.id,
              at: report.createdAt.toISOString(),
              atText: momentText(report.createdAt),
              organisation: report.authorOrganisation,
              person: report.author,
              change: <ActivityBadge state={report.state} />,
              value: report.isDemo && <DemoTag />,
              reason: report.note && <span className="whitespace-pre-line">{report.note}</span>,
              reasonLabel: "備考",
            }))}
          />
        </Section>
      )}
    </>
  );
}
