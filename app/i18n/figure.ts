import type { Decimal } from "#app/domain/figure/exact.ts";
import * as japanese from "#app/domain/figure/format.ts";
import { locale } from "./locale.ts";

/** A figure as reports print it: 「▲1,200」, "−1,200"; nothing is rounded here. */
export function formatFigure(value: Decimal | null): string {
  return inLanguage(japanese.formatFigure(value));
}

/** An achievement rate (1 = 100 ％) as a percentage for display: 「91.3％」, "91.3%". */
export function formatRate(rate: Decimal | null, display?: japanese.RateDisplay): string {
  return inLanguage(japanese.formatRate(rate, display));
}

function inLanguage(text: string): string {
  return locale() === "en" ? text.replace("▲", "−").replace("％", "%").replace("－", "–") : text;
}
