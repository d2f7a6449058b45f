import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Term } from "#app/components/guide/term.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { AsOfChoice } from "#app/components/rollup/as-of-choice.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { GoalSummary } from "#app/components/rollup/goal-summary.tsx";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PlanLinks } from "#app/components/rollup/plan-links.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
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
  const words = planWords(plan);
  // 対象外, 調査中: listed, and not among what is graded.
  const aside = plan.rubric.marks
    .filter((mark) => !mark.counted)
    .reduce((sum, mark) => sum + (total.counts[mark.symbol] ?? 0), 0);
  const withOutcomes = goals.filter((goal) => goal.indicators.length > 0);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: plan.name }]}
        eyebrow={plan.nickname}
        title={plan.name}
        lead={
          figures
            ? `${fiscalYearLabel(fy)}の実績を、年度目標と照らし合わせた${words.whole}の集計です。`
            : "計画の目標と指標の一覧です。"
        }
        actions={
          <PlanLinks plan={plan.code} fy={fy} members={figures && region.edition === null} />
        }
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.plan(plan.code)}
          name="fy"
        />
      </PageHeader>
      <VersionNotice plan={region.plan} fy={region.fy} version={region.planVersion} />
      <AsOfChoice plan={plan.code} fy={fy} editions={region.editions} />
      {region.edition && <EditionNotice edition={region.edition} />}
      {!figures && <PublishedNotice />}
      <Section
        title={words.whole}
        aside={
          <>
            <Term of="repost">再掲</Term>・共有の指標は1回だけ数えています
          </>
        }
      >
        <StatGroup>
          <Stat label={words.level("goal")} figure={goals.length} />
          <Stat label={words.level("policy")} figure={size.policies} />
          {size.projects > 0 && (
            <Stat
              label={words.level("project")}
              figure={size.projects}
              sub={size.reposts > 0 ? `ほかに再掲 ${size.reposts}` : undefined}
            />
          )}
          <Stat
            label="評価の対象"
            figure={total.counted - aside}
            unit={words.counted}
            sub={aside > 0 ? `ほかに件数に含めないもの ${aside}` : undefined}
          />
          {figures && total.expectedReporters > 0 && (
            <Stat
              label={<Term of="completeness">報告率</Term>}
              figure={Math.floor((total.reported / total.expectedReporters) * 100)}
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
              unit={words.counted}
              label={`${plan.name} KPIの評価`}
            />
          </div>
        )}
      </Section>
      <Section title={`${words.level("goal")}別の進捗`}>
        <ul className="grid gap-5 lg:grid-cols-2 print:grid-cols-2 print:gap-3">
          {goals.map((goal) => (
            <GoalSummary key={goal.node.code} goal={goal} plan={plan} fy={fy} figures={figures} />
          ))}
        </ul>
      </Section>
      {withOutcomes.length > 0 && (
        <Section
          title={words.outcomes}
          lead={`各${words.level("goal")}が掲げる${words.outcomes}です。`}
        >
          <IndicatorTable
            explained
            caption={words.outcomes}
            groups={withOutcomes.map(({ node, indicators }) => ({
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
      )}
      {region.strategies.length > 0 && (
        <Section
          title={words.level("strategy")}
          lead="複数の施策にまたがって進める戦略です。集計では元の施策で1回だけ数えます。"
        >
          <ol className="border-t border-solid-gray-420">
            {region.strategies.map(({ node }) => (
              <li key={node.code} className="border-b border-solid-gray-420 py-3">
                <TextLink to={paths.node(plan.code, node, fy)} quiet>
                  {node.number}　{node.name}
                </TextLink>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
