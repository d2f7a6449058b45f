import { combineMarks } from "../evaluation/combine.ts";
import {
  type Evaluated,
  type Evaluation,
  evaluate,
  type UnjudgedReason,
} from "../evaluation/evaluate.ts";
import type { ExpectationSource } from "../evaluation/expectation.ts";
import { toDecimal } from "../figure/exact.ts";
import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import { groupBy } from "../group-by.ts";
import type { Aggregation, Derivation, TimeAggregation } from "../indicator/definition.ts";
import { type Period, periodsOf, type Reported } from "../indicator/period.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { type Answer, aggregate, isComplete, notSurveyed, type Regional } from "./aggregate.ts";
import { derive } from "./derive.ts";
import { type YearlyAnswer, yearlyAnswers } from "./over-time.ts";

/** An indicator with all that its evaluation depends on. `reporters` are slugs, in order. */
export type EvaluatedIndicator = Evaluated &
  Reported & {
    id: string;
    aggregation: Aggregation;
    timeAggregation: TimeAggregation;
    derivation: Derivation | null;
    parts: readonly string[];
    reporters: readonly string[];
    rubric: Rubric;
  };

export type YearAnswer = Answer & { indicatorId: string; fy: FiscalYear; period: Period };

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
  /** The computed mark, or the one that a person has set in its place. */
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
 * Evaluates indicators for every year of their term, within a span of years where one is given,
 * from the accepted answers. The parts of derived indicators must be among them. Marks set by people
 * are put in afterwards, by `withSetMarks`.
 */
export function computeEvaluations(
  indicators: readonly EvaluatedIndicator[],
  answers: readonly YearAnswer[],
  span: { firstFy: FiscalYear; lastFy: FiscalYear } = { firstFy: -Infinity, lastFy: Infinity },
): EvaluationRow[] {
  const computed = computer(indicators, answers);
  return indicators.flatMap((indicator) => {
    const from = Math.max(indicator.firstFy, span.firstFy);
    return yearRange(from, Math.min(indicator.lastFy, span.lastFy)).map((fy) =>
      row(indicator.id, fy, computed(indicator, fy)),
    );
  });
}

/** What an indicator came to in a year and how it was judged, before it is written down. */
export type Computed = {
  regional: Regional;
  evaluation: Evaluation;
  /** What went in, one for each organisation that answered; empty where it is derived. */
  answers: readonly YearlyAnswer[];
};

/** Evaluates single indicators and years out of a set, each when it is asked for. */
export function computer(
  indicators: readonly EvaluatedIndicator[],
  answers: readonly YearAnswer[],
): (indicator: EvaluatedIndicator, fy: FiscalYear) => Computed {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const byYear = groupBy(answers, (answer) => `${answer.indicatorId} ${answer.fy}`);
  const partsOf = ({ parts }: EvaluatedIndicator) => parts.flatMap((id) => byId.get(id) ?? []);

  type Found = Pick<Computed, "regional" | "answers">;
  const regionalOf = (indicator: EvaluatedIndicator, fy: FiscalYear): Found => {
    if (indicator.derivation !== null) {
      const parts = partsOf(indicator);
      const regional = derive(indicator.derivation, fy, indicator.firstFy, (year) =>
        parts.map((part) => regionalOf(part, year).regional),
      );
      return { regional, answers: [] };
    }
    const periods = periodsOf(indicator, fy);
    const given = byYear.get(`${indicator.id} ${fy}`) ?? [];
    if (periods.length === 0 && given.length === 0) return { regional: notSurveyed, answers: [] };
    const yearly = yearlyAnswers(given, periods, indicator.timeAggregation);
    const regional = aggregate(indicator.aggregation, indicator.reporters, yearly);
    return { regional, answers: yearly };
  };

  const computed = (indicator: EvaluatedIndicator, fy: FiscalYear): Computed => {
    const found = regionalOf(indicator, fy);
    const { regional } = found;
    const evaluation = evaluate(indicator, indicator.rubric, fy, {
      figure: regional.figure,
      reached: regional.reached,
      complete: isComplete(regional),
      answered: regional.reported > 0 || regional.figure !== null,
      noFigure: regional.noFigure,
    });
    if (indicator.derivation !== "each_of") return { ...found, evaluation };
    const parts = partsOf(indicator).map((part) => computed(part, fy).evaluation);
    return { ...found, evaluation: ofEach(evaluation, parts, indicator.rubric) };
  };
  return computed;
}

/** Two-part indicators (平日と休日): as good as the worse of their parts. */
function ofEach(own: Evaluation, parts: readonly Evaluation[], rubric: Rubric): Evaluation {
  const marks = parts.map(({ mark }) => ({ mark, rate: null }));
  const mark = combineMarks(marks, { ...rubric, combination: "worst" });
  const open = parts.find((part) => part.mark === null) ?? parts.find((part) => part.unjudged);
  const unjudged = mark === null || mark === rubric.notJudgeable ? (open?.unjudged ?? null) : null;
  const rule = parts.find((part) => part.mark === mark)?.rule ?? null;
  return { ...own, rate: null, method: null, mark, unjudged, rule };
}

function row(
  indicatorId: string,
  fy: FiscalYear,
  { regional, evaluation }: Computed,
): EvaluationRow {
  const { expectation, rate, mark, unjudged } = evaluation;
  return {
    indicatorId,
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
