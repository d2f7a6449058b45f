import { formatFigure } from "#app/domain/figure/format.ts";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { LinkStanding } from "#app/domain/link/standing.ts";
import type { AnswerTotal } from "#app/domain/link/total.ts";
import { oneLine } from "#app/domain/mail/mail.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import { qualityCarriesFigure } from "#app/domain/observation/states.ts";
import { productName } from "#app/site/name.ts";
import { qualityWords, reachedWords } from "./answer.ts";
import { dayText, periodLabel } from "./labels.ts";

export const linkStandingLabels: Record<LinkStanding, string> = {
  asked: "回答待ち",
  answered: "回答あり",
  taken: "取込済み",
  expired: "期限切れ",
  revoked: "取消し",
};

/** Which year, or part of one, is asked for: 「令和6（2024）年度　上半期」. */
export function askedYear(asked: { fy: number; period: number; frequency: Frequency }): string {
  const part = periodLabel(asked.frequency, asked.period);
  return [fiscalYearLabel(asked.fy), part].filter(Boolean).join("　");
}

/** An answer as it was understood: 「1,450件」, 「調査中」, 「13／18（72.2％）」. */
export function answerText(content: AnswerContent, unit: string): string {
  const { quality, numerator, denominator, words, reached } = content;
  if (!qualityCarriesFigure(quality)) return qualityWords[quality];
  const text =
    words === null
      ? figureText(content, unit)
      : `${words}${reached === null ? "" : `（${reachedWords[reached ? "yes" : "no"]}）`}`;
  const parts =
    numerator !== null && denominator !== null
      ? `${formatFigure(numerator)}／${formatFigure(denominator)}`
      : text;
  return quality === "provisional" ? `${parts}（${qualityWords.provisional}）` : parts;
}

function figureText(content: Omit<AnswerContent, "note">, unit: string): string {
  const figure = answerFigure(content);
  return figure === null ? "－" : `${formatFigure(figure)}${unit}`;
}

/** 「3者の回答の合計 1,450件（未回答2者）」. */
export function totalText({ content, parts, missing }: AnswerTotal, unit: string): string {
  const { numerator, denominator } = content;
  const figure =
    numerator !== null && denominator !== null
      ? `${formatFigure(numerator)}／${formatFigure(denominator)}`
      : figureText(content, unit);
  return `${parts}者の回答の合計 ${figure}${missing > 0 ? `（未回答・調査中 ${missing}者）` : ""}`;
}

type Source = { recipient: string; answer: { content: AnswerContent } | null };

/** Where a figure that was taken over is from, for the note of the report. */
export function sourceNote(
  sources: readonly Source[],
  total: AnswerTotal | null,
  unit: string,
): string {
  const parts = sources.flatMap(({ recipient, answer }) =>
    answer ? [`${recipient} ${answerText(answer.content, unit)}`] : [],
  );
  const notes = sources.flatMap(({ recipient, answer }) =>
    answer && answer.content.note !== "" ? [`${recipient}の備考：${answer.content.note}`] : [],
  );
  const whole = total ? `${totalText(total, unit)}。内訳：` : "";
  return [`外部への照会の回答による（${whole}${parts.join("、")}）。`, ...notes].join("\n");
}

/** The mail by which a firm or office is asked; its link is added when it is sent. */
export function linkMail(asked: {
  recipient: string;
  organisation: string;
  indicator: { name: string; unit: string; frequency: Frequency };
  fy: number;
  period: number;
  message: string;
  expiresOn: string;
}): { subject: string; text: string; items: { text: string; path: string }[] } {
  const { recipient, organisation, indicator, fy, period, message, expiresOn } = asked;
  const year = askedYear({ fy, period, frequency: indicator.frequency });
  return {
    subject: oneLine(`【回答の依頼】${indicator.name}（${year}）`, 100),
    text: [
      `${oneLine(recipient, 100)} 宛`,
      "",
      `${organisation}から、${productName}で集計する次の数値について、回答をお願いします。`,
      "",
      `項目：${oneLine(indicator.name, 200)}${indicator.unit ? `（単位：${indicator.unit}）` : ""}`,
      `年度：${year}`,
      `期限：${dayText(expiresOn)}`,
      ...(message === "" ? [] : ["", `${organisation}からの連絡：`, message]),
      "",
      "次のリンクから回答してください。ログインは不要です。期限までは、同じリンクから回答を訂正できます。",
      "リンクは貴団体専用です。ほかの方に転送しないでください。",
    ].join("\n"),
    items: [{ text: "回答の画面を開く", path: "/" }],
  };
}
