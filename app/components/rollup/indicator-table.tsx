import type { ReactNode } from "react";
import { Completeness } from "#app/components/evaluation/completeness.tsx";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { HeadTerm } from "#app/components/guide/term.tsx";
import { GroupRow, Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { EvaluationView, IndicatorRow, NodeLink } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatRate } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { seriesLabels } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { printedText } from "./printed-text.ts";
import { reportsUnit } from "./reports-unit.ts";

export type IndicatorGroup = {
  /** What stands over the rows: a project with its mark. */
  heading?: { key: string; title: ReactNode; aside?: ReactNode };
  /** `project` leads on to where the indicator stands, in tables of a whole plan. */
  rows: readonly (IndicatorRow & { project?: NodeLink | null })[];
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
  named = false,
  caption,
}: {
  groups: readonly IndicatorGroup[];
  plan: { code: string; rubric: Rubric };
  fy: number;
  figures: boolean;
  names: Record<string, string>;
  /** The heads explain themselves: the first table of a page. */
  explained?: boolean;
  /** Every organisation that is missing is named, however many they are. */
  named?: boolean;
  caption: string;
}) {
  return (
    <Table caption={caption} captionHidden minWidth={figures ? "xl" : "lg"} dense fixed stacks>
      <THead>
        <Tr>
          <Th className={figures ? "w-[24%]" : "w-[45%]"}>{t`指標`}</Th>
          <Th numeric className={figures ? "w-[10%]" : "w-[15%]"}>
            {t`基準値`}
          </Th>
          {figures ? (
            <>
              <Th numeric className="w-[12%]">
                <HeadTerm of="expectation" explained={explained}>
                  {t`${fiscalYearShort(fy)}目標`}
                </HeadTerm>
              </Th>
              <Th numeric className="w-[14%]">
                {t`${fiscalYearShort(fy)}実績`}
              </Th>
              <Th numeric className="w-[10%] whitespace-normal!">
                <HeadTerm of="rate" explained={explained}>
                  {t`達成率`}
                </HeadTerm>
              </Th>
              <Th className="w-[15.5%]">
                <HeadTerm of="mark" explained={explained}>
                  {t`評価`}
                </HeadTerm>
              </Th>
              <Th className="w-[14.5%]">{t`報告状況`}</Th>
            </>
          ) : (
            <Th>{t`目標`}</Th>
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
                <TextLink to={paths.indicator(plan.code, row.code, fy)} quiet lang="ja">
                  {row.name}
                </TextLink>
                <span className="mt-0.5 flex flex-wrap gap-1 font-normal">
                  <span className="text-note text-solid-gray-600">
                    {row.direction === "milestone" ? t`到達状況` : seriesLabels[row.series]}
                  </span>
                  {row.isRepost && <Tag>{t`再掲`}</Tag>}
                  {row.isShared && <Tag>{t`共有指標`}</Tag>}
                  {row.derivation && <Tag>{t`自動集計`}</Tag>}
                </span>
                {row.printedDifferently && (
                  <span className="block text-note font-normal text-solid-gray-700">
                    {t`この箇所の記載：${row.printedDifferently}`}
                  </span>
                )}
                {row.project && (
                  <span className="block text-note font-normal">
                    <TextLink to={paths.node(plan.code, row.project, fy)} quiet lang="ja">
                      {t`${row.project.number}　${row.project.name}`}
                    </TextLink>
                  </span>
                )}
              </Th>
              <Td numeric label={t`基準値`}>
                <Figure value={row.baselineValue} unit={row.unit} />
              </Td>
              {figures ? (
                <EvaluationCells
                  row={row}
                  rubric={plan.rubric}
                  names={names}
                  named={named}
                  fy={fy}
                />
              ) : (
                <Td label={t`目標`}>{printedText(row.targetText)}</Td>
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
  named,
  fy,
}: {
  row: IndicatorRow;
  rubric: Rubric;
  names: Record<string, string>;
  named: boolean;
  fy: number;
}) {
  const { evaluation } = row;
  return (
    <>
      <Td numeric label={t`${fiscalYearShort(fy)}目標`} className="whitespace-normal">
        <Figure
          value={displayFigure(evaluation?.expected ?? null, row)}
          unit={row.unit}
          text={evaluation?.expected === null ? evaluation.expectedText : null}
        />
        {evaluation?.expectedFrom === "linear" && (
          <span className="block text-note text-solid-gray-600">{t`按分`}</span>
        )}
      </Td>
      <Td numeric label={t`${fiscalYearShort(fy)}実績`} className="whitespace-normal">
        <Figure
          value={displayFigure(evaluation?.actual ?? null, row)}
          unit={row.unit}
          text={evaluation?.actualText}
          partial={isPartial(evaluation)}
          provisional={(evaluation?.provisional.length ?? 0) > 0}
          demo={evaluation?.isDemo}
        />
      </Td>
      <Td numeric label={t`達成率`}>
        {formatRate(evaluation?.rate ?? null, rubric.rateDisplay)}
      </Td>
      <Td label={t`評価`}>
        <EvaluatedMark evaluation={evaluation} marks={rubric.marks} />
        {row.outlook && <span className="block text-note">{t`見込み　${row.outlook}`}</span>}
      </Td>
      <Td label={t`報告状況`}>
        {evaluation && (
          <Completeness
            evaluation={evaluation}
            names={names}
            label={t`${row.name}の報告済み`}
            named={named}
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
