import { type Exact, whole } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";

export type Point = { fy: FiscalYear; value: Exact };

/**
 * The slopes between every two points of different years, a year, from the least to the greatest; none
 * of fewer than two points. Their median is the pace of Theil (1950) and Sen (1968), "Estimates of the
 * regression coefficient based on Kendall's tau": one outlying year does not turn it round.
 */
export function sortedSlopes(points: readonly Point[]): Exact[] {
  return points
    .flatMap((a) =>
      points.filter((b) => b.fy > a.fy).map((b) => b.value.sub(a.value).div(whole(b.fy - a.fy))),
    )
    .sort((a, b) => a.compare(b));
}

/**
 * The first, second or third quartile of sorted numbers, null of none: at (n − 1) · k/4 in their order,
 * between two of them in proportion (Hyndman and Fan 1996, type 7). The second is the median.
 */
export function quartile(sorted: readonly Exact[], k: 1 | 2 | 3): Exact | null {
  const place = (sorted.length - 1) * k;
  const index = Math.floor(place / 4);
  const lower = sorted[index];
  if (!lower) return null;
  const upper = sorted[index + 1] ?? lower;
  return lower.add(
    upper
      .sub(lower)
      .mul(whole(place - index * 4))
      .div(4n),
  );
}
