import { displayFigure } from "#app/domain/figure/display.ts";
import type { EvaluationView, IndicatorRow } from "#app/domain/rollup/row.ts";
import { formatFigure } from "#app/i18n/figure.ts";

type Written = Pick<IndicatorRow, "unit" | "valueKind" | "places">;

/** An indicator's actual of a year in a sentence: the figure with its unit, or words; null where there is none. */
export function actualText(
  { actual, actualText: words }: Pick<EvaluationView, "actual" | "actualText">,
  indicator: Written,
): string | null {
  return written(actual, words, indicator);
}

/** The year's target in a sentence. */
export function expectedText(
  { expected, expectedText: words }: Pick<EvaluationView, "expected" | "expectedText">,
  indicator: Written,
): string | null {
  return written(expected, words, indicator);
}

function written(value: string | null, words: string | null, indicator: Written): string | null {
  if (value === null) return words;
  return `${formatFigure(displayFigure(value, indicator))}${indicator.unit}`;
}
