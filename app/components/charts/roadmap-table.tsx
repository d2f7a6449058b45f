import type { RoadmapData } from "#app/components/charts/roadmap-data.ts";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";

/** The figures of a roadmap as a table, year by year. */
export function RoadmapTable({ title, unit, points }: RoadmapData & { title: string }) {
  const answered = points.filter((point) => point.actual !== null || point.actualText);
  const allDemo = answered.length > 0 && answered.every((point) => point.demo);
  const marked = points.some((point) => point.mark);
  return (
    <Table caption={`${title}（年度別）`} captionHidden dense>
      <THead>
        <Tr>
          <Th>年度</Th>
          <Th numeric>年度目標</Th>
          <Th numeric>
            実績
            {allDemo && <DemoTag className="ml-1.5" />}
          </Th>
          {marked && <Th>評価</Th>}
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
                  {fiscalYearShort(point.spanFrom)}～{fiscalYearShort(point.fy)}
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
            {marked && <Td>{point.mark && <MarkBadge mark={point.mark} />}</Td>}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
