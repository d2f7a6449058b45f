import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { countedUnit } from "#app/components/rollup/counted-unit.ts";
import { GoalSummary } from "#app/components/rollup/goal-summary.tsx";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { fiscalYearLabel, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { type RegionReading, readRegion } from "#app/services/rollup/read-region.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(args, readRegion, (region) => ({
    title: [`${region.plan.name}の集計`, fiscalYearLabel(region.fy)],
    body: <Region {...region} />,
  }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Region(region: RegionReading) {
  const { plan, fy, figures, total, size, goals, organisationNames } = region;
  const levels = plan.levelNames;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: plan.name }]}
        eyebrow={plan.nickname}
        title={plan.name}
        lead={
          figures
            ? `${fiscalYearLabel(fy)}の実績を、ロードマップの年度目標と照らし合わせた域内全体の集計です。`
            : "計画の目標と指標の一覧です。"
        }
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.plan(plan.code)}
          name="fy"
        />
      </PageHeader>
      {!figures && <PublishedNotice />}
      <Section title="域内全体" aside="再掲・共有の指標は1回だけ数えています">
        <StatGroup>
          <Stat label={levels.goal} figure={goals.length} />
          <Stat label={levels.policy} figure={size.policies} />
          <Stat
            label={levels.project}
            figure={size.projects}
            sub={size.reposts > 0 ? `ほかに再掲 ${size.reposts}` : undefined}
          />
          <Stat label="評価の対象" figure={total.counted} unit={countedUnit(plan)} />
          {figures && (
            <Stat
              label="報告率"
              figure={
                total.expectedReporters === 0
                  ? "－"
                  : Math.floor((total.reported / total.expectedReporters) * 100)
              }
              unit="％"
              sub={`${total.reported}／${total.expectedReporters}件`}
            />
          )}
        </StatGroup>
        {figures && (
          <div className="mt-6">
            <SummaryCounts
              summary={total}
              rubric={plan.rubric}
              unit={countedUnit(plan)}
              label={`${plan.name} KPIの評価`}
            />
          </div>
        )}
      </Section>
      <Section title={`${levels.goal}別の進捗`}>
        <ul className="grid gap-5 lg:grid-cols-2 print:grid-cols-2 print:gap-3">
          {goals.map((goal) => (
            <GoalSummary key={goal.node.code} goal={goal} plan={plan} fy={fy} figures={figures} />
          ))}
        </ul>
      </Section>
      <Section title="目指す成果" lead={`各${levels.goal}が掲げる成果指標です。`}>
        <IndicatorTable
          caption="目指す成果"
          groups={goals
            .filter((goal) => goal.indicators.length > 0)
            .map(({ node, indicators }) => ({
              rows: indicators,
              heading: {
                key: node.code,
                title: (
                  <TextLink to={paths.node(plan.code, node, fy)} quiet>
                    {node.name}
                  </TextLink>
                ),
              },
            }))}
          plan={plan}
          fy={fy}
          figures={figures}
          names={organisationNames}
        />
      </Section>
    </>
  );
}
