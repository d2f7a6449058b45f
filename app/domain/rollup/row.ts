import type { UnjudgedReason } from "../evaluation/evaluate.ts";
import type { Decimal } from "../figure/exact.ts";
import type {
  Derivation,
  Direction,
  NodeKind,
  Series,
  Theme,
  ValueKind,
} from "../indicator/definition.ts";
import type { EvaluationRow } from "./compute.ts";

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
  /** The outlook for the last year, as a person gave it in this year. */
  outlook: string | null;
  /** What this place prints otherwise than the indicator's own. */
  printedDifferently: string | null;
  /** The places after the point with which its computed figure is printed. */
  places: number | null;
};

/** An indicator as a table or a file names it, with how its figures are written. */
export type NamedIndicator = Pick<IndicatorRow, "code" | "name" | "unit" | "valueKind" | "places">;

/** An evaluation as pages show it, wherever its indicator and year are known. */
export type EvaluationView = Omit<EvaluationRow, "indicatorId" | "fy">;

export type NodeLink = {
  kind: NodeKind;
  code: string;
  number: string;
  name: string;
  themes: Theme[];
};

/** A KPI or a project that is counted, with its mark. */
export type Counted = {
  kind: "indicator" | "project";
  code: string;
  name: string;
  mark: string | null;
  computedMark: string | null;
  unjudged: UnjudgedReason | null;
  /** Whether the year is one of the KPI's; otherwise it is listed and not counted. */
  inTerm: boolean;
};
