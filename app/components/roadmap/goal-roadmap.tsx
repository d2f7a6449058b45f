import { Bar } from "#app/components/charts/schedule-bars.tsx";
import { HeadingRow, RoadmapRows } from "#app/components/sheet/roadmap-table.tsx";
import { TableNotes } from "#app/components/sheet/scale-legend.tsx";
import { SheetTable, YearHead } from "#app/components/sheet/sheet-table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type {
  EvaluationSheet,
  SheetIndicator,
  SheetMeasure,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { scheduleRows } from "#app/domain/sheet/schedule.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { demoWords, indicatorNotes } from "#app/i18n/sheet.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** The columns that stand before the years: the thing, its baseline, and what the row says. */
const columnsBefore = 3;

/** One goal's projects and KPIs over the years of the plan, with the projects' activities as bars. */
export function GoalRoadmap({ sheet, thisFy }: { sheet: EvaluationSheet; thisFy: number }) {
  const { years, fy, outcomes, sections, plan, node } = sheet;
  const columns = columnsBefore + years.length;
  const all = [...outcomes, ...sections.flatMap((s) => s.measures.flatMap((m) => m.indicators))];
  const notes = [
    ...new Set(all.flatMap(indicatorNotes)),
    ...(all.some((one) => one.years.some(({ result }) => result?.isDemo)) ? [demoWords()] : []),
  ];
  const rowsOf = (indicators: readonly SheetIndicator[]) =>
    indicators.map((indicator) => (
      <RoadmapRows
        key={indicator.code}
        indicator={indicator}
        sheet={sheet}
        completeness={false}
        now={thisFy}
      />
    ));
  return (
    <SheetTable
      caption={t`${node.name}の年度別の目標と実績`}
      minWidth="xl"
      stickyHead
      note={<TableNotes lines={notes} />}
    >
      <thead>
        <tr>
          <th scope="col" className="w-[20%]">
            {t`指標・取組`}
          </th>
          <th scope="col" className="w-[9%]">
            {t`基準値`}
          </th>
          <th scope="col" className="w-[5.5%]">
            {t`区分`}
          </th>
          {years.map((year) => (
            <YearHead
              key={year}
              fy={year}
              current={fy}
              now={thisFy}
              label={fiscalYearShort(year)}
            />
          ))}
        </tr>
      </thead>
      {outcomes.length > 0 && (
        <HeadingRow
          columns={columns}
          title={plan.ownerKind === "council" ? t`目指す成果` : t`数値目標`}
        />
      )}
      {rowsOf(outcomes)}
      {sections.flatMap((section) => [
        <HeadingRow
          key={section.node.code}
          columns={columns}
          title={t`${section.node.number}　${section.node.name}`}
        />,
        ...section.measures.flatMap((measure) => [
          <HeadingRow
            key={measure.node.code}
            columns={columns}
            minor
            title={<MeasureTitle measure={measure} plan={plan.code} fy={fy} />}
          />,
          ...rowsOf(measure.indicators),
          <ActivityRows
            key={`${measure.node.code} activities`}
            measure={measure}
            years={years}
            now={thisFy}
          />,
        ]),
      ])}
    </SheetTable>
  );
}

function MeasureTitle({
  measure: { node, isRepost },
  plan,
  fy,
}: {
  measure: SheetMeasure;
  plan: string;
  fy: number;
}) {
  return (
    <>
      <TextLink to={paths.node(plan, node, fy)} quiet>
        {t`${node.number}　${node.name}`}
      </TextLink>
      {isRepost && !/（再掲）$/.test(node.name) && t`（再掲）`}
    </>
  );
}

/** The activities (主な取組) of a project that the plan gives a schedule. */
function ActivityRows({
  measure: { activities, isRepost },
  years,
  now,
}: {
  measure: SheetMeasure;
  years: readonly number[];
  now: number;
}) {
  // Those of a 再掲 stand at the original.
  const scheduled = isRepost ? [] : activities.filter(({ bars }) => bars.length > 0);
  return scheduleRows(scheduled, years).map(({ name, lines }) => (
    <tbody key={name}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <tr key={index}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={lines.length} colSpan={columnsBefore}>
              <span className="text-solid-gray-700">
                {t`取組`}
                {t`　`}
              </span>
              {name}
            </th>
          )}
          {line.map(({ from, to, bar }) => (
            <td
              key={from}
              colSpan={to - from + 1}
              data-bar
              data-now={(from === now && to === now) || undefined}
            >
              {bar && <Bar from={from} to={to} bar={bar} />}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  ));
}
