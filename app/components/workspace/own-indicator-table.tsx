import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { paths } from "#app/components/layout/paths.ts";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";

export type OwnIndicator = {
  code: string;
  name: string;
  unit: string;
  valueKind: ValueKind;
  baselineValue: string | null;
  /** The region's target of the year. */
  expected: string | null;
  expectedText: string | null;
  /** The organisation's last accepted answer up to the year. */
  last:
    | (Pick<AnswerContent, "quality" | "value" | "numerator" | "denominator" | "words"> & {
        fy: number;
        isDemo: boolean;
      })
    | null;
  /** `none`: asked and not begun; null: this organisation is not asked in this year. */
  state: ObservationState | "none" | null;
};

/** A project's KPIs as one organisation works on them. */
export function OwnIndicatorTable({
  rows,
  organisation,
  plan,
  fy,
  caption,
}: {
  rows: readonly OwnIndicator[];
  organisation: string;
  plan: string;
  fy: number;
  caption: string;
}) {
  return (
    <Table caption={caption} captionHidden dense minWidth="lg">
      <THead>
        <Tr>
          <Th>指標</Th>
          <Th numeric>基準値</Th>
          <Th numeric>{fiscalYearShort(fy)}目標（域内）</Th>
          <Th numeric>直近の報告値</Th>
          <Th>{fiscalYearShort(fy)}の報告</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.code}>
            <Th scope="row" className="w-[38%]">
              <TextLink to={paths.indicator(plan, row.code, fy)} quiet>
                {row.name}
              </TextLink>
            </Th>
            <Td numeric>
              <Figure value={row.baselineValue} unit={row.unit} />
            </Td>
            <Td numeric>
              <Figure
                value={displayFigure(row.expected, row)}
                unit={row.unit}
                text={row.expected === null ? row.expectedText : null}
              />
            </Td>
            <Td numeric>
              {row.last ? (
                <>
                  <QualityBadge quality={row.last.quality} className="mr-2" />
                  <Figure
                    value={displayFigure(answerFigure(row.last), row)}
                    unit={row.unit}
                    text={row.last.words}
                    demo={row.last.isDemo}
                  />
                  <span className="block text-note text-solid-gray-600">
                    {fiscalYearShort(row.last.fy)}
                  </span>
                </>
              ) : (
                <Figure value={null} />
              )}
            </Td>
            <Td nowrap>
              {row.state === null ? (
                <span className="text-dns-14N-130 text-solid-gray-600">報告対象外</span>
              ) : (
                <span className="inline-flex items-center gap-3">
                  <StateBadge state={row.state} short />
                  <TextLink to={paths.report(organisation, plan, row.code, fy)}>
                    {row.state === "submitted" || row.state === "accepted" ? "見る" : "報告"}
                    <span className="sr-only">：{row.name}</span>
                  </TextLink>
                </span>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
