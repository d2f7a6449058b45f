import type { UnjudgedReason } from "../evaluation/evaluate.ts";
import type { ExpectationSource } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { Derivation, Direction, Series, Theme, ValueKind } from "../indicator/definition.ts";

/** One indicator at one place of a plan with its evaluation of the year, as tables show it. */
export type IndicatorRow = {
  code: string;
  name: string;
  unit: string;
  series: Series;
  direction: Direction;
  valueKind: ValueKind;
  derivation: Derivation | null;
  isRepost: boolean;
  /** Shown at several places without a 再掲 mark. */
  isShared: boolean;
  baselineValue: Decimal | null;
  baselineText: string | null;
  targetText: string;
  /** Null outside the indicator's term and for people who may not see figures. */
  evaluation: EvaluationView | null;
};

export type EvaluationView = {
  actual: Decimal | null;
  actualText: string | null;
  expected: Decimal | null;
  expectedText: string | null;
  expectedFrom: ExpectationSource | null;
  rate: Decimal | null;
  mark: string | null;
  computedMark: string | null;
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

export type NodeLink = {
  kind: "goal" | "policy" | "project";
  code: string;
  number: string;
  name: string;
  themes: Theme[];
};
