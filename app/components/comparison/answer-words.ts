import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import { qualityWords } from "#app/i18n/answer.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";

/** What an organisation answered in one line: 「1,200社」「達成」「未報告」. */
export function answerWords(
  { value, words, reached, quality }: ComparedRow,
  indicator: { unit: string; valueKind: ValueKind; places: number | null },
): string {
  if (quality === null) return t`未報告`;
  const figure =
    value === null ? null : `${formatFigure(displayFigure(value, indicator))}${indicator.unit}`;
  const said = figure ?? (reached === null ? words : reached ? t`達成` : t`未達`);
  const state = quality === "final" ? null : qualityWords[quality];
  if (said === null) return state ?? t`値なし`;
  return state === null ? said : t`${said}（${state}）`;
}
