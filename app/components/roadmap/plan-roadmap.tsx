import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { ScaleLegend } from "#app/components/sheet/scale-legend.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { GoalRoadmap } from "./goal-roadmap.tsx";

type PlanRoadmapProps = {
  plan: EvaluationSheet["plan"] & { rubric: Rubric };
  fy: number;
  /** The fiscal year of today. */
  thisFy: number;
  years: number[];
  figures: boolean;
  edition: EvaluationSheet["edition"];
  goals: readonly { sheet: EvaluationSheet; summary: NodeSummary }[];
};

/** The whole plan over its years: every KPI's yearly targets with what came of them. */
export function PlanRoadmap(reading: PlanRoadmapProps) {
  const { plan, fy, thisFy, years, goals, figures, edition } = reading;
  const words = planWords(plan);
  return (
    <article data-sheet="roadmap">
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: t`トップ` },
          { to: paths.plan(plan.code, fy), label: plan.name },
          { label: t`ロードマップ` },
        ]}
        eyebrow={plan.name}
        title={t`ロードマップ`}
        lead={
          figures
            ? t`年度ごとの目標と、${fiscalYearLabel(fy)}までの実績です。`
            : t`年度ごとの目標です。`
        }
      >
        <YearSelect years={years} current={fy} action={paths.roadmap(plan.code)} name="fy" />
      </PageHeader>
      {edition && <EditionNotice edition={edition} />}
      {!figures && <PublishedNotice />}
      <div className="mb-8 space-y-2 text-dns-14N-130 text-solid-gray-800">
        {figures && <ScaleLegend scales={[{ name: t`評価`, steps: plan.rubric.marks }]} />}
        {years.includes(thisFy) && (
          <p>{t`太い線で囲んだ列が今年度（${fiscalYearShort(thisFy)}）です。`}</p>
        )}
      </div>
      <nav aria-label={t`${words.level("goal")}へ移動`} className="mb-8 print:hidden">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {goals.map(({ sheet: { node } }) => (
            <li key={node.code}>
              <TextLink to={`#${node.code}`}>{node.name}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {goals.map(({ sheet, summary }) => (
        <Section
          key={sheet.node.code}
          id={sheet.node.code}
          className="roadmap-goal"
          title={
            <TextLink to={paths.node(plan.code, sheet.node, fy)} quiet>
              {sheet.node.name}
            </TextLink>
          }
          aside={sheet.lead.length > 0 && t`幹事団体　${listText(sheet.lead)}`}
        >
          {figures && (
            <div className="mb-3 max-w-[40rem]">
              <SummaryCounts
                summary={summary}
                rubric={plan.rubric}
                unit={words.counted}
                label={t`${sheet.node.name}　評価`}
              />
            </div>
          )}
          <Disclosure open small summary={t`${sheet.node.name}の年度別の目標と実績`}>
            <GoalRoadmap sheet={sheet} thisFy={thisFy} />
          </Disclosure>
        </Section>
      ))}
    </article>
  );
}
