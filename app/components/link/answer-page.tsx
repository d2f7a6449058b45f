import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { AnswerFields } from "#app/components/observation/answer-fields.tsx";
import { typedAnswer } from "#app/components/observation/first-values.ts";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import type { Frequency, Series } from "#app/domain/indicator/definition.ts";
import { type AnswerContent, type Asked, toRawAnswer } from "#app/domain/observation/answer.ts";
import { momentText } from "#app/i18n/labels.ts";
import { answerText, askedYear } from "#app/i18n/link.ts";
import { message } from "#app/i18n/messages.ts";

export type OpenedLink = {
  organisation: string;
  planName: string;
  indicator: Asked & {
    name: string;
    series: Series;
    frequency: Frequency;
    howToCount: string;
    source: string | null;
  };
  recipient: string;
  message: string;
  fy: number;
  period: number;
  expiresAt: Date;
  answer: { version: number; at: Date; content: AnswerContent } | null;
};

type Refusal = {
  error: "invalid" | "conflict";
  values: Record<string, string>;
  errors: Record<string, string>;
};

/** What a firm or office is asked, with the form that answers it: nothing else of the portal. */
export function AnswerPage({
  link,
  refused,
  done,
}: {
  link: OpenedLink;
  refused: Refusal | undefined;
  /** It has just been sent. */
  done: boolean;
}) {
  const { organisation, indicator, answer, expiresAt } = link;
  const saved = answer?.version ?? 0;
  const baseVersion = baseVersionOf(refused, saved);
  return (
    <div className="max-w-[52rem]">
      <PageHeader
        eyebrow={`${organisation}からの回答の依頼`}
        title={indicator.name}
        lead={`${link.recipient} 宛　${momentText(expiresAt)}までに回答してください。`}
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.error === "invalid" && (
          <ErrorSummary
            errors={Object.entries(refused.errors).map(([field, key]) => ({
              fieldId: field,
              message: message(key),
            }))}
          />
        )}
        {refused?.error === "conflict" && answer && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title="同じリンクから、先に回答が送信されています"
          >
            <p>
              {momentText(answer.at)}の回答は「{answerText(answer.content, indicator.unit)}
              」です。あなたが入力した内容は下の欄に残っています。どちらにするか確かめて、訂正する場合はもう一度送信してください。
            </p>
          </NotificationBanner>
        )}
        {!refused && answer && (
          <NotificationBanner
            kind={done ? "success" : "info"}
            live={done}
            title={done ? "回答を受け付けました" : "この照会には回答済みです"}
          >
            <p>
              回答の内容：<b>{answerText(answer.content, indicator.unit)}</b>（
              {momentText(answer.at)}）
            </p>
            <p>{organisation}が取り込むまで、期限内であれば同じリンクから訂正できます。</p>
          </NotificationBanner>
        )}
      </div>
      <DefinitionList
        items={[
          {
            term: "年度",
            description: askedYear({
              fy: link.fy,
              period: link.period,
              frequency: indicator.frequency,
            }),
          },
          { term: "単位", description: indicator.unit || "－（文章）" },
          ...(indicator.howToCount ? [{ term: "数え方", description: indicator.howToCount }] : []),
          ...(indicator.source ? [{ term: "出典", description: indicator.source }] : []),
          { term: "用いる計画", description: link.planName },
          ...(link.message
            ? [
                {
                  term: "連絡事項",
                  description: <span className="whitespace-pre-line">{link.message}</span>,
                },
              ]
            : []),
        ]}
      />
      <Section title={answer ? "回答の訂正" : "回答"} className="mt-10">
        <form method="post" noValidate className="space-y-7">
          <input type="hidden" name="baseVersion" value={baseVersion} />
          <AnswerFields
            asked={indicator}
            values={
              refused ? typedAnswer(refused.values) : answer ? toRawAnswer(answer.content) : {}
            }
            errors={refused?.errors ?? {}}
            milestone={null}
          />
          <Button size="lg">{answer ? "訂正を送信する" : "回答を送信する"}</Button>
          <p className="text-dns-14N-130 text-solid-gray-700">
            回答は、依頼元の{organisation}の担当者だけが閲覧し、報告の集計に用います。
          </p>
        </form>
      </Section>
    </div>
  );
}
