import { Figure } from "#app/components/evaluation/figure.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { printedText } from "#app/components/rollup/printed-text.ts";
import { Actual, Baseline, MarkSign } from "#app/components/sheet/cells.tsx";
import { HeadingRow } from "#app/components/sheet/roadmap-table.tsx";
import { ScaleLegend, TableNotes } from "#app/components/sheet/scale-legend.tsx";
import { SheetTable } from "#app/components/sheet/sheet-table.tsx";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { PackKpi } from "#app/domain/pack/content.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { kpiNote } from "#app/i18n/pack-note.ts";
import { demoWords } from "#app/i18n/sheet.ts";

export type KpiGroup = {
  key: string;
  /** Null where the rows stand without one. */
  title: string | null;
  /** Under another heading. */
  minor?: boolean;
  kpis: readonly PackKpi[];
};

/**
 * KPIs with baseline, the year's target, actual, rate and mark, and who is missing. `wide` is the list
 * of all KPIs on a sheet across: with codes and final targets.
 */
export function KpiTable({
  groups,
  fy,
  rubric,
  caption,
  wide = false,
  brief = false,
  legend = true,
  under,
}: {
  groups: readonly KpiGroup[];
  fy: number;
  rubric: Rubric;
  caption: string;
  wide?: boolean;
  /** Of each KPI only target, actual, rate and mark. */
  brief?: boolean;
  /** False where the signs are explained near by. */
  legend?: boolean;
  /** What stands under the name of a KPI. */
  under?: (kpi: PackKpi) => string | undefined;
}) {
  const year = fiscalYearShort(fy);
  const shown = groups.flatMap((group) => group.kpis.flatMap(({ result }) => result ?? []));
  const reported = shown.filter(({ value, text }) => value !== null || text !== null);
  // One word for the table where all of it is made up; one each where only some is.
  const allDemo = reported.length > 0 && reported.every(({ isDemo }) => isDemo);
  return (
    <SheetTable
      caption={caption}
      note={
        <>
          {legend && <ScaleLegend scales={[{ name: "評価", steps: rubric.marks }]} />}
          {legend && reported.some(({ isDemo }) => isDemo) && <TableNotes lines={[demoWords()]} />}
        </>
      }
    >
      <thead>
        <tr>
          {wide && (
            <th scope="col" className="w-[8%]">
              番号
            </th>
          )}
          <th scope="col" className={wide ? "w-[24%]" : brief ? "" : "w-[30%]"}>
            KPI
          </th>
          {!brief && (
            <th scope="col" className={wide ? "w-[9%]" : "w-[12%]"}>
              基準値
            </th>
          )}
          {wide && (
            <th scope="col" className="w-[12%]">
              目標（最終）
            </th>
          )}
          <th scope="col" className={wide ? "w-[9%]" : "w-[12%]"}>
            {year}目標
          </th>
          <th scope="col" className={wide ? "w-[11%]" : "w-[14%]"} data-current>
            {year}実績
            {allDemo && <DemoTag className="ml-1" />}
          </th>
          <th scope="col" className={wide ? "w-[6%]" : "w-[8.5%]"}>
            達成率
          </th>
          <th scope="col" className={wide ? "w-[5%]" : "w-[7%]"}>
            評価
          </th>
          {!brief && <th scope="col">報告・備考</th>}
        </tr>
      </thead>
      {groups.map(({ key, title, minor, kpis: own }) => [
        title !== null && (
          <HeadingRow key={key} columns={wide ? 9 : 7} title={title} minor={minor} />
        ),
        ...own.map((kpi) => (
          <tbody key={`${key} ${kpi.code}`}>
            <KpiRow {...{ kpi, rubric, wide, brief, allDemo }} under={under?.(kpi)} />
          </tbody>
        )),
      ])}
    </SheetTable>
  );
}

function KpiRow({
  kpi,
  rubric,
  wide,
  brief,
  allDemo,
  under,
}: {
  kpi: PackKpi;
  rubric: Rubric;
  wide: boolean;
  brief: boolean;
  allDemo: boolean;
  under: string | undefined;
}) {
  const { code, indicator, result, expected, expectedText, expectedFrom, percent } = kpi;
  return (
    <tr>
      {wide && <td className="text-note">{code}</td>}
      <th scope="row">
        {indicator.name}
        {under && <span className="block text-note text-solid-gray-700">{under}</span>}
      </th>
      {!brief && (
        <td data-figure>
          <Baseline indicator={indicator} />
        </td>
      )}
      {wide && <td className="text-note">{printedText(indicator.target.text) || "－"}</td>}
      <td data-figure>
        {result && <Figure value={expected} unit={indicator.unit} text={expectedText} />}
        {expectedFrom === "linear" && (
          <span className="block text-note text-solid-gray-700">按分</span>
        )}
      </td>
      <td data-figure className="font-bold">
        {result && (
          <Actual result={result} unit={indicator.unit} demo={!allDemo && result.isDemo} />
        )}
      </td>
      <td data-figure>{result && (percent === null ? "－" : `${formatFigure(percent)}％`)}</td>
      <td data-sign>
        {result ? (
          <MarkSign result={result} marks={rubric.marks} />
        ) : (
          <span className="text-note">対象期間外</span>
        )}
        {result && result.computedMark !== result.mark && result.computedMark !== null && (
          <span className="block text-note">算出 {result.computedMark}</span>
        )}
      </td>
      {!brief && <td className="text-note">{kpiNote(kpi)}</td>}
    </tr>
  );
}
