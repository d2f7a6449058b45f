import type { ReactNode } from "react";
import { HolderNote } from "#app/components/approval/holder-note.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { GroupRow, Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { isEnteredHere } from "#app/domain/entry/rows.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { Frequency, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";

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
  frequency: Frequency;
  /** One for each period it is asked for, `none` where not begun; empty where others report it. */
  reports: readonly { period: Period; state: ObservationState | "none" }[];
};

export type OwnIndicatorGroup = {
  heading?: { key: string; title: ReactNode };
  rows: readonly OwnIndicator[];
};

/** Indicators as one organisation works on them, in groups under their projects. */
export function OwnIndicatorTable({
  groups,
  organisation,
  plan,
  fy,
  lead,
  caption,
}: {
  groups: readonly OwnIndicatorGroup[];
  organisation: string;
  plan: string;
  fy: number;
  /** The PT's lead organisation. */
  lead: string | null;
  caption: string;
}) {
  return (
    <Table caption={caption} captionHidden dense fixed stacks minWidth="lg">
      <THead>
        <Tr>
          <Th className="w-[40%]">指標</Th>
          <Th numeric className="w-[12%]">
            基準値
          </Th>
          <Th numeric className="w-[15%]">
            {fiscalYearShort(fy)}目標（域内）
          </Th>
          <Th numeric className="w-[16%]">
            直近の報告値
          </Th>
          <Th>{fiscalYearShort(fy)}の報告</Th>
        </Tr>
      </THead>
      {groups.map((group, index) => (
        <TBody key={group.heading?.key ?? index}>
          {group.heading && <GroupRow colSpan={5}>{group.heading.title}</GroupRow>}
          {group.rows.map((row) => (
            <Tr key={row.code}>
              <Th scope="row">
                <TextLink to={paths.indicator(plan, row.code, fy)} quiet>
                  {row.name}
                </TextLink>
              </Th>
              <Td numeric label="基準値">
                <Figure value={row.baselineValue} unit={row.unit} />
              </Td>
              <Td
                numeric
                label={`${fiscalYearShort(fy)}目標（域内）`}
                className="whitespace-normal"
              >
                <Figure
                  value={displayFigure(row.expected, row)}
                  unit={row.unit}
                  text={row.expected === null ? row.expectedText : null}
                />
              </Td>
              <Td numeric label="直近の報告値" className="whitespace-normal">
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
              <Td nowrap label={`${fiscalYearShort(fy)}の報告`}>
                {row.reports.length === 0 && (
                  <span className="text-dns-14N-130 text-solid-gray-600">他団体が報告</span>
                )}
                {row.reports.map(({ period, state }) => (
                  <span key={period} className="flex flex-wrap items-center gap-x-3">
                    {periodLabel(row.frequency, period)}
                    <StateBadge state={state} short />
                    <TextLink to={paths.report(organisation, plan, row.code, fy, period)}>
                      {state === "none" || isEnteredHere(state) ? "報告" : "見る"}
                      <span className="sr-only">
                        ：{row.name}
                        {periodLabel(row.frequency, period)}
                      </span>
                    </TextLink>
                    <HolderNote state={state === "none" ? null : state} lead={lead} />
                  </span>
                ))}
              </Td>
            </Tr>
          ))}
        </TBody>
      ))}
    </Table>
  );
}
