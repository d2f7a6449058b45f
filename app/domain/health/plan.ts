import type { RoadmapCell } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type {
  Aggregation,
  AttachmentRole,
  Derivation,
  Direction,
  Frequency,
  NodeKind,
  Series,
  ValueKind,
} from "../indicator/definition.ts";

/** A plan's definitions as the health check reads them: everything by its code, as printed. */
export type HealthPlan = {
  code: string;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  nodes: readonly HealthNode[];
  indicators: readonly HealthIndicator[];
};

export type HealthNode = {
  kind: NodeKind;
  code: string;
  name: string;
  parent: string | null;
  /** The code of the original of a 再掲. */
  repostOf: string | null;
  /** What the overview page of the plan prints as the project's KPI. */
  overviewText: string | null;
};

export type HealthIndicator = {
  code: string;
  /** The code of the node it is at home in. */
  home: string;
  name: string;
  unit: string;
  series: Series;
  direction: Direction;
  valueKind: ValueKind;
  aggregation: Aggregation;
  derivation: Derivation | null;
  /** Codes of the indicators it is computed from. */
  parts: readonly string[];
  baseline: { value: Decimal | null; text: string | null; asOf: string | null };
  target: {
    value: Decimal | null;
    text: string;
    due: string | null;
    fy: FiscalYear | null;
    /** The first year that it counts, where that is not the indicator's first (H29～31年度). */
    fromFy: FiscalYear | null;
  };
  roadmap: readonly RoadmapCell[];
  /** The roadmap adds the years up although the indicator counts each year by itself. */
  roadmapCumulative: boolean;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  source: string | null;
  /** Slugs of the organisations that report it. */
  reporters: readonly string[];
  frequency: Frequency;
  /** Years from one survey to the next, where it is measured by a survey that is not yearly. */
  surveyInterval: number | null;
  /** A year in which the survey was made. */
  surveyFy: FiscalYear | null;
  places: readonly HealthPlace[];
  /** Final regional results, as far as the reader may see them. */
  actuals: readonly { fy: FiscalYear; value: Decimal | null; text: string | null }[];
};

/** One place of the plan that shows an indicator. */
export type HealthPlace = {
  node: string;
  code: string;
  name: string;
  role: AttachmentRole;
  isRepost: boolean;
  /** What this place prints otherwise than the others. */
  printedDifferently: string | null;
};
