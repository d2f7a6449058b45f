import type { IndicatorRow } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatRate } from "#app/i18n/figure.ts";
import { listText, sentencesText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { actualText, expectedText } from "./figure-text.ts";

/**
 * Why an indicator stands where it stands, in plain words: its actual against the year's target, and
 * who is not in it or not finally.
 */
export function whyText(
  row: IndicatorRow,
  rubric: Pick<Rubric, "rateDisplay">,
  names: Record<string, string>,
): string {
  const { evaluation } = row;
  if (!evaluation) return "";
  const [target, actual] = [
    quoted(evaluation.expected, expectedText(evaluation, row)),
    quoted(evaluation.actual, actualText(evaluation, row)),
  ];
  const rate = evaluation.rate === null ? null : formatRate(evaluation.rate, rubric.rateDisplay);
  const list = (slugs: readonly string[]) => listText(slugs.map((slug) => names[slug] ?? slug));
  const { missing, provisional } = evaluation;
  return sentencesText([
    against(target, actual, rate),
    missing.length > 0 && t`部分集計（未報告：${list(missing)}）。`,
    provisional.length > 0 && t`集計中の値を含む（${list(provisional)}）。`,
  ]);
}

/** What is no figure is set apart from the sentence. */
function quoted(value: string | null, text: string | null): string | null {
  return value === null && text !== null ? t`「${text}」` : text;
}

function against(target: string | null, actual: string | null, rate: string | null): string | null {
  if (actual === null) return target === null ? null : t`目標 ${target}。`;
  if (target === null) return t`実績 ${actual}。`;
  return rate === null
    ? t`目標 ${target}に対し実績 ${actual}。`
    : t`目標 ${target}に対し実績 ${actual}（達成率 ${rate}）。`;
}
