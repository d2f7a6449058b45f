import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import { type Theme, themes } from "../indicator/definition.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { markSides } from "./furthest.ts";
import type { IndicatorRow, NodeLink } from "./row.ts";

/** An indicator of a plan, once, with where it belongs and who answers for it. */
export type PlacedIndicator = IndicatorRow & {
  id: string;
  role: "outcome" | "kpi";
  /** Where it stands first. */
  place: { goal: NodeLink; policy: NodeLink | null; project: NodeLink | null };
  /** The codes of all goals and policies that it is shown in. */
  goals: readonly string[];
  policies: readonly string[];
  themes: readonly Theme[];
  /** Slugs; of one that is computed those of its parts. */
  reporters: readonly string[];
  targetFy: FiscalYear | null;
  /** Whether the plan names a target for this very year. */
  hasOwnTarget: boolean;
};

/**
 * Marks taken together, and why there is none: `open` is what missed its target or is not reported in
 * full, the question of every meeting.
 */
export const markGroups = ["open", "missed", "not_reported", "incomplete", "unmarked"] as const;
export type MarkGroup = (typeof markGroups)[number];

/** What a roll-up can be narrowed down to, by the names of the address; null where it is not. */
export type RegionFilter = {
  pt: string | null;
  policy: string | null;
  theme: Theme | null;
  /** Who reports it. */
  org: string | null;
  /** A symbol of the rubric, or a group. */
  mark: string | null;
  /** The year of the target, or `this` for what has a target in the year that is shown. */
  due: string | null;
  /** `1`: only what is reported in full; together with `org`, by that one. */
  reported: string | null;
};

export const filterNames = ["pt", "policy", "theme", "org", "mark", "due", "reported"] as const;
export type FilterName = (typeof filterNames)[number];

/** What there is to choose from. */
export type FilterChoices = Record<FilterName, readonly string[]>;

/** All that the indicators of a plan's year can be narrowed down to. */
export function filterChoices(
  indicators: readonly PlacedIndicator[],
  {
    goals,
    policies,
    organisations,
    rubric,
  }: {
    goals: readonly string[];
    policies: readonly string[];
    /** In the order of tables. */
    organisations: readonly string[];
    rubric: Pick<Rubric, "marks">;
  },
): FilterChoices {
  const reporters = new Set(indicators.flatMap((each) => each.reporters));
  const years = new Set(indicators.flatMap(({ targetFy }) => targetFy ?? []));
  const used = new Set(indicators.flatMap((each) => each.themes));
  return {
    pt: goals,
    policy: policies,
    theme: themes.filter((theme) => used.has(theme)),
    org: organisations.filter((slug) => reporters.has(slug)),
    mark: [...markGroups, ...rubric.marks.map(({ symbol }) => symbol)],
    due: ["this", ...[...years].sort((a, b) => a - b).map(String)],
    reported: ["1"],
  };
}

/** Reads a filter from an address. What is not among the choices is left out and named. */
export function parseFilter(
  query: URLSearchParams,
  choices: FilterChoices,
): { filter: RegionFilter; ignored: FilterName[] } {
  const filter: Record<string, string | null> = {};
  const ignored: FilterName[] = [];
  for (const name of filterNames) {
    const given = query.get(name) ?? "";
    const known = choices[name].includes(given);
    filter[name] = known ? given : null;
    if (given !== "" && !known) ignored.push(name);
  }
  return { filter: filter as RegionFilter, ignored };
}

/** The part of an address that reads as the filter, without the conditions `except`. */
export function filterQuery(filter: RegionFilter, except?: FilterName): Record<string, string> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filter[name];
      return value === null || name === except ? [] : [[name, value]];
    }),
  );
}

/** The indicators that meet every condition, in their order. */
export function filterIndicators<Row extends PlacedIndicator>(
  indicators: readonly Row[],
  filter: RegionFilter,
  rubric: Pick<Rubric, "marks">,
): Row[] {
  const has = (list: readonly string[], wanted: string | null) =>
    wanted === null || list.includes(wanted);
  return indicators.filter(
    (each) =>
      has(each.goals, filter.pt) &&
      has(each.policies, filter.policy) &&
      has(each.themes, filter.theme) &&
      has(each.reporters, filter.org) &&
      hasMark(each, filter.mark, rubric) &&
      isDue(each, filter.due) &&
      (filter.reported === null || isReported(each, filter.org)),
  );
}

function hasMark(
  { evaluation }: PlacedIndicator,
  wanted: string | null,
  rubric: Pick<Rubric, "marks">,
): boolean {
  if (wanted === null) return true;
  if (evaluation === null) return false;
  const { mark, unjudged } = evaluation;
  const missed = mark !== null && markSides(rubric).behind.includes(mark);
  const waits = mark === null && (unjudged === "not_reported" || unjudged === "incomplete");
  switch (wanted) {
    case "open":
      return missed || waits || evaluation.missing.length > 0;
    case "missed":
      return missed;
    case "not_reported":
    case "incomplete":
      return mark === null && unjudged === wanted;
    case "unmarked":
      return mark === null && !waits;
    default:
      return mark === wanted;
  }
}

function isDue({ hasOwnTarget, targetFy }: PlacedIndicator, wanted: string | null): boolean {
  if (wanted === null) return true;
  return wanted === "this" ? hasOwnTarget : String(targetFy) === wanted;
}

function isReported({ evaluation }: PlacedIndicator, organisation: string | null): boolean {
  if (evaluation === null || evaluation.reported === 0) return false;
  const { missing } = evaluation;
  return organisation === null ? missing.length === 0 : !missing.includes(organisation);
}
