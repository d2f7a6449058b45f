import type { UnjudgedReason } from "../evaluation/evaluate.ts";
import type { ExpectationSource } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type {
  Derivation,
  Direction,
  NarrativePart,
  NodeKind,
  OrganisationKind,
  Series,
  SheetLayout,
  TargetBound,
  ValueKind,
} from "../indicator/definition.ts";
import type { NodeLink } from "../rollup/row.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { CountTable } from "./counts.ts";

/**
 * An evaluation sheet (評価調書) of a goal or a strategy in a year, with everything that any layout
 * shows of it. Screen, paper, Excel and PDF are made from this one model: figures have the digits
 * that people read, and nobody rounds or counts after it.
 */
export type EvaluationSheet = {
  layout: SheetLayout;
  plan: {
    code: string;
    name: string;
    firstFy: FiscalYear;
    lastFy: FiscalYear;
    levelNames: Record<Exclude<NodeKind, "strategy">, string> & { strategy?: string };
    ownerKind: OrganisationKind;
  };
  rubric: Rubric;
  fy: FiscalYear;
  /** The columns of its yearly tables. */
  years: FiscalYear[];
  /** The reader may see the figures of `fy`. */
  figures: boolean;
  /** The published edition that is read in place of today's figures. */
  edition: { fy: FiscalYear; edition: number; title: string; note: string } | null;
  node: NodeLink;
  leaders: string[];
  lead: string[];
  partners: string[];
  outcomes: SheetIndicator[];
  sections: SheetSection[];
  activities: Activity[];
  counts: CountTable;
  /** Null where nothing was written. */
  narratives: Record<NarrativePart, string | null>;
  isDemo: boolean;
};

/** A policy with its measures (projects), or of a strategy those that it refers to. */
export type SheetSection = { node: NodeLink; measures: SheetMeasure[] };

export type SheetMeasure = {
  node: NodeLink;
  isRepost: boolean;
  /** The number of the measure that a 再掲 repeats. */
  repostOf: string | null;
  bureau: string | null;
  fundingTags: string[];
  mark: string | null;
  computedMark: string | null;
  indicators: SheetIndicator[];
  activities: Activity[];
  strategies: NodeLink[];
};

/** A 主な取組 with the bars of its schedule; `toFy` is where a bar's arrow ends. */
export type Activity = {
  name: string;
  bars: { fromFy: FiscalYear; toFy: FiscalYear | null; text: string }[];
};

/** An indicator at its place with its years. */
export type SheetIndicator = {
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
  printedDifferently: string | null;
  baseline: { value: Decimal | null; text: string | null; asOf: string | null };
  target: { value: Decimal | null; text: string; bound: TargetBound | null };
  /** One for each of the sheet's years. */
  years: YearCell[];
  outlook: string | null;
  /** What was written to an answer and says more than its figure. */
  notes: { fy: FiscalYear; text: string }[];
  /** Cells of the roadmap whose column cannot be told, as printed. */
  unplaced: string[];
  /** Series that are reported only for it to be computed from. */
  parts: SheetIndicator[];
};

export type YearCell = {
  fy: FiscalYear;
  inTerm: boolean;
  target: TargetCell | null;
  /** Null in later years than the sheet's, outside the term, and where it is not public. */
  result: SheetResult | null;
};

export type TargetCell = {
  value: Decimal | null;
  /** In the place of a value. */
  text: string | null;
  bound: TargetBound | null;
  /** The first year of a span that ends with this column. */
  spanFrom: FiscalYear | null;
  /** Where it comes from; null where it is no figure to be held against. */
  from: ExpectationSource | null;
};

export type SheetResult = {
  value: Decimal | null;
  text: string | null;
  rate: Decimal | null;
  mark: string | null;
  computedMark: string | null;
  unjudged: UnjudgedReason | null;
  reported: number;
  expectedReporters: number;
  /** A figure is there although somebody's part of it is missing. */
  partial: boolean;
  provisional: boolean;
  /** Short names of those whose answer is missing. */
  missing: string[];
  isDemo: boolean;
};
