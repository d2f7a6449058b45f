import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { SendBackFields } from "#app/components/observation/send-back-fields.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Td, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import { answerFigure } from "#app/domain/observation/answer.ts";
import { changeOf, shareOfTarget } from "#app/domain/observation/comparison.ts";
import { reviewField, reviewKey } from "#app/domain/observation/review-rows.ts";
import { reachedWords } from "#app/i18n/answer.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { momentText, periodLabel } from "#app/i18n/labels.ts";
import { changeText, notReturnedText } from "#app/i18n/review.ts";
import { paths } from "#app/site/paths.ts";
import type { ReviewedItem } from "./review-item.tsx";

/** The key of an item in the table's form. */
export function keyOfItem({ plan, indicator, organisation, fy, period }: ReviewedItem): string {
  return reviewKey({
    plan,
    indicator: indicator.code,
    organisation: organisation.slug,
    fy,
    period,
  });
}

/** What one organisation submitted for a KPI, beside what it is to be judged by. */
export function ReviewRow({
  item,
  mayJudge,
  ticked,
  refused,
}: {
  item: ReviewedItem;
  mayJudge: boolean;
  ticked: boolean;
  /** What was typed as the reason of a return that was refused, and why. */
  refused: { reason: string; error: string } | null;
}) {
  const { indicator, organisation, answer, before, fy } = item;
  const key = keyOfItem(item);
  const figure = answerFigure(answer);
  const share = shareOfTarget(indicator.aggregation, figure, item.target?.value ?? null);
  const part = `${fiscalYearShort(fy)}${periodLabel(indicator.frequency, item.period)}`;
  const name = `${organisation.shortName}　${indicator.name}`;
  const judges = mayJudge && !item.own;
  return (
    <Tr>
      <Th scope="row">
        {judges ? (
          <Checkbox
            id={reviewField("tick", key)}
            name={reviewField("tick", key)}
            defaultChecked={ticked}
            className="min-h-8 py-0.5"
            label={
              <>
                {organisation.shortName}
                <span className="sr-only">の「{indicator.name}」を受理の対象にする</span>
              </>
            }
          />
        ) : (
          organisation.shortName
        )}
        {item.isNew && (
          <Tag tone="blue" variant="soft">
            前回の確認以降
          </Tag>
        )}
        {judges && (
          <>
            <input type="hidden" name={reviewField("baseVersion", key)} value={item.version} />
            <input type="hidden" name={reviewField("requestKey", key)} value={item.requestKey} />
          </>
        )}
      </Th>
      <Td numeric label={`${part}の報告値`} className="whitespace-normal">
        <QualityBadge quality={answer.quality} className="mr-2" />
        <TextLink
          to={paths.observation(item.plan, indicator.code, organisation.slug, fy, item.period)}
          quiet
        >
          <Figure
            value={displayFigure(figure, indicator)}
            text={answer.words}
            demo={answer.isDemo}
          />
          <span className="sr-only">：{name}の履歴</span>
        </TextLink>
        <span className="block text-note text-solid-gray-600">
          {part}
          {answer.numerator !== null &&
            `　${formatFigure(answer.numerator)}／${formatFigure(answer.denominator)}`}
          {answer.reached !== null && `　${answer.reached ? reachedWords.yes : reachedWords.no}`}
        </span>
      </Td>
      <Td numeric label="前年度" className="whitespace-normal">
        <Figure
          value={before && displayFigure(answerFigure(before), indicator)}
          text={before?.words}
          demo={before?.isDemo}
        />
      </Td>
      <Td numeric label="前年度比">
        {changeText(changeOf(indicator.valueKind, figure, before && answerFigure(before)))}
      </Td>
      <Td numeric label="対目標">
        {share === null ? <Figure value={null} /> : `${formatFigure(share)}％`}
      </Td>
      <Td label="備考・添付">
        {answer.note && <span className="block whitespace-pre-line">{answer.note}</span>}
        <AttachmentList attachments={item.attachments} />
        {item.openThreads > 0 && (
          <TextLink
            to={paths.discussion(item.plan, {
              kind: "figure",
              code: indicator.code,
              organisation: organisation.slug,
              fy,
            })}
          >
            意見・質問（未解決{item.openThreads}件）
          </TextLink>
        )}
      </Td>
      <Td label="提出">
        {momentText(item.writtenAt)}
        {item.writtenBy && (
          <span className="block text-note">
            {item.writtenBy}
            {item.onBehalf && "（代決）"}
          </span>
        )}
        {item.own && (
          <span className="block text-note">
            あなたが提出した報告です。受理は同じ団体のほかの決裁者が行います。
          </span>
        )}
        {judges && item.closed && <span className="block text-note">{notReturnedText}</span>}
        {judges && !item.closed && (
          <SendBackFields
            row={key}
            name={name}
            step="return"
            label={`差戻しの理由（${organisation.shortName}）`}
            refused={refused}
          />
        )}
      </Td>
    </Tr>
  );
}
