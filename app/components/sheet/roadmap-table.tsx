import type { ReactNode } from "react";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { printedText } from "#app/components/rollup/printed-text.ts";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { EvaluationSheet, SheetIndicator } from "#app/domain/sheet/evaluation-sheet.ts";
import { targetStretches } from "#app/domain/sheet/year-cells.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { completenessWords, demoWords, indicatorNotes } from "#app/i18n/sheet.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { Actual, Baseline, MarkSign, Target } from "./cells.tsx";
import { ScaleLegend, TableNotes } from "./scale-legend.tsx";
import { SheetTable, YearHead } from "./sheet-table.tsx";

export type RoadmapGroup = {
  /** What stands over the rows. */
  heading?: string;
  rows: readonly { heading?: string; indicators: readonly SheetIndicator[] }[];
};

/** Indicators with their roadmap: the target of each year over what came of it, with its mark. */
export function RoadmapTable({
  sheet,
  groups,
  caption,
}: {
  sheet: EvaluationSheet;
  groups: readonly RoadmapGroup[];
  caption: string;
}) {
  const { years, fy, rubric, figures } = sheet;
  const columns = years.length + 3 + (figures ? 1 : 0);
  const all = groups.flatMap((group) => group.rows.flatMap((row) => row.indicators));
  const notes = all.flatMap(indicatorNotes);
  if (all.some((one) => one.years.some((year) => year.result?.isDemo))) notes.push(demoWords());
  return (
    <SheetTable
      caption={caption}
      minWidth="xl"
      note={
        <>
          {figures && <ScaleLegend scales={[{ name: t`評価`, steps: rubric.marks }]} />}
          <TableNotes lines={notes} />
        </>
      }
    >
      <thead>
        <tr>
          <th scope="col" className="w-[19%]">
            {t`指標`}
          </th>
          <th scope="col" className="w-[9%]">
            {t`基準値`}
          </th>
          <th scope="col" className="w-[5.5%]">
            {t`区分`}
          </th>
          {years.map((year) => (
            <YearHead key={year} fy={year} current={fy} label={fiscalYearShort(year)} />
          ))}
          {figures && (
            <th scope="col" className="w-[9%]">
              {fiscalYearShort(fy)}
              <br />
              {t`報告状況`}
            </th>
          )}
        </tr>
      </thead>
      {groups.flatMap((group) => [
        group.heading && <HeadingRow key={group.heading} columns={columns} title={group.heading} />,
        ...group.rows.flatMap((row) => [
          row.heading && (
            <HeadingRow key={row.heading} columns={columns} title={row.heading} minor />
          ),
          ...row.indicators.map((indicator) => (
            <RoadmapRows key={indicator.code} indicator={indicator} sheet={sheet} />
          )),
        ]),
      ])}
    </SheetTable>
  );
}

/** What stands over the rows of a policy, or over those of a project. */
export function HeadingRow({
  columns,
  title,
  minor = false,
}: {
  columns: number;
  title: ReactNode;
  minor?: boolean;
}) {
  return (
    <tbody data-heading={minor ? "minor" : "major"}>
      <tr>
        <th scope="rowgroup" colSpan={columns}>
          {title}
        </th>
      </tr>
    </tbody>
  );
}

/** An indicator's targets over what came of them, year by year. */
export function RoadmapRows({
  indicator,
  sheet,
  completeness = true,
  now,
}: {
  indicator: SheetIndicator;
  sheet: EvaluationSheet;
  /** A last column says who has reported of the sheet's year. */
  completeness?: boolean;
  /** This fiscal year, where its column is marked; the results are then tinted by their marks. */
  now?: number;
}) {
  const { rubric, fy, figures, plan } = sheet;
  const toneOf = (symbol: string | null) =>
    now === undefined ? undefined : rubric.marks.find((mark) => mark.symbol === symbol)?.tone;
  const results = indicator.years.flatMap(({ result }) => result ?? []);
  const current = indicator.years.find((year) => year.fy === fy)?.result ?? null;
  // One tag for the row where all of it is made up; one each where only some is.
  const shown = results.filter((result) => result.value !== null || result.text !== null);
  const allDemo = shown.length > 0 && shown.every((result) => result.isDemo);
  const rows = figures ? 2 : 1;
  const outOfTerm = (year: number) =>
    indicator.years.some((cell) => cell.fy === year && !cell.inTerm) || undefined;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={rows}>
          <TextLink to={paths.indicator(plan.code, indicator.code, fy)} quiet>
            {indicator.name}
          </TextLink>
          {indicator.unit && (
            <span className="text-solid-gray-700">{t`（${indicator.unit}）`}</span>
          )}
          {indicator.years.every(({ target }) => target === null) && (
            <span className="block text-note text-solid-gray-700">
              {t`目標：${printedText(indicator.target.text)}`}
            </span>
          )}
          {(indicator.isRepost || indicator.isShared) && (
            <span className="ml-1">
              <Tag>{indicator.isRepost ? t`再掲` : t`共有指標`}</Tag>
            </span>
          )}
        </th>
        <td rowSpan={rows} data-figure>
          <Baseline indicator={indicator} />
        </td>
        <th scope="row" data-kind>
          {t`目標`}
        </th>
        {targetStretches(indicator.years).map(({ from, to, target }) => (
          <td
            key={to}
            colSpan={to - from + 1}
            data-figure
            data-out={outOfTerm(to)}
            data-now={(to === now && from === now) || undefined}
          >
            {target && <Target target={target} />}
          </td>
        ))}
        {figures && completeness && (
          <td rowSpan={rows} className="text-note">
            {current && completenessWords(current)}
          </td>
        )}
      </tr>
      {figures && (
        <tr>
          <th scope="row" data-kind>
            {t`実績`}
            {allDemo && <DemoTag className="mt-0.5 block! w-fit" />}
          </th>
          {indicator.years.map(({ fy: year, result }) => (
            <td
              key={year}
              data-figure
              data-out={outOfTerm(year)}
              data-now={year === now || undefined}
              data-tone={toneOf(result?.mark ?? null)}
            >
              {result && (
                <>
                  <span className="block font-bold">
                    <Actual result={result} demo={!allDemo && result.isDemo} />
                  </span>
                  {result.mark !== null && (
                    <span className="block">
                      <MarkSign result={result} marks={rubric.marks} />
                    </span>
                  )}
                  {result.mark === null && result.partial && (
                    <span className="block text-note text-solid-gray-700">{t`判定保留`}</span>
                  )}
                </>
              )}
            </td>
          ))}
        </tr>
      )}
    </tbody>
  );
}
