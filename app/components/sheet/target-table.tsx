import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { targetStretches } from "#app/domain/sheet/year-cells.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { indicatorNotes } from "#app/i18n/sheet.ts";
import { Actual, Baseline, MarkSign, Target } from "./cells.tsx";
import { ScaleLegend, TableNotes } from "./scale-legend.tsx";
import { SheetTable, YearHead } from "./sheet-table.tsx";
import { Sign } from "./sign.tsx";

/** Numeric targets by year: target, actual and mark one under another, the outlook at the end. */
export function TargetTable({ sheet }: { sheet: EvaluationSheet }) {
  const { outcomes, years, fy, rubric } = sheet;
  const withOutlook = rubric.outlook.length > 0;
  return (
    <SheetTable
      caption="数値目標の年度別の目標、実績、進捗度と達成見込み"
      note={
        <>
          <ScaleLegend
            scales={[
              { name: "進捗度", steps: rubric.marks },
              { name: "達成見込み", steps: rubric.outlook },
            ]}
          />
          <TableNotes lines={outcomes.flatMap(indicatorNotes)} />
        </>
      }
    >
      <thead>
        <tr>
          <th scope="col" className="w-[24%]">
            数値目標
          </th>
          <th scope="col" className="w-[16%]">
            基準値
          </th>
          <th scope="col" className="w-[8%]">
            区分
          </th>
          {years.map((year) => (
            <YearHead key={year} fy={year} current={fy} label={fiscalYearShort(year)} />
          ))}
          {withOutlook && (
            <th scope="col" className="w-[8%]">
              達成
              <br />
              見込み
            </th>
          )}
        </tr>
      </thead>
      {outcomes.map((indicator) => {
        const outlook = rubric.outlook.find((step) => step.symbol === indicator.outlook);
        return (
          <tbody key={indicator.code}>
            <tr>
              <th scope="rowgroup" rowSpan={3} className="font-bold">
                {indicator.name}
                {indicator.unit && (
                  <span className="block text-note text-solid-gray-700">
                    単位：{indicator.unit}
                  </span>
                )}
              </th>
              <td rowSpan={3} data-figure>
                <Baseline indicator={indicator} />
              </td>
              <th scope="row" data-kind>
                目標
              </th>
              {targetStretches(indicator.years).map(({ from, to, target }) => (
                <td key={to} colSpan={to - from + 1} data-figure>
                  {target && <Target target={target} />}
                </td>
              ))}
              {withOutlook && (
                <td rowSpan={3} data-sign>
                  {outlook ? <Sign step={outlook} /> : "－"}
                </td>
              )}
            </tr>
            <tr>
              <th scope="row" data-kind>
                実績
              </th>
              {indicator.years.map(({ fy: year, result }) => (
                <td key={year} data-figure className="font-bold">
                  {result && <Actual result={result} />}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row" data-kind>
                進捗度
              </th>
              {indicator.years.map(({ fy: year, result }) => (
                <td key={year} data-sign>
                  {result && <MarkSign result={result} marks={rubric.marks} />}
                </td>
              ))}
            </tr>
          </tbody>
        );
      })}
    </SheetTable>
  );
}
