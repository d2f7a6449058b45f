import type { RoadmapCell } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type {
  ActivityContent,
  PlanContent,
  PlanContentIndicator,
  PlanContentNode,
} from "./content.ts";
import { isSame } from "./merge.ts";
import type { SubjectKind } from "./revision.ts";

/** What happened to a node or an indicator between two versions. */
export const changeKinds = ["added", "reposted", "changed", "moved", "merged", "closed"] as const;
export type ChangeKind = (typeof changeKinds)[number];

const textFields = [
  "number",
  "name",
  "parent",
  "repostOf",
  "purpose",
  "overviewText",
  "bureau",
  "home",
  "unit",
  "series",
  "direction",
  "valueKind",
  "aggregation",
  "aggregationNote",
  "timeAggregation",
  "derivation",
  "frequency",
  "baselineText",
  "baselineAsOf",
  "targetText",
  "targetDue",
  "targetBound",
  "rateMethod",
  "source",
  "feed",
  "closedReason",
  "mergedInto",
] as const;
const figureFields = ["baselineValue", "targetValue"] as const;
const yearFields = ["firstFy", "lastFy", "targetFy", "targetFromFy", "surveyFy"] as const;
const listFields = [
  "activities",
  "themes",
  "organisations",
  "leaders",
  "fundingTags",
  "links",
  "reporters",
  "parts",
  "shownOn",
] as const;
export type TextField = (typeof textFields)[number];
export type FigureField = (typeof figureFields)[number];
export type YearField = (typeof yearFields)[number];
export type ListField = (typeof listFields)[number];

/** One difference: before and after of a field, what came into a list and left it, or a cell. */
export type FieldChange =
  | { kind: "text"; field: TextField; before: string | null; after: string | null }
  | { kind: "figure"; field: FigureField; before: Decimal | null; after: Decimal | null }
  | { kind: "year"; field: YearField; before: FiscalYear | null; after: FiscalYear | null }
  | { kind: "list"; field: ListField; added: string[]; removed: string[] }
  | { kind: "cell"; fy: FiscalYear | null; before: RoadmapCell | null; after: RoadmapCell | null };

export type SubjectChange = {
  kind: SubjectKind;
  code: string;
  name: string;
  change: ChangeKind;
  /** None of what is new: everything of it is. */
  fields: FieldChange[];
};

/**
 * Every difference between two versions of a plan, nodes first, in the order of the later one. Where
 * a thing stands among its siblings is no difference, and neither are ids.
 */
export function diffPlans(before: PlanContent, after: PlanContent): SubjectChange[] {
  const nodes = new Map(before.nodes.map((node) => [node.code, node]));
  const indicators = new Map(before.indicators.map((one) => [one.code, one]));
  return [
    ...after.nodes.flatMap((node) => diffNode(nodes.get(node.code) ?? null, node) ?? []),
    ...after.indicators.flatMap(
      (one) => diffIndicator(indicators.get(one.code) ?? null, one) ?? [],
    ),
  ];
}

export function diffNode(
  before: PlanContentNode | null,
  after: PlanContentNode,
): SubjectChange | null {
  const { code, name } = after;
  const subject = { kind: "node" as const, code, name };
  if (!before)
    return { ...subject, change: after.repostOf === null ? "added" : "reposted", fields: [] };
  const fields = changedFields(flat(before), flat(after));
  if (fields.length === 0) return null;
  const closed = before.closedReason === null && after.closedReason !== null;
  const moved = before.parent !== after.parent;
  const merged = after.mergedInto !== null;
  const change = closed ? (merged ? "merged" : "closed") : moved ? "moved" : "changed";
  return { ...subject, change, fields };
}

export function diffIndicator(
  before: PlanContentIndicator | null,
  after: PlanContentIndicator,
): SubjectChange | null {
  const { code, name } = after;
  const subject = { kind: "indicator" as const, code, name };
  if (!before) return { ...subject, change: "added", fields: [] };
  const fields = [
    ...changedFields(flat(before), flat(after)),
    ...changedCells(before.roadmap, after.roadmap),
  ];
  if (fields.length === 0) return null;
  const closed = before.closedReason === null && after.closedReason !== null;
  const change = closed ? "closed" : before.home !== after.home ? "moved" : "changed";
  return { ...subject, change, fields };
}

type Flat = Partial<Record<string, unknown>>;

/** One level of fields, lists as the texts that a reader would see in them. */
function flat(subject: PlanContentNode | PlanContentIndicator): Flat {
  if ("kind" in subject) {
    const { project, ...node } = subject;
    return {
      ...node,
      ...project,
      activities: node.activities.map(activityText),
      organisations: node.organisations.map(({ slug, role }) => `${slug} ${role}`),
      leaders: node.leaders.map(({ office }) => office),
    };
  }
  // Its home is a field of its own.
  const elsewhere = subject.shownOn.filter((place) => place.node !== subject.home);
  return { ...subject, shownOn: elsewhere.map(({ node, code }) => `${code} ${node}`) };
}

function activityText({ name, bars }: ActivityContent): string {
  const schedule = bars.map(({ fromFy, toFy, text }) => `${fromFy}-${toFy ?? ""} ${text}`);
  return [name, ...schedule].join("\n");
}

function changedFields(before: Flat, after: Flat): FieldChange[] {
  const differs = (field: string) => !isSame(before[field] ?? null, after[field] ?? null);
  const values = <Value>(field: string) => ({
    before: (before[field] ?? null) as Value | null,
    after: (after[field] ?? null) as Value | null,
  });
  return [
    ...textFields
      .filter(differs)
      .map((field) => ({ kind: "text" as const, field, ...values<string>(field) })),
    ...figureFields
      .filter(differs)
      .map((field) => ({ kind: "figure" as const, field, ...values<Decimal>(field) })),
    ...yearFields
      .filter(differs)
      .map((field) => ({ kind: "year" as const, field, ...values<FiscalYear>(field) })),
    ...listFields.filter(differs).flatMap((field) => {
      const lists = values<string[]>(field);
      const was = lists.before ?? [];
      const is = lists.after ?? [];
      const added = is.filter((item) => !was.includes(item));
      const removed = was.filter((item) => !is.includes(item));
      return added.length + removed.length > 0
        ? [{ kind: "list" as const, field, added, removed }]
        : [];
    }),
  ];
}

/** Cells by their year; those whose column cannot be told, by their text. */
function changedCells(
  before: readonly RoadmapCell[],
  after: readonly RoadmapCell[],
): FieldChange[] {
  const keyOf = ({ fy, text }: RoadmapCell) => (fy === null ? text : String(fy));
  const was = new Map(before.map((cell) => [keyOf(cell), cell]));
  const is = new Map(after.map((cell) => [keyOf(cell), cell]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key) => {
    const pair = { before: was.get(key) ?? null, after: is.get(key) ?? null };
    if (isSame(pair.before, pair.after)) return [];
    return [{ kind: "cell" as const, fy: (pair.after ?? pair.before)?.fy ?? null, ...pair }];
  });
}
