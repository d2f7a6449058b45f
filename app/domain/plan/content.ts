import type { RoadmapCell } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type {
  Aggregation,
  AttachmentRole,
  Derivation,
  Direction,
  Feed,
  Frequency,
  NodeKind,
  NodeOrganisationRole,
  Series,
  TargetBound,
  Theme,
  TimeAggregation,
  ValueKind,
} from "../indicator/definition.ts";
import type { RateMethod } from "../rubric/rubric.ts";

/**
 * The definition of a plan as one document: what a version of it keeps, what a revision changes and
 * what every reader of a definition reads. Things refer to each other by code, to organisations by
 * slug; an `id` is what figures and texts hang on, the same in every version.
 */
export type PlanContent = {
  /** Siblings in the order of `position`. */
  nodes: PlanContentNode[];
  /** In the order of tables. */
  indicators: PlanContentIndicator[];
};

export type PlanContentNode = {
  id: string;
  kind: NodeKind;
  code: string;
  /** The number as printed: （1）, ①. */
  number: string;
  name: string;
  parent: string | null;
  position: number;
  /** The original of a 再掲; a repost has no KPI, lead or purpose of its own. */
  repostOf: string | null;
  /** Only of projects. */
  project: ProjectContent | null;
  themes: Theme[];
  organisations: { slug: string; role: NodeOrganisationRole }[];
  /** By office, never by name. */
  leaders: { office: string; organisation: string; inferred: boolean }[];
  activities: ActivityContent[];
  /** The nodes that a strategy refers to. */
  links: string[];
  closedReason: string | null;
  mergedInto: string | null;
  /** Its code in the plan that this one succeeds. */
  continues: string | null;
};

export type ProjectContent = {
  purpose: string | null;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  overviewText: string | null;
  bureau: string | null;
  fundingTags: string[];
};

/** A 主な取組 with the bars of its schedule; `toFy` is where the arrow ends, if it does. */
export type ActivityContent = {
  id: string;
  name: string;
  bars: { fromFy: FiscalYear; toFy: FiscalYear | null; text: string }[];
};

export type PlanContentIndicator = {
  id: string;
  code: string;
  /** The node whose PT reviews its figures. */
  home: string;
  name: string;
  unit: string;
  series: Series;
  direction: Direction;
  valueKind: ValueKind;
  aggregation: Aggregation;
  aggregationNote: string;
  timeAggregation: TimeAggregation;
  derivation: Derivation | null;
  frequency: Frequency;
  surveyInterval: number | null;
  surveyFy: FiscalYear | null;
  baselineValue: Decimal | null;
  baselineText: string | null;
  baselineAsOf: string | null;
  targetValue: Decimal | null;
  targetText: string;
  targetDue: string | null;
  targetFy: FiscalYear | null;
  targetBound: TargetBound | null;
  targetFromFy: FiscalYear | null;
  rateMethod: RateMethod | null;
  places: number | null;
  roadmapCumulative: boolean;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  source: string | null;
  feed: Feed | null;
  closedReason: string | null;
  /** Its code in the plan that this one succeeds. */
  continues: string | null;
  /** Slugs, in the order of the organisations. */
  reporters: string[];
  parts: string[];
  roadmap: RoadmapCell[];
  /** Where it is shown, its home among them. */
  shownOn: PlaceContent[];
};

export type PlaceContent = {
  node: string;
  role: AttachmentRole;
  code: string;
  name: string;
  isRepost: boolean;
  printedDifferently: string | null;
  position: number;
};
