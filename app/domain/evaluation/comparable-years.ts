import { type Decimal, type Exact, exact } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import { readAsOf } from "../health/as-of.ts";
import type { Series } from "../indicator/definition.ts";
import { isComplete } from "../rollup/aggregate.ts";

type YearResult = {
  fy: FiscalYear;
  actual: Decimal | null;
  reported: number;
  expectedReporters: number;
  provisional: readonly string[];
};

type Baseline = {
  series: Series;
  baselineValue: Decimal | null;
  baselineText: string | null;
  baselineAsOf: string | null;
};

/** A year's value that may be held against those of other years. */
export type ComparableYear = { fy: FiscalYear; value: Exact; provisional: boolean };

/**
 * The values of an indicator from which a trend may be read, in the order of their years: the complete
 * figures, also provisional ones, after the baseline where that is the value of one earlier year. A
 * partial sum among them would look like a fall, the sum of several years like a leap, and what a running
 * total had reached before it began is none of its own.
 */
export function comparableYears(
  indicator: Baseline,
  results: readonly YearResult[],
): ComparableYear[] {
  const points = results
    .flatMap(({ fy, actual, reported, expectedReporters, provisional }) =>
      actual !== null && isComplete({ reported, expected: expectedReporters })
        ? [{ fy, value: exact(actual), provisional: provisional.length > 0 }]
        : [],
    )
    .sort((a, b) => a.fy - b.fy);
  const { series, baselineValue, baselineText, baselineAsOf } = indicator;
  if (baselineValue === null || series === "cumulative") return points;
  const since = readAsOf(baselineAsOf ?? baselineText);
  if (since === null || since.from !== since.to || points.some(({ fy }) => fy <= since.to))
    return points;
  return [{ fy: since.to, value: exact(baselineValue), provisional: false }, ...points];
}
