import { type Decimal, exact, toDecimal } from "./exact.ts";

/**
 * A figure as reports print it: thousands separators, ▲ for negatives, － for none. The digits
 * after the point stay as they are; nothing is rounded here.
 */
export function formatFigure(value: Decimal | null): string {
  if (value === null) return "－";
  const negative = value.startsWith("-");
  const [head = "", tail] = (negative ? value.slice(1) : value).split(".");
  const grouped = head.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative ? "▲" : ""}${grouped}${tail === undefined ? "" : `.${tail}`}`;
}

/** How a rate is cut to size for reading: 四捨五入, or the rest dropped (切捨て). */
export type RateDisplay = { places: number; rounding: "half_up" | "down" };

const usual: RateDisplay = { places: 1, rounding: "half_up" };

/** An achievement rate (1 = 100 ％) as a percentage for display: "0.9129" → 「91.3％」. */
export function formatRate(rate: Decimal | null, display: RateDisplay = usual): string {
  return rate === null ? "－" : `${formatFigure(shownPercent(rate, display))}％`;
}

/** The same as a decimal: "0.9129" → "91.3". */
export function shownPercent(rate: Decimal, { places, rounding }: RateDisplay = usual): Decimal {
  const percent = exact(rate).mul(100n);
  if (rounding === "half_up") return toDecimal(percent, places);
  const scale = 10n ** BigInt(places);
  const scaled = percent.mul(scale);
  // Fraction's remainder has the sign of the number, so that ▲47.36 is cut to ▲47.3.
  return toDecimal(scaled.sub(scaled.mod(1n)).div(scale), places);
}
