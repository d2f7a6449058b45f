/** The closed vocabularies of an indicator (DOMAIN.md section 3), shared by rules, tables and forms. */
export const seriesKinds = ["annual", "cumulative", "stock"] as const;
export type Series = (typeof seriesKinds)[number];

export const directions = ["increase", "decrease", "at_least", "at_most", "milestone"] as const;
export type Direction = (typeof directions)[number];

/** Whether less is better. */
export function falls(direction: Direction): boolean {
  return direction === "decrease" || direction === "at_most";
}

export const valueKinds = ["count", "rate", "index", "rank", "text"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** 以上 and 以内 as printed beside a target. */
export const targetBounds = ["at_least", "at_most"] as const;
export type TargetBound = (typeof targetBounds)[number];

/**
 * How the answers of several organisations become the region's figure. `weighted_mean` weighs each
 * value with the denominator given with it; `count_reached` counts who says that it has got there.
 */
export const aggregations = [
  "sum",
  "ratio",
  "mean",
  "weighted_mean",
  "min",
  "max",
  "count_reached",
  "single",
] as const;
export type Aggregation = (typeof aggregations)[number];

/** How the answers of an organisation for the parts of a year become its figure of the year. */
export const timeAggregations = ["sum", "last", "mean"] as const;
export type TimeAggregation = (typeof timeAggregations)[number];

/** How often an indicator is reported. */
export const frequencies = [
  "yearly",
  "half_yearly",
  "quarterly",
  "monthly",
  "every_n_years",
] as const;
export type Frequency = (typeof frequencies)[number];

/** Where a figure comes from when nobody reports it: other indicators of the same plan. */
export const derivations = [
  "sum_of",
  "same_as",
  "running_total_of",
  "running_mean_of",
  "each_of",
] as const;
export type Derivation = (typeof derivations)[number];

export const themes = ["women", "gx", "digital"] as const;
export type Theme = (typeof themes)[number];

/** A strategy cuts across the tree: it links to nodes of it and counts nothing of its own. */
export const nodeKinds = ["goal", "policy", "project", "strategy"] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** What an indicator is at a place: an outcome, a KPI, or a part that another one is computed from. */
export const attachmentRoles = ["outcome", "kpi", "part"] as const;
export type AttachmentRole = (typeof attachmentRoles)[number];

/** The layouts of evaluation sheets, one for each kind of document that plans are reported in. */
export const sheetLayouts = ["summary", "numeric_targets", "measures", "schedule"] as const;
export type SheetLayout = (typeof sheetLayouts)[number];

/** The texts of an evaluation sheet that people write: 概要, 取組, 評価, 課題, 今後の展開. */
export const narrativeParts = [
  "overview",
  "efforts",
  "evaluation",
  "issues",
  "next_steps",
] as const;
export type NarrativePart = (typeof narrativeParts)[number];

export const organisationKinds = [
  "prefecture",
  "economic_body",
  "municipality",
  "council",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What proposes the figures of an indicator: the library of good practices. */
export const feeds = ["practices"] as const;
export type Feed = (typeof feeds)[number];

/** How an organisation stands to a node. */
export const nodeOrganisationRoles = ["lead", "partner", "economic_partner"] as const;
export type NodeOrganisationRole = (typeof nodeOrganisationRoles)[number];
