import { evaluate, type UnjudgedReason } from "../evaluation/evaluate.ts";
import type { ExpectationSource, Measured } from "../evaluation/expectation.ts";
import { toDecimal } from "../figure/exact.ts";
import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import { groupBy } from "../group-by.ts";
import type { Aggregation, Derivation, ValueKind } from "../indicator/definition.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { type Answer, aggregate, isComplete, type Regional } from "./aggregate.ts";
import { derive } from "./derive.ts";

/** An indicator with all that its evaluation depends on. `reporters` are slugs, in order. */
export type EvaluatedIndicator = Measured & {
  id: string;
  valueKind: ValueKind;
  aggregation: Aggregation;
  derivation: Derivation | null;
  parts: readonly string[];
  reporters: readonly string[];
  rubric: Rubric;
};

export type YearAnswer = Answer & { indicatorId: string; fy: FiscalYear };

/** One indicator and year, evaluated, as it is kept. Decimals are written with at most ten places. */
export type EvaluationRow = {
  indicatorId: string;
  fy: FiscalYear;
  actual: string | null;
  actualText: string | null;
  expected: string | null;
  expectedText: string | null;
  expectedFrom: ExpectationSource | null;
  rate: string | null;
  computedMark: string | null;
  mark: string | null;
  unjudged: UnjudgedReason | null;
  reported: number;
  expectedReporters: number;
  missing: string[];
  provisional: string[];
  underSurvey: string[];
  noData: string[];
  notApplicable: string[];
  isDemo: boolean;
};

/**
 * Evaluates indicators for every year of their term from the accepted answers. The parts of derived
 * indicators must be among them.
 */
export function computeEvaluations(
  indicators: readonly EvaluatedIndicator[],
  answers: readonly YearAnswer[],
): EvaluationRow[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const byYear = groupBy(answers, (answer) => `${answer.indicatorId} ${answer.fy}`);

  const regionalOf = (indicator: EvaluatedIndicator, fy: FiscalYear): Regional => {
    if (indicator.derivation === null) {
      const given = byYear.get(`${indicator.id} ${fy}`) ?? [];
      return aggregate(indicator.aggregation, indicator.reporters, given);
    }
    const parts = indicator.parts.flatMap((id) => byId.get(id) ?? []);
    return derive(indicator.derivation, fy, indicator.firstFy, (year) =>
      parts.map((part) => regionalOf(part, year)),
    );
  };

  return indicators.flatMap((indicator) =>
    yearRange(indicator.firstFy, indicator.lastFy).map((fy) =>
      row(indicator, fy, regionalOf(indicator, fy)),
    ),
  );
}

function row(indicator: EvaluatedIndicator, fy: FiscalYear, regional: Regional): EvaluationRow {
  const { expectation, rate, mark, unjudged } = evaluate(indicator, indicator.rubric, fy, {
    figure: regional.figure,
    reached: regional.reached,
    complete: isComplete(regional),
    answered: regional.reported > 0,
  });
  return {
    indicatorId: indicator.id,
    fy,
    actual: regional.figure && toDecimal(regional.figure),
    actualText: regional.words,
    expected: expectation.kind === "value" ? toDecimal(expectation.value) : null,
    expectedText: expectation.kind === "none" ? null : expectation.text,
    expectedFrom: expectation.kind === "none" ? null : expectation.from,
    rate: rate && toDecimal(rate),
    computedMark: mark,
    mark,
    unjudged,
    reported: regional.reported,
    expectedReporters: regional.expected,
    missing: regional.missing,
    provisional: regional.provisional,
    underSurvey: regional.underSurvey,
    noData: regional.noData,
    notApplicable: regional.notApplicable,
    isDemo: regional.isDemo,
  };
}
