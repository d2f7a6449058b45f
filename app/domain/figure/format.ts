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

/** An achievement rate (1 = 100 ％) as a percentage rounded half up for display: "0.9129" → 「91.3％」. */
export function formatRate(rate: Decimal | null, places = 1): string {
  if (rate === null) return "－";
  return `${formatFigure(toDecimal(exact(rate).mul(100n), places))}％`;
}
