import { sum, whole } from "../figure/exact.ts";
import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import type { Derivation } from "../indicator/definition.ts";
import type { Regional } from "./aggregate.ts";

/**
 * The regional result of an indicator that is computed from others: 5,639 = 5,300 + 161 + 178, or a
 * running mean, (547 + 386) ÷ 2 = 466.5. `of` gives the parts' results by year. Completeness adds
 * up: a gap in a part is a gap here. `each_of` has no figure of its own; its parts are judged.
 */
export function derive(
  derivation: Derivation,
  fy: FiscalYear,
  firstFy: FiscalYear,
  of: (fy: FiscalYear) => readonly Regional[],
): Regional {
  if (derivation === "sum_of" || derivation === "same_as") return total(of(fy));
  if (derivation === "each_of") return { ...total(of(fy)), figure: null };
  const years = yearRange(firstFy, fy).flatMap((year) => of(year));
  const throughout = total(years);
  const thisYear = total(of(fy));
  // What began in an earlier year is no answer for a year that nobody reported.
  if (thisYear.reported === 0)
    return { ...throughout, figure: null, reported: 0, noFigure: thisYear.noFigure };
  if (derivation === "running_total_of" || throughout.figure === null) return throughout;
  const counted = years.filter((part) => part.figure !== null).length;
  return { ...throughout, figure: throughout.figure.div(whole(counted)) };
}

function total(parts: readonly Regional[]): Regional {
  const figures = parts.map((part) => part.figure).filter((figure) => figure !== null);
  const only = parts.length === 1 ? parts[0] : undefined;
  const union = (pick: (part: Regional) => string[]) => [...new Set(parts.flatMap(pick))];
  const add = (pick: (part: Regional) => number) => parts.reduce((n, part) => n + pick(part), 0);
  const nothing = parts.length > 0 && parts.every((part) => part.noFigure !== null);
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
    noFigure: nothing ? (parts[0]?.noFigure ?? null) : null,
    isDemo: parts.some((part) => part.isDemo),
  };
}
