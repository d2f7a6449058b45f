import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DiscussionLink } from "#app/components/discussion/discussion-link.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ActivitySection } from "#app/components/progress/activity-section.tsx";
import { MilestoneTimeline } from "#app/components/progress/milestone-timeline.tsx";
import { progressCrumbs } from "#app/components/progress/progress-crumbs.ts";
import { ProgressHistory } from "#app/components/progress/progress-history.tsx";
import { StatusTable } from "#app/components/progress/status-table.tsx";
import { WholeStatus } from "#app/components/progress/whole-status.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { fiscalYearOf } from "#app/domain/fiscal-year/fiscal-year.ts";
import { updateScopeLabel } from "#app/i18n/progress.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readProgress } from "#app/services/progress/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const codes = { plan: String(args.params.plan), node: String(args.params.node) };
  const now = new Date();
  const reading = await forPage(readProgress(context, codes, now));
  return {
    ...reading,
    thisYear: fiscalYearOf(now),
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("進み具合", data ? data.node.name : null);

export default function Progress() {
  const page = useLoaderData<typeof loader>();
  const { plan, node, lead, own, milestones, updates, versions, may } = page;
  // A city works on its own plan alone.
  const together = own.length > 1;
  const reported = own.filter(({ update }) => update !== null).length;
  return (
    <>
      <PageHeader
        breadcrumbs={progressCrumbs(page)}
        eyebrow={node.code}
        title="進み具合"
        lead={node.name}
        meta={[
          { term: together ? "幹事団体" : "所管", description: lead.shortName },
          ...(together
            ? [{ term: "進捗報告", description: `${reported}／${own.length}団体` }]
            : []),
          { term: "マイルストーン", description: `${milestones.length}件` },
        ]}
        actions={
          <>
            {may.report.map(({ organisation, scope }) => (
              <ButtonLink
                key={`${organisation.slug} ${scope}`}
                to={paths.progressReport(plan.code, node.code, organisation.slug, scope)}
              >
                {updateScopeLabel(scope, organisation.shortName)}の状況を報告する
              </ButtonLink>
            ))}
            {may.editPlan && (
              <ButtonLink to={paths.projectEditor(plan.code, node.code)}>
                計画の内容を編集する
              </ButtonLink>
            )}
            <DiscussionLink
              to={paths.discussion(plan.code, { kind: "project", code: node.code })}
              open={page.openThreads}
            />
          </>
        }
      />
      {page.done && (
        <NotificationBanner kind="success" live title="報告しました" className="mb-8" />
      )}
      <Section title="全体の状況">
        <WholeStatus update={page.whole} outdated={page.outdated} lead={lead.shortName} />
      </Section>
      {together && (
        <Section title="団体ごとの状況" aside={`報告 ${reported}／${own.length}団体`}>
          <StatusTable rows={own} caption={`${node.name}の団体ごとの状況`} />
        </Section>
      )}
      <ActivitySection
        activities={page.activities}
        plan={plan}
        project={node}
        mayReport={may.reportActivities}
      />
      <Section
        title="マイルストーン"
        aside={
          may.saveMilestones && (
            <ButtonLink to={paths.milestone(plan.code, node.code, "new")} size="sm">
              マイルストーンを追加する
            </ButtonLink>
          )
        }
      >
        {milestones.length === 0 ? (
          <p className="text-solid-gray-700">マイルストーンはまだありません。</p>
        ) : (
          <MilestoneTimeline
            milestones={milestones}
            plan={plan.code}
            project={node.code}
            thisYear={page.thisYear}
          />
        )}
      </Section>
      {updates.length + versions.length > 0 && (
        <Section title="履歴" lead="進捗報告とマイルストーンの記録です。新しい順に並べています。">
          <ProgressHistory updates={updates} versions={versions} />
        </Section>
      )}
    </>
  );
}
