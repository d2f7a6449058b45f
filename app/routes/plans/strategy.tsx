import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { ScheduleBars } from "#app/components/charts/schedule-bars.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { NodeCounts } from "#app/components/rollup/node-counts.tsx";
import { NodeHeader } from "#app/components/rollup/node-header.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { projectGroups } from "#app/components/rollup/project-groups.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { t } from "#app/i18n/t.ts";
import { nodePage } from "#app/lib/node-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import type { NodeReading } from "#app/services/rollup/read-node.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  nodePage(args, "strategy", (data) => <Strategy {...data} />);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

/** A strategy that cuts across the plan: its schedule, and the projects it refers to with their KPIs. */
function Strategy(data: NodeReading) {
  const { plan, fy, figures, node, summary, linked, activities } = data;
  const words = planWords(plan);
  const withKpis = linked.filter((branch) => branch.indicators.length > 0);
  return (
    <>
      <NodeHeader {...data} levelName={words.level("strategy")} />
      <p className="mb-6 print:hidden">
        <TextLink to={paths.sheet(plan.code, node.code, fy)}>{t`評価調書`}</TextLink>
      </p>
      <VersionNotice plan={data.plan} fy={data.fy} version={data.planVersion} />
      {data.edition && <EditionNotice edition={data.edition} />}
      {!figures && <PublishedNotice />}
      {figures && summary.counted > 0 && (
        <NodeCounts plan={plan} node={node} summary={summary} fy={fy} />
      )}
      {activities.length > 0 && (
        <Section title={t`取組のスケジュール`}>
          <ScheduleBars
            activities={activities}
            firstFy={plan.firstFy}
            lastFy={plan.lastFy}
            caption={t`${node.name}のスケジュール`}
          />
        </Section>
      )}
      <Section
        title={t`関連する${words.level("project")}（${linked.length}）`}
        lead={t`集計では、それぞれの基本目標で1回だけ数えます。`}
      >
        <ul className="grid gap-x-8 border-t border-solid-gray-420 md:grid-cols-2">
          {linked.map(({ node: project }) => (
            <li key={project.code} className="border-b border-solid-gray-200 py-1.5">
              <TextLink to={paths.node(plan.code, project, fy)} quiet>
                {t`${project.number}　${project.name}`}
              </TextLink>
            </li>
          ))}
        </ul>
      </Section>
      {withKpis.length > 0 && (
        <Section title="KPI">
          <IndicatorTable
            caption={t`${node.name}に関連するKPI`}
            groups={projectGroups(withKpis, plan, fy)}
            plan={plan}
            fy={fy}
            figures={figures}
            names={data.organisationNames}
          />
        </Section>
      )}
    </>
  );
}
