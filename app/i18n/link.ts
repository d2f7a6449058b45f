import { formatFigure } from "#app/domain/figure/format.ts";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { LinkStanding } from "#app/domain/link/standing.ts";
import type { AnswerTotal } from "#app/domain/link/total.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import { qualityCarriesFigure } from "#app/domain/observation/states.ts";
import { qualityWords, reachedWords } from "./answer.ts";
import { periodLabel } from "./labels.ts";

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
