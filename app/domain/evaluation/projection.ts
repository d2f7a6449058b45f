import { type Exact, whole } from "../figure/exact.ts";
import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import type { ValueKind } from "../indicator/definition.ts";
import type { ComparableYear } from "./comparable-years.ts";
import { quartile, sortedSlopes } from "./slopes.ts";

/** A coming year if things go on as they did. `range` needs three values. */
export type ProjectedYear = {
  fy: FiscalYear;
  value: Exact;
  range: { low: Exact; high: Exact } | null;
};

/** Where an indicator is heading, or why nobody can tell. An estimate: it is no figure and is not judged. */
export type Projection =
  | {
      kind: "projected";
      /** The last value, from which it starts. */
      from: ComparableYear;
      years: ProjectedYear[];
      /** The years whose values it rests on. */
      usedFys: FiscalYear[];
      /** One of those values may still change. */
      provisional: boolean;
    }
  | { kind: "none"; because: "no_values" | "one_value" | "due" };

/**
 * Draws the pace of the years so far on from the last value to the target year. The pace is the median of
 * the slopes between every two years (Theil–Sen, as in `proposeOutlook`); what is uncertain about it lies
 * between the lower and the upper quartile of the same slopes, so that half of them are inside. What is
 * counted and never was below zero is not drawn below it.
 */
export function project({
  points,
  dueFy,
  valueKind,
}: {
  points: readonly ComparableYear[];
  /** The last year that is projected. */
  dueFy: FiscalYear;
  valueKind: ValueKind;
}): Projection {
  const sorted = [...points].sort((a, b) => a.fy - b.fy);
  const from = sorted.at(-1);
  if (!from) return { kind: "none", because: "no_values" };
  if (from.fy >= dueFy) return { kind: "none", because: "due" };
  const slopes = sortedSlopes(sorted);
  const [lower, median, upper] = ([1, 2, 3] as const).map((k) => quartile(slopes, k));
  if (!lower || !median || !upper) return { kind: "none", because: "one_value" };
  const zero = whole(0);
  const counts = valueKind === "count" && sorted.every(({ value }) => value.compare(zero) >= 0);
  const at = (fy: FiscalYear, slope: Exact) => {
    const value = from.value.add(slope.mul(whole(fy - from.fy)));
    return counts && value.compare(zero) < 0 ? zero : value;
  };
  return {
    kind: "projected",
    from,
    years: yearRange(from.fy + 1, dueFy).map((fy) => ({
      fy,
      value: at(fy, median),
      range: sorted.length < 3 ? null : { low: at(fy, lower), high: at(fy, upper) },
    })),
    usedFys: sorted.map(({ fy }) => fy),
    provisional: sorted.some(({ provisional }) => provisional),
  };
}
