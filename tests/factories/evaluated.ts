import { type Actual, type Evaluated, evaluate } from "#app/domain/evaluation/evaluate.ts";
import type { RoadmapCell } from "#app/domain/evaluation/expectation.ts";
import { exact, toDecimal } from "#app/domain/figure/exact.ts";
import type { Answer } from "#app/domain/rollup/aggregate.ts";
import type { EvaluatedIndicator, YearAnswer } from "#app/domain/rollup/compute.ts";
import {
  type Rubric,
  type RubricData,
  type Rule,
  rubricSchema,
} from "#app/domain/rubric/rubric.ts";

/** ○ from 100 ％, △ from 70 ％, × below, ー where nothing can be said. */
export const bands: readonly Rule[] = [
  { test: "achievement_rate", is: ">=", bound: "1", mark: "○" },
  { test: "achievement_rate", is: ">=", bound: "0.7", mark: "△" },
  { test: "achievement_rate", is: "<", bound: "0.7", mark: "×" },
];

/** A rubric of ○, △, × and ー, with 終 given by hand and 外 outside the counts. */
export function rubricOf(more: Partial<RubricData> = {}): Rubric {
  return rubricSchema.parse({
    name: "試験",
    expectation: "roadmap",
    rate: { default: "ratio", byValueKind: {} },
    marks: [
      { symbol: "○", label: "達成", tone: "good" },
      { symbol: "△", label: "概ね", tone: "fair" },
      { symbol: "×", label: "未達", tone: "poor" },
      { symbol: "ー", label: "判定不能", tone: "none" },
      { symbol: "外", label: "対象外", tone: "none", counted: false },
      { symbol: "終", label: "終了", tone: "none", byHand: true, counted: false },
    ],
    rules: [...bands],
    notJudgeable: "ー",
    incomplete: "withhold",
    combination: "worst",
    ...more,
  } satisfies RubricData);
}

export const cell = (
  fy: number,
  value: string | null,
  more: Partial<RoadmapCell> = {},
): RoadmapCell => ({
  fy,
  value,
  text: value ?? "",
  spanFrom: null,
  increment: null,
  undecided: false,
  ...more,
});

/** An indicator of 2020 to 2024 without a baseline, a target or a roadmap. */
export const measured = (more: Partial<Evaluated> = {}): Evaluated => ({
  series: "stock",
  direction: "increase",
  baselineValue: null,
  targetValue: null,
  targetText: "",
  targetFy: null,
  targetFromFy: null,
  roadmapCumulative: false,
  firstFy: 2020,
  lastFy: 2024,
  roadmap: [],
  valueKind: "count",
  rateMethod: null,
  ...more,
});

/** The region's figure, reported by everybody. */
export const reported = (figure: string | null, more: Partial<Actual> = {}): Actual => ({
  figure: figure === null ? null : exact(figure),
  reached: null,
  complete: true,
  answered: true,
  noFigure: null,
  ...more,
});

/** The judgement of an actual held against the roadmap's cell of 2023. */
export function judge(
  actual: string,
  expected: string | null,
  rubric: Rubric,
  more: Partial<Evaluated> = {},
) {
  const roadmap = expected === null ? [] : [cell(2023, expected)];
  const { mark, unjudged, rate, method, rule } = evaluate(
    measured({ roadmap, ...more }),
    rubric,
    2023,
    reported(actual),
  );
  return { mark, unjudged, rate: rate && toDecimal(rate, 4), method, test: rule?.test ?? null };
}

/** An indicator that organisations report. */
export const collected = (
  id: string,
  reporters: readonly string[],
  more: Partial<EvaluatedIndicator> = {},
): EvaluatedIndicator => ({
  ...measured(),
  id,
  reporters,
  aggregation: "sum",
  timeAggregation: "last",
  derivation: null,
  parts: [],
  frequency: "yearly",
  surveyInterval: null,
  surveyFy: null,
  rubric: rubricOf(),
  ...more,
});

/** One organisation's final answer. */
export const answer = (
  organisation: string,
  value: string | null,
  more: Partial<Answer> = {},
): Answer => ({
  organisation,
  quality: "final",
  value: value === null ? null : exact(value),
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  isDemo: false,
  ...more,
});

/** One organisation's answer for an indicator and a year, or a part of it. */
export const yearAnswer = (
  indicatorId: string,
  fy: number,
  organisation: string,
  value: string | null,
  more: Partial<YearAnswer> = {},
): YearAnswer => ({ ...answer(organisation, value), indicatorId, fy, period: 0, ...more });
