import type { ReactNode } from "react";
import { Completeness } from "#app/components/evaluation/completeness.tsx";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { HeadTerm } from "#app/components/guide/term.tsx";
import { GroupRow, Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatRate } from "#app/domain/figure/format.ts";
import type { EvaluationView, IndicatorRow } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { seriesLabels } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";
import { printedText } from "./printed-text.ts";
import { reportsUnit } from "./reports-unit.ts";

export type IndicatorGroup = {
  /** What stands over the rows: a project with its mark. */
  heading?: { key: string; title: ReactNode; aside?: ReactNode };
  rows: readonly IndicatorRow[];
};

/**
 * Indicators with the year's target, the regional actual, rate, mark and completeness, in groups
 * under their projects. Without figures (people who are not members) only what the plan itself says.
 */
export function IndicatorTable({
  groups,
  plan,
  fy,
  figures,
  names,
  explained = false,
  caption,
}: {
  groups: readonly IndicatorGroup[];
  plan: { code: string; rubric: Rubric };
  fy: number;
  figures: boolean;
  names: Record<string, string>;
  /** The heads explain themselves: the first table of a page. */
  explained?: boolean;
  caption: string;
}) {
  return (
    <Table caption={caption} captionHidden minWidth={figures ? "xl" : "lg"} dense fixed stacks>
      <THead>
        <Tr>
          <Th className={figures ? "w-[25%]" : "w-[45%]"}>指標</Th>
          <Th numeric className={figures ? "w-[10%]" : "w-[15%]"}>
            基準値
          </Th>
          {figures ? (
            <>
              <Th numeric className="w-[12%]">
                <HeadTerm of="expectation" explained={explained}>
                  {fiscalYearShort(fy)}目標
                </HeadTerm>
              </Th>
              <Th numeric className="w-[15%]">
                {fiscalYearShort(fy)}実績
              </Th>
              <Th numeric className="w-[8%]">
                <HeadTerm of="rate" explained={explained}>
                  達成率
                </HeadTerm>
              </Th>
              <Th className="w-[15.5%]">
                <HeadTerm of="mark" explained={explained}>
                  評価
                </HeadTerm>
              </Th>
              <Th className="w-[14.5%]">報告状況</Th>
            </>
          ) : (
            <Th>目標</Th>
          )}
        </Tr>
      </THead>
      {groups.map((group, index) => (
        <TBody key={group.heading?.key ?? index}>
          {group.heading && (
            <GroupRow colSpan={figures ? 7 : 3} aside={group.heading.aside}>
              {group.heading.title}
            </GroupRow>
          )}
          {group.rows.map((row) => (
            <Tr key={row.code}>
              <Th scope="row">
                <TextLink to={paths.indicator(plan.code, row.code, fy)} quiet>
                  {row.name}
                </TextLink>
                <span className="mt-0.5 flex flex-wrap gap-1 font-normal">
                  <span className="text-note text-solid-gray-600">
                    {row.direction === "milestone" ? "到達状況" : seriesLabels[row.series]}
                  </span>
                  {row.isRepost && <Tag>再掲</Tag>}
                  {row.isShared && <Tag>共有指標</Tag>}
                  {row.derivation && <Tag>自動集計</Tag>}
                </span>
                {row.printedDifferently && (
                  <span className="block text-note font-normal text-solid-gray-700">
                    この箇所の記載：{row.printedDifferently}
                  </span>
                )}
              </Th>
              <Td numeric label="基準値">
                <Figure value={row.baselineValue} unit={row.unit} />
              </Td>
              {figures ? (
                <EvaluationCells row={row} rubric={plan.rubric} names={names} fy={fy} />
              ) : (
                <Td label="目標">{printedText(row.targetText)}</Td>
              )}
            </Tr>
          ))}
        </TBody>
      ))}
    </Table>
  );
}

function EvaluationCells({
  row,
  rubric,
  names,
  fy,
}: {
  row: IndicatorRow;
  rubric: Rubric;
  names: Record<string, string>;
  fy: number;
}) {
  const { evaluation } = row;
  return (
    <>
      <Td numeric label={`${fiscalYearShort(fy)}目標`} className="whitespace-normal">
        <Figure
          value={displayFigure(evaluation?.expected ?? null, row)}
          unit={row.unit}
          text={evaluation?.expected === null ? evaluation.expectedText : null}
        />
        {evaluation?.expectedFrom === "linear" && (
          <span className="block text-note text-solid-gray-600">按分</span>
        )}
      </Td>
      <Td numeric label={`${fiscalYearShort(fy)}実績`} className="whitespace-normal">
        <Figure
          value={displayFigure(evaluation?.actual ?? null, row)}
          unit={row.unit}
          text={evaluation?.actualText}
          partial={isPartial(evaluation)}
          provisional={(evaluation?.provisional.length ?? 0) > 0}
          demo={evaluation?.isDemo}
        />
      </Td>
      <Td numeric label="達成率">
        {formatRate(evaluation?.rate ?? null, rubric.rateDisplay)}
      </Td>
      <Td label="評価">
        <EvaluatedMark evaluation={evaluation} marks={rubric.marks} />
        {row.outlook && <span className="block text-note">見込み　{row.outlook}</span>}
      </Td>
      <Td label="報告状況">
        {evaluation && (
          <Completeness
            evaluation={evaluation}
            names={names}
            label={`${row.name}の報告済み`}
            unit={reportsUnit(row)}
          />
        )}
      </Td>
    </>
  );
}

/** Whether a figure is there although somebody's part is missing. */
export function isPartial(evaluation: EvaluationView | null): boolean {
  return (
    evaluation !== null &&
    evaluation.reported > 0 &&
    evaluation.reported < evaluation.expectedReporters
  );
}
