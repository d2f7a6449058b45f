import { Form } from "@remix-run/react";
import {
  AttachmentList,
  type ShownAttachment,
} from "#app/components/attachment/attachment-list.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { Aggregation, Frequency, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { momentText, periodLabel } from "#app/i18n/labels.ts";
import { notReturnedText } from "#app/i18n/review.ts";
import { paths } from "#app/site/paths.ts";

export type ReviewedItem = {
  plan: string;
  goal: { code: string; name: string };
  indicator: {
    code: string;
    name: string;
    unit: string;
    valueKind: ValueKind;
    aggregation: Aggregation;
    frequency: Frequency;
  };
  organisation: { slug: string; shortName: string };
  fy: number;
  period: Period;
  version: number;
  answer: AnswerContent & { isDemo: boolean };
  writtenAt: Date;
  writtenBy: string | null;
  /** Decided in the approvers' place. */
  onBehalf: boolean;
  own: boolean;
  before:
    | (Pick<AnswerContent, "value" | "numerator" | "denominator" | "words"> & { isDemo: boolean })
    | null;
  /** What the region was to reach in the year. */
  target: { value: string | null; text: string | null } | null;
  /** What the organisation put behind its answer. */
  attachments: readonly ShownAttachment[];
  /** How much of what is said of the figure is open. */
  openThreads: number;
  /** Came after the reader last dealt with the PT. */
  isNew: boolean;
  /** The round is closed: it is not returned any more. */
  closed: boolean;
  requestKey: string;
};

/** One submitted answer beside what it is to be judged by, with the two ways on. */
export function ReviewItemCard({
  item,
  mayJudge,
  reason,
  reasonError,
}: {
  item: ReviewedItem;
  mayJudge: boolean;
  reason?: string;
  reasonError?: string;
}) {
  const { indicator, organisation, answer, before, fy } = item;
  const id = `${indicator.code}-${organisation.slug}-${fy}-${item.period}`;
  const part = periodLabel(indicator.frequency, item.period);
  return (
    <li className="rounded-8 border border-solid-gray-420 p-5 break-inside-avoid">
      <article aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} className="text-std-17B-170">
          {organisation.shortName}　{indicator.name}
        </h2>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {item.goal.name}
          {"　"}
          <TextLink
            to={paths.observation(item.plan, indicator.code, organisation.slug, fy, item.period)}
          >
            報告の履歴
          </TextLink>
          {"　"}
          <TextLink
            to={paths.discussion(item.plan, {
              kind: "figure",
              code: indicator.code,
              organisation: organisation.slug,
              fy,
            })}
          >
            意見・質問
            {item.openThreads > 0 && `（未解決${item.openThreads}件）`}
          </TextLink>
        </p>
        <DefinitionList
          className="mt-3"
          layout="grid"
          columns={4}
          items={[
            {
              term: `${fiscalYearShort(fy)}${part}の報告値`,
              description: (
                <>
                  <QualityBadge quality={answer.quality} className="mr-2" />
                  <Figure
                    size="lg"
                    value={displayFigure(answerFigure(answer), indicator)}
                    unit={indicator.unit}
                    text={answer.words}
                    demo={answer.isDemo}
                  />
                  {answer.numerator !== null && (
                    <span className="block text-note">
                      {formatFigure(answer.numerator)}／{formatFigure(answer.denominator)}
                    </span>
                  )}
                  {answer.reached !== null && (
                    <span className="block text-note">{answer.reached ? "達成" : "未達"}</span>
                  )}
                </>
              ),
            },
            {
              term: `${fiscalYearShort(fy - 1)}${part}の値`,
              description: (
                <Figure
                  value={before && displayFigure(answerFigure(before), indicator)}
                  unit={indicator.unit}
                  text={before?.words}
                  demo={before?.isDemo}
                />
              ),
            },
            {
              term: `${fiscalYearShort(fy)}目標（域内）`,
              description: (
                <Figure
                  value={displayFigure(item.target?.value ?? null, indicator)}
                  unit={indicator.unit}
                  text={item.target?.text}
                />
              ),
            },
            {
              term: "提出",
              description: (
                <>
                  {momentText(item.writtenAt)}
                  {item.writtenBy && (
                    <span className="block text-dns-14N-130 text-solid-gray-700">
                      {item.writtenBy}
                      {item.onBehalf && "（代決）"}
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
        {answer.note && (
          <p className="mt-3 border-l-4 border-solid-gray-420 pl-3 whitespace-pre-line">
            {answer.note}
          </p>
        )}
        <AttachmentList attachments={item.attachments} className="mt-3" />
        {item.own && (
          <p className="mt-4 text-dns-14N-130 text-solid-gray-700">
            あなたが提出した報告です。受理は同じ団体のほかの決裁者が行います。
          </p>
        )}
        {mayJudge && (
          <div className="mt-4 flex flex-wrap items-start gap-x-6 gap-y-3 print:hidden">
            <Form method="post">
              <Identity item={item} />
              <Button name="intent" value="accept">
                受理する
                <span className="sr-only">
                  ：{organisation.shortName} {indicator.name}
                </span>
              </Button>
            </Form>
            {item.closed ? (
              <p className="text-dns-14N-130 leading-160">{notReturnedText}</p>
            ) : (
              <Disclosure
                summary="理由を付けて差し戻す"
                open={reasonError !== undefined}
                className="min-w-72 flex-1"
              >
                <Form method="post" noValidate>
                  <Identity item={item} />
                  <TextareaField
                    id={`${id}-reason`}
                    name="reason"
                    label="差戻しの理由"
                    required
                    rows={2}
                    defaultValue={reason}
                    error={reasonError}
                  />
                  <Button name="intent" value="return" variant="outline" className="mt-3">
                    差し戻す
                    <span className="sr-only">
                      ：{organisation.shortName} {indicator.name}
                    </span>
                  </Button>
                </Form>
              </Disclosure>
            )}
          </div>
        )}
      </article>
    </li>
  );
}

function Identity({ item }: { item: ReviewedItem }) {
  const fields = {
    plan: item.plan,
    indicator: item.indicator.code,
    organisation: item.organisation.slug,
    fy: item.fy,
    period: item.period,
    baseVersion: item.version,
    requestKey: item.requestKey,
  };
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
