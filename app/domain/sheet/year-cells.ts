import type { ExpectationSource, RoadmapCell as PlannedCell } from "../evaluation/expectation.ts";
import { displayFigure } from "../figure/display.ts";
import { type Decimal, exact, isDecimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { TargetBound, ValueKind } from "../indicator/definition.ts";
import type { EvaluationView } from "../rollup/row.ts";
import type { SheetResult, TargetCell, YearCell } from "./evaluation-sheet.ts";

/** A cell of the roadmap as a sheet prints it: what is left open has its text only. */
export type RoadmapCell = Omit<PlannedCell, "undecided">;

type Measured = {
  unit: string;
  valueKind: ValueKind;
  places: number | null;
  targetBound: TargetBound | null;
  roadmapCumulative: boolean;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
};

/** The columns of an indicator: for each year its target and what came of it. */
export function yearCells(
  indicator: Measured,
  given: {
    years: readonly FiscalYear[];
    cells: readonly RoadmapCell[];
    results: ReadonlyMap<FiscalYear, EvaluationView>;
    names: Record<string, string>;
  },
): YearCell[] {
  return given.years.map((fy) => {
    const inTerm = fy >= indicator.firstFy && fy <= indicator.lastFy;
    const evaluation = (inTerm && given.results.get(fy)) || null;
    const cell = given.cells.find((candidate) => candidate.fy === fy) ?? null;
    return {
      fy,
      inTerm,
      target: targetOf(indicator, cell, evaluation),
      result: evaluation && resultOf(indicator, evaluation, given.names),
    };
  });
}

/** The year's own target as printed; where none is printed, the one that was computed for it. */
function targetOf(
  indicator: Measured,
  cell: RoadmapCell | null,
  evaluation: EvaluationView | null,
): TargetCell | null {
  const { targetBound, roadmapCumulative } = indicator;
  if (cell) {
    const value = roadmapCumulative ? (cell.increment ?? cell.value) : cell.value;
    return {
      value,
      text: value === null ? cell.text : null,
      bound: targetBound,
      spanFrom: cell.spanFrom,
      from: value === null ? null : "roadmap",
    };
  }
  if (!evaluation || evaluation.expected === null) return null;
  const from: ExpectationSource | null = evaluation.expectedFrom;
  const value = displayFigure(evaluation.expected, indicator);
  return { value, text: null, bound: targetBound, spanFrom: null, from };
}

/** What came of a year, with the digits that people read. */
export function resultOf(
  indicator: Pick<Measured, "valueKind" | "places">,
  evaluation: EvaluationView,
  names: Record<string, string>,
): SheetResult {
  const { reported, expectedReporters } = evaluation;
  return {
    value: displayFigure(evaluation.actual, indicator),
    text: evaluation.actualText,
    rate: evaluation.rate,
    mark: evaluation.mark,
    computedMark: evaluation.computedMark,
    unjudged: evaluation.unjudged,
    reported,
    expectedReporters,
    partial: reported > 0 && reported < expectedReporters,
    provisional: evaluation.provisional.length > 0,
    missing: evaluation.missing.map((slug) => names[slug] ?? slug),
    isDemo: evaluation.isDemo,
  };
}

/** A stretch of columns with one target: a year, or the years of a span (R4～R6の間で9件). */
export type TargetStretch = { from: FiscalYear; to: FiscalYear; target: TargetCell | null };

/** The targets of a row as stretches of columns, left to right, every year in exactly one. */
export function targetStretches(years: readonly YearCell[]): TargetStretch[] {
  const stretches: TargetStretch[] = [];
  for (const { fy, target } of years) {
    const from = Math.min(target?.spanFrom ?? fy, fy);
    let last = stretches.at(-1);
    let start: FiscalYear = fy;
    // A span takes the empty columns before it, as far as it reaches.
    while (last && last.target === null && last.from === last.to && last.from >= from) {
      start = last.from;
      stretches.pop();
      last = stretches.at(-1);
    }
    stretches.push({ from: start, to: fy, target });
  }
  return stretches;
}

const printedAs = /^公表資料の記載：/;

/**
 * Whether a note says more than the figure beside it: 「公表資料の記載：16,639人」 under 16,639 does
 * not, 「公表資料の記載：（集計中）」 does.
 */
export function saysMore(note: string, value: Decimal | null): boolean {
  if (note.trim() === "") return false;
  if (value === null || !printedAs.test(note)) return true;
  const printed = note.replace(printedAs, "").normalize("NFKC").replace(/[\s,]/g, "");
  const number = /^(?:▲|-)?\d+(?:\.\d+)?/.exec(printed)?.[0] ?? "";
  const rest = printed.slice(number.length);
  const plain = number.replace("▲", "-");
  if (!isDecimal(plain) || rest.length > 4 || /\d/.test(rest)) return true;
  return !exact(plain).equals(exact(value));
}
