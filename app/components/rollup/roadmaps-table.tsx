import {
  caveat,
  type RoadmapData,
  type RoadmapPoint,
} from "#app/components/charts/roadmap-data.ts";
import { SheetTable } from "#app/components/sheet/sheet-table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** The figures of several roadmaps: a row for each KPI, in each year the actual over the target. */
export function RoadmapsTable({
  rows,
  plan,
  years,
  fy,
  caption,
}: {
  rows: readonly { indicator: { code: string; name: string }; data: RoadmapData }[];
  plan: string;
  years: readonly number[];
  fy: number;
  caption: string;
}) {
  return (
    <SheetTable
      caption={caption}
      minWidth="lg"
      note={<p>{t`各欄の上の段は実績、下の段は年度目標です。`}</p>}
    >
      <thead>
        <tr>
          <th scope="col" className="w-[24%]">
            {t`指標`}
          </th>
          {years.map((year) => (
            <th key={year} scope="col" aria-label={fiscalYearLabel(year)}>
              {fiscalYearShort(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, data }) => (
          <tr key={indicator.code}>
            <th scope="row">
              <TextLink to={paths.indicator(plan, indicator.code, fy)} quiet>
                {indicator.name}
              </TextLink>
              {data.unit && <span className="text-solid-gray-700">{t`（${data.unit}）`}</span>}
            </th>
            {years.map((year) => (
              <Year key={year} point={data.points.find((point) => point.fy === year)} />
            ))}
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}

function Year({ point }: { point: RoadmapPoint | undefined }) {
  if (!point) return <td data-out />;
  const { actual, actualText, absence, target, targetText } = point;
  const note = caveat(point);
  return (
    <td data-figure={actual !== null || undefined}>
      <span className="block">
        {actual === null ? (actualText ?? absence ?? formatFigure(null)) : formatFigure(actual)}
        {actual !== null && note && <span className="block text-tag font-normal">{note}</span>}
      </span>
      <span className="block text-solid-gray-700">
        {target === null ? (targetText ?? formatFigure(null)) : formatFigure(target)}
      </span>
    </td>
  );
}
