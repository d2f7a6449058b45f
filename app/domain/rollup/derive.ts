import { sum } from "../figure/exact.ts";
import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import type { Derivation } from "../indicator/definition.ts";
import type { Regional } from "./aggregate.ts";

/**
 * The regional result of an indicator that is computed from others: 5,639 = 5,300 + 161 + 178.
 * `of` gives the parts' results by year. Completeness adds up: a gap in a part is a gap here.
 */
export function derive(
  derivation: Derivation,
  fy: FiscalYear,
  firstFy: FiscalYear,
  of: (fy: FiscalYear) => readonly Regional[],
): Regional {
  if (derivation !== "running_total_of") return total(of(fy));
  const throughout = total(yearRange(firstFy, fy).flatMap((year) => of(year)));
  const thisYear = total(of(fy));
  // A running total begun in an earlier year is no answer for a year that nobody reported.
  return thisYear.reported === 0
    ? { ...throughout, figure: null, reported: 0, expected: throughout.expected }
    : throughout;
}

function total(parts: readonly Regional[]): Regional {
  const figures = parts.map((part) => part.figure).filter((figure) => figure !== null);
  const only = parts.length === 1 ? parts[0] : undefined;
  const union = (pick: (part: Regional) => string[]) => [...new Set(parts.flatMap(pick))];
  const add = (pick: (part: Regional) => number) => parts.reduce((n, part) => n + pick(part), 0);
  return {
    figure: figures.length > 0 ? sum(figures) : null,
    words: only?.words ?? null,
    reached: only?.reached ?? null,
    reported: add((part) => part.reported),
    expected: add((part) => part.expected),
    missing: union((part) => part.missing),
    provisional: union((part) => part.provisional),
    underSurvey: union((part) => part.underSurvey),
    noData: union((part) => part.noData),
    notApplicable: union((part) => part.notApplicable),
    isDemo: parts.some((part) => part.isDemo),
  };
}
