import { Section } from "#app/components/layout/section.tsx";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { CountTable } from "./count-table.tsx";
import { Narrative } from "./narrative.tsx";
import { RoadmapTable } from "./roadmap-table.tsx";

/** JEWELS+: a PT's summary with outcomes, counts and the roadmap of every KPI. */
export function SummarySheet({ sheet, editable }: { sheet: EvaluationSheet; editable: boolean }) {
  const given = { sheet, editable };
  const { outcomes, sections, plan } = sheet;
  const withKpis = sections
    .map(({ node, measures }) => ({
      heading: `${node.number}　${node.name}`,
      rows: measures
        .filter((measure) => measure.indicators.length > 0)
        .map((measure) => ({
          heading: `${measure.node.number}　${measure.node.name}${measure.isRepost && !measure.node.name.includes("再掲") ? "（再掲）" : ""}`,
          indicators: measure.indicators,
        })),
    }))
    .filter((group) => group.rows.length > 0);
  return (
    <>
      <Narrative {...given} part="overview" />
      <Narrative {...given} part="efforts" />
      {outcomes.length > 0 && (
        <Section title="目指す成果" className="sheet-section">
          <RoadmapTable
            sheet={sheet}
            caption="目指す成果の年度別の目標と実績"
            groups={[{ rows: [{ indicators: outcomes }] }]}
          />
        </Section>
      )}
      {sheet.figures && sheet.counts.total.total > 0 && (
        <Section
          title="KPIの評価"
          aside="再掲・共有の指標は1回だけ数えています"
          className="sheet-section"
        >
          <CountTable sheet={sheet} unit="KPI" marksName="評価" />
        </Section>
      )}
      <Narrative {...given} part="evaluation" />
      {withKpis.length > 0 && (
        <Section title="KPIとロードマップ" className="sheet-section">
          <RoadmapTable
            sheet={sheet}
            caption={`${plan.levelNames.project}のKPIの年度別の目標と実績`}
            groups={withKpis}
          />
        </Section>
      )}
      <Narrative {...given} part="issues" />
      <Narrative {...given} part="next_steps" />
    </>
  );
}
