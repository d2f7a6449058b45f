import type { Decimal } from "#app/domain/figure/exact.ts";
import { type FiscalYear, parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type {
  Aggregation,
  Derivation,
  Direction,
  Feed,
  Frequency,
  NodeKind,
  Series,
  SheetLayout,
  TargetBound,
  Theme,
  TimeAggregation,
  ValueKind,
} from "#app/domain/indicator/definition.ts";
import type { Quality } from "#app/domain/observation/states.ts";
import type { VersionKind } from "#app/domain/plan/revision.ts";
import type { RateMethod, RubricData } from "#app/domain/rubric/rubric.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";

/** A plan as data: what is printed, and the decisions that the printed page leaves open. */
export type PlanData = {
  code: string;
  name: string;
  nickname: string | null;
  owner: OrganisationSlug;
  firstFy: PrintedYear;
  lastFy: PrintedYear;
  /** The term of the indicators of a goal; projects say their own. */
  outcomeTerm: { firstFy: PrintedYear; lastFy: PrintedYear };
  levelNames: Record<Exclude<NodeKind, "strategy">, string> & { strategy?: string };
  /** Who takes part in every goal beside its lead and economic partners. */
  participants: readonly OrganisationSlug[];
  sheet: SheetLayout;
  rubric: RubricData;
  goals: readonly GoalData[];
  strategies?: readonly StrategyData[];
  published?: PublishedData;
  /** The plan's versions, the oldest first, where it was revised; the last one has these goals. */
  versions?: readonly VersionData[];
};

/** A version of the plan, with what is said of single changes by the code of what was changed. */
export type VersionData = {
  kind: VersionKind;
  title: string;
  reason: string;
  firstFy: PrintedYear;
  notes?: Readonly<Record<string, string>>;
  goals: readonly GoalData[];
};

export type GoalData = {
  code: string;
  number: string;
  name: string;
  lead: OrganisationSlug;
  economicPartners?: readonly OrganisationSlug[];
  leaders?: readonly LeaderData[];
  outcomes: readonly ListedIndicator[];
  /** Series that are reported only for others to be computed from; they stand in no list of KPIs. */
  parts?: readonly IndicatorData[];
  activities?: readonly ActivityData[];
  policies: readonly PolicyData[];
};

export type LeaderData = {
  office: string;
  organisation: OrganisationSlug;
  /** The plan does not print it; the office follows from the context. */
  inferred?: true;
};

export type PolicyData = {
  code: string;
  number: string;
  name: string;
  theme?: Theme;
  projects: readonly ProjectData[];
};

export type ProjectData = {
  code: string;
  number: string;
  name: string;
  /** Absent where the plan prints none. */
  purpose?: string;
  firstFy: PrintedYear;
  lastFy: PrintedYear;
  /** What the overview page prints as its KPI; null where it prints none. */
  overviewText?: string | null;
  /** The bureau in charge, as printed. */
  bureau?: string;
  /** The state's grants it is paid from: 地方創生推進. */
  fundingTags?: readonly string[];
  /** Only where it differs from the theme of the policy. */
  theme?: Theme;
  /** The code of the project that is shown again here. */
  repostOf?: string;
  indicators: readonly ListedIndicator[];
  activities?: readonly ActivityData[];
};

/** A strategy that cuts across the plan (重要戦略), with the codes of the projects it links to. */
export type StrategyData = {
  code: string;
  number: string;
  name: string;
  activities: readonly ActivityData[];
  projects: readonly string[];
};

/** A 主な取組 with its schedule; no bar where the document prints none. */
export type ActivityData = { name: string; bars?: readonly BarData[] };

/** A text in the column of a year; `to` is where its arrow ends, and an open end has none. */
export type BarData = { from: PrintedYear; to?: PrintedYear; text: string };

/** A place of the plan lists an indicator of its own or shows one that is at home elsewhere. */
export type ListedIndicator = IndicatorData | ShownIndicator;

/** An indicator that is at home elsewhere; counted once, there. */
export type ShownIndicator = {
  shows: string;
  code: string;
  name: string;
  isRepost: boolean;
  /** What this place prints otherwise than the indicator's own. */
  printedDifferently?: string;
};

export type IndicatorData = {
  code: string;
  name: string;
  unit: string;
  series: Series;
  direction: Direction;
  valueKind: ValueKind;
  baseline: { value: Decimal | null; text: string | null; asOf: string | null };
  target: {
    value: Decimal | null;
    text: string;
    due: string | null;
    year: PrintedYear | null;
    bound?: TargetBound;
    /** The first year that the target counts, where that is not the indicator's first (H29～31年度). */
    from?: PrintedYear;
  };
  roadmap: readonly CellData[];
  /** The roadmap adds the years up although the indicator counts each year by itself. */
  roadmapCumulative?: true;
  reporting: ReportingData;
  /** Yearly unless said; a survey of every so many years names one in which it was made. */
  frequency?: Exclude<Frequency, "yearly" | "every_n_years">;
  survey?: { everyYears: number; year: PrintedYear };
  /** Only where it does not follow from the series: annual adds up, the others take the last. */
  overTime?: TimeAggregation;
  /** Only where the plan's rubric does not decide. */
  rateMethod?: RateMethod;
  /** The places after the point with which its computed figure is printed (466.5 → 467: 0). */
  places?: number;
  /** Only where it differs from the project's first year. */
  firstFy?: PrintedYear;
  /** Only where it differs from the project's last year. */
  lastFy?: PrintedYear;
  source?: string;
  /** What proposes its figures. */
  feed?: Feed;
};

/** What the plan's owner has published: real figures, their marks, and summaries without figures. */
export type PublishedData = {
  editions: readonly { fy: PrintedYear; title: string; note?: string }[];
  actuals: readonly PublishedActual[];
  /** The mark printed for an indicator or a project in a year, and whether it was an outlook. */
  marks: readonly PublishedMark[];
  outlooks: readonly PublishedMark[];
  summaries: readonly PublishedSummary[];
};

/** An actual as printed. `printed` is the text where it says more than the value: 「（集計中）」. */
export type PublishedActual = {
  indicator: string;
  fy: PrintedYear;
  quality: Quality;
  value: Decimal | null;
  words?: string;
  reached?: boolean;
  printed: string;
};

export type PublishedMark = (
  | { indicator: string; node?: undefined }
  | { node: string; indicator?: undefined }
) & { fy: PrintedYear; value: string; reason: string };

/** Counts that a document prints for a node without naming the KPIs. */
export type PublishedSummary = {
  node: string;
  fy: PrintedYear;
  indicators: number;
  marks: Record<string, number>;
  outlooks: Record<string, number>;
};

export type CellData = {
  fy: FiscalYear | null;
  spanFrom: FiscalYear | null;
  value: Decimal | null;
  text: string;
  increment: Decimal | null;
  undecided: boolean;
};

/** Who is asked and how the answers become the region's figure, or what it is computed from. */
export type ReportingData =
  | {
      reporters: "prefectures" | "lead" | readonly OrganisationSlug[];
      aggregation: Aggregation;
      note: string;
    }
  | { derivation: Derivation; parts: readonly string[]; note: string };

/** A year as the plan heads its columns: R2 is FY2020, H31 is FY2019. */
export type PrintedYear = `H${number}` | `R${number}`;

/** The fiscal year of a printed column. Throws RangeError for what is no year. */
export function yearOf(printed: PrintedYear): FiscalYear {
  const fy = parseFiscalYear(printed);
  if (fy === null) throw new RangeError(`Not a fiscal year: ${printed}`);
  return fy;
}

// Cells of a roadmap.

const blank = { spanFrom: null, increment: null, undecided: false };

/** A figure in the column of a year, with the yearly step where one is printed. */
export function cell(
  year: PrintedYear,
  value: Decimal,
  text: string,
  increment: Decimal | null = null,
): CellData {
  return { ...blank, fy: yearOf(year), value, text, increment };
}

/** A milestone in words. */
export function words(year: PrintedYear, text: string): CellData {
  return { ...blank, fy: yearOf(year), value: null, text };
}

/** ※検討: the plan leaves the year open. */
export function undecided(year: PrintedYear, text: string): CellData {
  return { ...blank, fy: yearOf(year), value: null, text, undecided: true };
}

/** One figure for several years (R4～R6の間で9件). */
export function span(from: PrintedYear, to: PrintedYear, value: Decimal, text: string): CellData {
  return { ...blank, fy: yearOf(to), spanFrom: yearOf(from), value, text };
}

/** A figure whose column cannot be told from the printed page. */
export function unplaced(value: Decimal, text: string): CellData {
  return { ...blank, fy: null, value, text };
}

// Who reports.

/** Each prefecture counts its own; the region is the sum. */
export function summedOverPrefectures(note: string): ReportingData {
  return { reporters: "prefectures", aggregation: "sum", note };
}

/** Each prefecture gives numerator and denominator; the region is Σ ÷ Σ. */
export function ratioOverPrefectures(note: string): ReportingData {
  return { reporters: "prefectures", aggregation: "ratio", note };
}

/** The PT's lead organisation gives the region's figure. */
export function onceByLead(note: string): ReportingData {
  return { reporters: "lead", aggregation: "single", note };
}

// Places that show an indicator of another place.

/** 再掲: printed again under another policy. */
export function reposted(shows: string, code: string, name: string): ShownIndicator {
  return { shows, code, name, isRepost: true };
}

/** One indicator of several places without a 再掲 mark. */
export function shared(shows: string, code: string, name: string): ShownIndicator {
  return { shows, code, name, isRepost: false };
}

export function isShown(listed: ListedIndicator): listed is ShownIndicator {
  return "shows" in listed;
}
