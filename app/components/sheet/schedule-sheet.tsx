import { ScheduleBars } from "#app/components/charts/schedule-bars.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type {
  EvaluationSheet,
  SheetIndicator,
  SheetMeasure,
  SheetSection,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { levelName } from "#app/i18n/sheet.ts";
import { paths } from "#app/site/paths.ts";
import { Actual, Baseline, MarkSign } from "./cells.tsx";
import { Narrative } from "./narrative.tsx";
import { ScaleLegend } from "./scale-legend.tsx";
import { SheetTable } from "./sheet-table.tsx";

/** 美祢市: strategy by strategy the measures with KPIs and schedule; of a 重要戦略 its own schedule. */
export function ScheduleSheet({ sheet, editable }: { sheet: EvaluationSheet; editable: boolean }) {
  const given = { sheet, editable };
  const { outcomes, sections, activities, node } = sheet;
  const term = { firstFy: sheet.plan.firstFy, lastFy: sheet.plan.lastFy };
  return (
    <>
      <Narrative {...given} part="overview" />
      {outcomes.length > 0 && (
        <Section title="数値目標" className="sheet-section">
          <KpiTable sheet={sheet} indicators={outcomes} caption="数値目標" />
        </Section>
      )}
      {activities.length > 0 && (
        <Section title="取組の工程" className="sheet-section">
          <ScheduleBars activities={activities} {...term} caption={`${node.name}の工程`} />
        </Section>
      )}
      {node.kind === "strategy" ? (
        <Section title={`関連する${sheet.plan.levelNames.project}`} className="sheet-section">
          <MeasureList
            sheet={sheet}
            measures={sections.flatMap((section) => section.measures)}
            caption={`${node.name}に関連する${sheet.plan.levelNames.project}`}
          />
        </Section>
      ) : (
        sections.map((section) => (
          <StrategySection key={section.node.code} section={section} sheet={sheet} />
        ))
      )}
      <Narrative {...given} part="efforts" />
      <Narrative {...given} part="evaluation" />
      <Narrative {...given} part="issues" />
      <Narrative {...given} part="next_steps" />
    </>
  );
}

function StrategySection({ section, sheet }: { section: SheetSection; sheet: EvaluationSheet }) {
  const { node, measures } = section;
  const isDetailed = ({ indicators, activities }: SheetMeasure) =>
    indicators.length > 0 || activities.length > 0;
  const detailed = measures.filter(isDetailed);
  const others = measures.filter((measure) => !isDetailed(measure));
  const level = sheet.plan.levelNames.project;
  return (
    <Section
      title={`${sheet.plan.levelNames.policy} ${node.number}　${node.name}`}
      className="sheet-section"
    >
      {detailed.map((measure) => (
        <Section
          key={measure.node.code}
          level="h3"
          title={
            <TextLink to={paths.node(sheet.plan.code, measure.node, sheet.fy)} quiet>
              {measure.node.number}　{measure.node.name}
            </TextLink>
          }
        >
          {measure.indicators.length > 0 && (
            <KpiTable
              sheet={sheet}
              indicators={measure.indicators}
              caption={`${measure.node.name}のKPI`}
            />
          )}
          {measure.activities.length > 0 && <Activities measure={measure} sheet={sheet} />}
          {measure.strategies.length > 0 && (
            <p className="mt-2 text-note text-solid-gray-700">
              関連する{levelName(sheet.plan.levelNames, "strategy")}：
              {measure.strategies.map((one) => `${one.number}　${one.name}`).join("／")}
            </p>
          )}
        </Section>
      ))}
      {others.length > 0 && (
        <div className={detailed.length > 0 ? "mt-6" : ""}>
          <MeasureList
            sheet={sheet}
            measures={others}
            caption={`${node.name}の${level}`}
            note="資料にKPIと工程の記載がありません。"
          />
        </div>
      )}
    </Section>
  );
}

/** The schedule, or a list where the document prints no year. */
function Activities({ measure, sheet }: { measure: SheetMeasure; sheet: EvaluationSheet }) {
  const { activities, node } = measure;
  if (activities.some(({ bars }) => bars.length > 0))
    return (
      <div className="mt-4 print:mt-2">
        <ScheduleBars
          activities={activities}
          firstFy={sheet.plan.firstFy}
          lastFy={sheet.plan.lastFy}
          caption={`${node.name}の工程`}
        />
      </div>
    );
  return (
    <div className="mt-3 text-dns-14N-130 print:mt-1.5">
      <p className="font-bold">主な取組</p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5">
        {activities.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="mt-1 text-note text-solid-gray-700">※　資料に工程の記載がありません。</p>
    </div>
  );
}

function KpiTable({
  sheet,
  indicators,
  caption,
}: {
  sheet: EvaluationSheet;
  indicators: readonly SheetIndicator[];
  caption: string;
}) {
  const { fy, figures, rubric } = sheet;
  return (
    <SheetTable
      caption={caption}
      minWidth="none"
      note={figures && <ScaleLegend scales={[{ name: "評価", steps: rubric.marks }]} />}
    >
      <thead>
        <tr>
          <th scope="col">{sheet.outcomes === indicators ? "数値目標" : "KPI"}</th>
          <th scope="col" className="w-[20%]">
            現状値
          </th>
          <th scope="col" className="w-[24%]">
            目標値
          </th>
          {figures && (
            <>
              <th scope="col" className="w-[16%]" data-current>
                {fiscalYearShort(fy)}実績
              </th>
              <th scope="col" className="w-[8%]">
                評価
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => {
          const result = indicator.years.find((year) => year.fy === fy)?.result ?? null;
          return (
            <tr key={indicator.code}>
              <th scope="row">{indicator.name}</th>
              <td data-figure>
                <Baseline indicator={indicator} />
              </td>
              <td data-figure>{indicator.target.text}</td>
              {figures && (
                <>
                  <td data-figure>{result && <Actual result={result} unit={indicator.unit} />}</td>
                  <td data-sign>{result && <MarkSign result={result} marks={rubric.marks} />}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </SheetTable>
  );
}

function MeasureList({
  sheet,
  measures,
  caption,
  note,
}: {
  sheet: EvaluationSheet;
  measures: readonly SheetMeasure[];
  caption: string;
  note?: string;
}) {
  const { plan, fy } = sheet;
  const strategy = levelName(plan.levelNames, "strategy");
  return (
    <SheetTable caption={caption} minWidth="none" note={note && <p>※　{note}</p>}>
      <thead>
        <tr>
          <th scope="col" className="w-[10%]">
            番号
          </th>
          <th scope="col">{plan.levelNames.project}</th>
          <th scope="col" className="w-[26%]">
            関連する{strategy}
          </th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ node, strategies }) => (
          <tr key={node.code}>
            <td>{node.number}</td>
            <th scope="row">
              <TextLink to={paths.node(plan.code, node, fy)} quiet>
                {node.name}
              </TextLink>
            </th>
            <td>{strategies.map((one) => `${strategy}${one.number}`).join("、")}</td>
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}
