import {
  AttachmentList,
  type ShownAttachment,
} from "#app/components/attachment/attachment-list.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { SendBackFields } from "#app/components/observation/send-back-fields.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Td, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { Frequency, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import type { Implausibility } from "#app/domain/observation/plausibility.ts";
import { reviewField, reviewKey } from "#app/domain/observation/review-rows.ts";
import { reachedWords } from "#app/i18n/answer.ts";
import { implausibilityWords } from "#app/i18n/entry.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { momentText, periodLabel } from "#app/i18n/labels.ts";
import { closedRoundText } from "#app/i18n/round.ts";
import { paths } from "#app/site/paths.ts";

export type ProposedItem = {
  plan: string;
  goal: { code: string; name: string };
  indicator: {
    code: string;
    name: string;
    unit: string;
    valueKind: ValueKind;
    frequency: Frequency;
  };
  organisation: { slug: string; shortName: string };
  fy: number;
  period: Period;
  version: number;
  answer: AnswerContent & { isDemo: boolean };
  writtenAt: Date;
  writtenBy: string | null;
  /** The reader proposed it, and so does not decide on it. */
  own: boolean;
  /** The round is closed: nothing of it is decided any more. */
  closed: boolean;
  before:
    | (Pick<AnswerContent, "quality" | "value" | "numerator" | "denominator" | "words"> & {
        fy: number;
        period: Period;
        isDemo: boolean;
      })
    | null;
  target: { value: string | null; text: string | null } | null;
  attachments: readonly ShownAttachment[];
  /** What the figure is to be asked about. */
  doubts: readonly Implausibility[];
  requestKey: string;
};

/** The key of an item in the table's form. */
export function keyOfItem({ plan, indicator, organisation, fy, period }: ProposedItem): string {
  const codes = { plan, indicator: indicator.code, organisation: organisation.slug };
  return reviewKey({ ...codes, fy, period });
}

/** One proposed figure beside what it is to be judged by. */
export function ApprovalRow({
  item,
  mayDecide,
  ticked,
  refused,
}: {
  item: ProposedItem;
  mayDecide: boolean;
  ticked: boolean;
  /** What was typed as the reason of sending it back, where that was refused, and why. */
  refused: { reason: string; error: string } | null;
}) {
  const { indicator, answer, before, fy } = item;
  const key = keyOfItem(item);
  const part = `${fiscalYearShort(fy)}${periodLabel(indicator.frequency, item.period)}`;
  const name = `${indicator.name}（${part}）`;
  const decides = mayDecide && !item.own && !item.closed;
  const report = paths.report(item.organisation.slug, item.plan, indicator.code, fy, item.period);
  return (
    <Tr>
      <Th scope="row">
        {decides && (
          <>
            <Checkbox
              id={reviewField("tick", key)}
              name={reviewField("tick", key)}
              defaultChecked={ticked}
              className="min-h-8 py-0.5"
              label={
                <span className="font-normal">
                  選択<span className="sr-only">：{name}</span>
                </span>
              }
            />
            <input type="hidden" name={reviewField("baseVersion", key)} value={item.version} />
            <input type="hidden" name={reviewField("requestKey", key)} value={item.requestKey} />
          </>
        )}
        <TextLink to={report} quiet>
          {indicator.name}
        </TextLink>
        {indicator.unit && (
          <span className="font-normal text-solid-gray-600">（{indicator.unit}）</span>
        )}
      </Th>
      <Td numeric label={`${part}の報告値`} className="whitespace-normal">
        <Answer answer={answer} item={item} />
        <span className="block text-note text-solid-gray-600">{part}</span>
      </Td>
      <Td numeric label="前回" className="whitespace-normal">
        {before ? <Answer answer={before} item={item} /> : <Figure value={null} />}
        {before && (
          <span className="block text-note text-solid-gray-600">
            {fiscalYearShort(before.fy)}
            {periodLabel(indicator.frequency, before.period)}
          </span>
        )}
      </Td>
      <Td numeric label="目標（域内）" className="whitespace-normal">
        <Figure
          value={displayFigure(item.target?.value ?? null, indicator)}
          text={item.target?.value ? null : item.target?.text}
        />
      </Td>
      <Td label="備考・添付">
        {item.doubts.map((doubt) => (
          <span key={doubt} className="block text-solid-gray-900">
            ＊{implausibilityWords[doubt]}
          </span>
        ))}
        {answer.note && <span className="block whitespace-pre-line">{answer.note}</span>}
        <AttachmentList attachments={item.attachments} />
      </Td>
      <Td label="起案">
        {momentText(item.writtenAt)}
        {item.writtenBy && <span className="block text-note">{item.writtenBy}</span>}
        {item.closed && <span className="block text-note">{closedRoundText()}</span>}
        {item.own && mayDecide && !item.closed && (
          <span className="block text-note">
            あなたが起案した報告です。決裁はほかの決裁者が行います。
          </span>
        )}
        {decides && (
          <SendBackFields
            row={key}
            name={name}
            step="send_back"
            label="差戻しの理由"
            support="起案者に表示されます。"
            refused={refused}
          />
        )}
      </Td>
    </Tr>
  );
}

function Answer({
  answer,
  item: { indicator },
}: {
  answer: Pick<AnswerContent, "quality" | "value" | "numerator" | "denominator" | "words"> & {
    reached?: boolean | null;
    isDemo: boolean;
  };
  item: ProposedItem;
}) {
  const { reached = null } = answer;
  return (
    <>
      <QualityBadge quality={answer.quality} className="mr-2" />
      <Figure
        value={displayFigure(answerFigure(answer), indicator)}
        text={answer.words}
        demo={answer.isDemo}
      />
      {answer.numerator !== null && (
        <span className="block text-note text-solid-gray-600">
          {formatFigure(answer.numerator)}／{formatFigure(answer.denominator)}
        </span>
      )}
      {reached !== null && (
        <span className="block text-note text-solid-gray-600">
          {reached ? reachedWords.yes : reachedWords.no}
        </span>
      )}
    </>
  );
}
