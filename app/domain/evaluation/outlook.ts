import { type Exact, whole } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import { type Direction, falls } from "../indicator/definition.ts";
import { type Point, quartile, sortedSlopes } from "./slopes.ts";

/** What an outlook is proposed from. `points` hold the baseline where its year is known. */
export type Trend = {
  direction: Direction;
  points: readonly Point[];
  target: Exact;
  dueFy: FiscalYear;
};

/**
 * A proposal for the 達成見込み: how good (`A` likely, `B` with effort, `C` hard), and the numbers it
 * rests on. `pace` is the yearly change of the last years, `needed` the yearly change that is left
 * to make; both positive where they lead to the target. Null pace: too few years to tell.
 */
export type ProposedOutlook =
  | { step: "A" | "B" | "C"; because: "reached" | "due" }
  | { step: "A" | "B" | "C"; because: "pace"; pace: Exact; needed: Exact; years: number }
  | { step: null; because: "too_few_years" };

/**
 * Holds the pace of the years so far against the pace still needed: enough is A, at least half of it
 * is B, less is C. The pace is the median of the slopes between every two years (Theil–Sen), which
 * one outlying year cannot turn round. A figure that meets the target today counts as A only if the
 * pace does not lead away from it again by the due year.
 */
export function proposeOutlook({ direction, points, target, dueFy }: Trend): ProposedOutlook {
  const sorted = [...points].sort((a, b) => a.fy - b.fy);
  const last = sorted.at(-1);
  if (!last) return { step: null, because: "too_few_years" };
  const ahead = (value: Exact) => (falls(direction) ? target.sub(value) : value.sub(target));
  const remaining = dueFy - last.fy;
  const reached = ahead(last.value).compare(0) >= 0;
  if (remaining <= 0) return { step: reached ? "A" : "C", because: "due" };
  const slope = quartile(sortedSlopes(sorted), 2);
  if (slope === null)
    return reached ? { step: "A", because: "reached" } : { step: null, because: "too_few_years" };
  const pace = falls(direction) ? slope.neg() : slope;
  const needed = ahead(last.value).neg().div(whole(remaining));
  const years = sorted.length;
  if (reached)
    return { step: pace.compare(needed) >= 0 ? "A" : "B", because: "pace", pace, needed, years };
  const enough = pace.compare(needed) >= 0;
  const half = pace.mul(2n).compare(needed) >= 0;
  return { step: enough ? "A" : half ? "B" : "C", because: "pace", pace, needed, years };
}
