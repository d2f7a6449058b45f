import { type Exact, exact } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import { readAsOf } from "./as-of.ts";
import type { HealthIndicator } from "./plan.ts";
import { plain } from "./printed-figures.ts";

/** A running count over the term, whose baseline is what one earlier year brought. */
export function countsFromZero(indicator: HealthIndicator): boolean {
  if (indicator.series !== "cumulative" || indicator.valueKind !== "count") return false;
  if (indicator.derivation !== null) return false;
  const { text, asOf } = indicator.baseline;
  // 「これまでの累積」: the count goes on from the baseline.
  if (/累積|累計/u.test(plain(text ?? ""))) return false;
  const years = readAsOf(asOf ?? text);
  return years === null || years.to < firstYear(indicator);
}

/** The first year that counts for the target. */
export function firstYear({ target, firstFy }: HealthIndicator): FiscalYear {
  return target.fromFy ?? firstFy;
}

/** A printed figure, if there is one. */
export function figureOf(value: string | null): Exact | null {
  return value === null ? null : exact(value);
}
