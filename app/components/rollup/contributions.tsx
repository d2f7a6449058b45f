import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { Frequency, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { momentText, periodLabel } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

export type Contribution = {
  slug: string;
  shortName: string;
  /** Of each period of the year; none where it has not answered. */
  answers: readonly (AnswerContent & {
    period: Period;
    isDemo: boolean;
    acceptedAt: Date;
    acceptedBy: string | null;
    fromDocument: boolean;
  })[];
};

/** What each organisation contributed to a regional figure, who accepted it and when. */
export function Contributions({
  contributions,
  indicator,
  plan,
  fy,
  caption,
  linked,
}: {
  contributions: readonly Contribution[];
  indicator: {
    code: string;
    unit: string;
    valueKind: ValueKind;
    aggregation: string;
    frequency: Frequency;
  };
  plan: string;
  fy: number;
  caption: string;
  /** Whether the reader may open the single reports. */
  linked: boolean;
}) {
  const fractions = indicator.aggregation === "ratio";
  const inWords = indicator.valueKind === "text";
  const rows = contributions.flatMap(({ answers, ...organisation }) =>
    (answers.length > 0 ? answers : [null]).map((answer) => ({ ...organisation, answer })),
  );
  return (
    <Table caption={caption} captionHidden minWidth="lg" dense fixed stacks>
      <THead>
        <Tr>
          <Th className="w-[12%]">{t`報告団体`}</Th>
          <Th numeric={!inWords} className={inWords ? "w-[40%]" : "w-[20%]"}>
            {t`報告値`}
          </Th>
          {fractions && (
            <Th numeric className="w-[18%]">
              {t`分子／分母`}
            </Th>
          )}
          <Th>{t`備考`}</Th>
          <Th className="w-[22%]">{t`受理`}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ slug, shortName, answer }) => (
          <Tr key={`${slug} ${answer?.period}`}>
            <Th scope="row" nowrap>
              {answer && linked ? (
                <TextLink
                  to={paths.observation(plan, indicator.code, slug, fy, answer.period)}
                  quiet
                >
                  {shortName}
                </TextLink>
              ) : (
                shortName
              )}
              {answer && answer.period > 0 && (
                <span className="block text-note text-solid-gray-700">
                  {periodLabel(indicator.frequency, answer.period)}
                </span>
              )}
            </Th>
            {answer ? (
              <>
                <Td numeric={!inWords} label={t`報告値`} className="whitespace-normal">
                  <QualityBadge quality={answer.quality} className="mr-2" />
                  <Figure
                    value={displayFigure(answerFigure(answer), indicator)}
                    unit={indicator.unit}
                    text={answer.words}
                    demo={answer.isDemo}
                  />
                  {answer.reached !== null && (
                    <span className="block text-note">{answer.reached ? t`達成` : t`未達`}</span>
                  )}
                </Td>
                {fractions && (
                  <Td numeric label={t`分子／分母`} className="whitespace-normal">
                    {formatFigure(answer.numerator)}
                    {t`／`}
                    <wbr />
                    {formatFigure(answer.denominator)}
                  </Td>
                )}
                <Td label={t`備考`} className="whitespace-pre-line">
                  {answer.note}
                </Td>
                <Td label={t`受理`}>
                  {answer.fromDocument ? (
                    t`公表資料から登録`
                  ) : (
                    <>
                      {momentText(answer.acceptedAt)}
                      <span className="block">{answer.acceptedBy}</span>
                    </>
                  )}
                </Td>
              </>
            ) : (
              <Td colSpan={fractions ? 4 : 3} className="text-solid-gray-700">
                {t`未報告（受理された報告値がありません）`}
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
