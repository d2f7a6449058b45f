import { type Decimal, exact, toDecimal } from "../figure/exact.ts";
import type { ValueKind } from "../indicator/definition.ts";

/** How a figure moved: a rate by percentage points, a rank by places, everything else in per cent. */
export type Change = { value: Decimal; by: "percent" | "points" | "places" };

/**
 * A figure against the one of the year before, to one place after the point. Null where either is
 * missing, and in per cent of nothing.
 */
export function changeOf(
  valueKind: ValueKind,
  now: Decimal | null,
  before: Decimal | null,
): Change | null {
  if (now === null || before === null) return null;
  const difference = exact(now).sub(exact(before));
  if (valueKind === "rate") return { value: toDecimal(difference, 1), by: "points" };
  if (valueKind === "rank") return { value: toDecimal(difference, 1), by: "places" };
  const base = exact(before).abs();
  if (base.compare(0) === 0) return null;
  return { value: toDecimal(difference.div(base).mul(100n), 1), by: "percent" };
}

/**
 * What one organisation contributes to the region's target, in per cent to one place. Null where
 * figures are not added up to it, or there is none.
 */
export function shareOfTarget(
  aggregation: string,
  figure: Decimal | null,
  target: Decimal | null,
): Decimal | null {
  if (aggregation !== "sum" || figure === null || target === null) return null;
  const whole = exact(target);
  if (whole.compare(0) <= 0) return null;
  return toDecimal(exact(figure).div(whole).mul(100n), 1);
}
