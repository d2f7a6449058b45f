/** The closed vocabularies of an indicator (DOMAIN.md section 3), shared by rules, tables and forms. */
export const seriesKinds = ["annual", "cumulative", "stock"] as const;
export type Series = (typeof seriesKinds)[number];

export const directions = ["increase", "decrease", "at_least", "at_most", "milestone"] as const;
export type Direction = (typeof directions)[number];

export const valueKinds = ["count", "rate", "index", "rank", "text"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** How the answers of several organisations become the region's figure. */
export const aggregations = ["sum", "ratio", "single"] as const;
export type Aggregation = (typeof aggregations)[number];

/** Where a figure comes from when nobody reports it: other indicators of the same plan. */
export const derivations = ["sum_of", "same_as", "running_total_of"] as const;
export type Derivation = (typeof derivations)[number];

export const themes = ["women", "gx", "digital"] as const;
export type Theme = (typeof themes)[number];

export const nodeKinds = ["goal", "policy", "project"] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const organisationKinds = [
  "prefecture",
  "economic_body",
  "municipality",
  "council",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
