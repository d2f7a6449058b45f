import {
  drawnProjection,
  type RoadmapData,
  type RoadmapProjection,
} from "#app/components/charts/roadmap-data.ts";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

/** The figures of a roadmap as a table, year by year. */
export function RoadmapTable({ title, ...data }: RoadmapData & { title: string }) {
  const { unit, points } = data;
  const projection = drawnProjection(data);
  const answered = points.filter((point) => point.actual !== null || point.actualText);
  const allDemo = answered.length > 0 && answered.every((point) => point.demo);
  const marked = points.some((point) => point.mark);
  return (
    <Table caption={t`${title}（年度別）`} captionHidden dense>
      <THead>
        <Tr>
          <Th>{t`年度`}</Th>
          <Th numeric>{t`年度目標`}</Th>
          <Th numeric>
            {t`実績`}
            {allDemo && <DemoTag className="ml-1.5" />}
          </Th>
          {projection && (
            <Th numeric>
              {t`見込み（幅）`}
              <Tag className="ml-1.5">{t`推計`}</Tag>
            </Th>
          )}
          {marked && <Th>{t`評価`}</Th>}
        </Tr>
      </THead>
      <TBody>
        {points.map((point) => (
          <Tr key={point.fy}>
            <Th scope="row" nowrap>
              {fiscalYearLabel(point.fy)}
            </Th>
            <Td numeric className="whitespace-normal">
              {point.spanFrom != null && (
                <span className="mr-2 text-solid-gray-600">
                  {t`${fiscalYearShort(point.spanFrom)}～${fiscalYearShort(point.fy)}`}
                </span>
              )}
              <Figure value={point.target} unit={unit} text={point.targetText} />
            </Td>
            <Td numeric className="whitespace-normal">
              {point.actual === null && !point.actualText && point.absence ? (
                <span className="text-solid-gray-600">{point.absence}</span>
              ) : (
                <Figure
                  value={point.actual}
                  text={point.actualText}
                  unit={unit}
                  partial={point.partial}
                  provisional={point.provisional}
                  demo={point.demo && !allDemo}
                />
              )}
            </Td>
            {projection && (
              <Td numeric className="whitespace-normal">
                <Estimate year={projection.years.find(({ fy }) => fy === point.fy)} unit={unit} />
              </Td>
            )}
            {marked && <Td>{point.mark && <MarkBadge mark={point.mark} />}</Td>}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** A projected year as it is read: 「約1,200社（1,100～1,300社）」 and no figure. */
function Estimate({
  year,
  unit,
}: {
  year: RoadmapProjection["years"][number] | undefined;
  unit: string;
}) {
  if (!year) return null;
  const { value, range } = year;
  return (
    <span className="text-solid-gray-700">
      {range
        ? t`約${formatFigure(value)}${unit}（${formatFigure(range.low)}～${formatFigure(range.high)}${unit}）`
        : t`約${formatFigure(value)}${unit}`}
    </span>
  );
}
