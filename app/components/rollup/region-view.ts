import type { NodeKind, OrganisationKind } from "#app/domain/indicator/definition.ts";
import type { DueMilestones } from "#app/domain/progress/due-milestones.ts";
import type { PlacedIndicator } from "#app/domain/rollup/filter.ts";
import type { Movement } from "#app/domain/rollup/movement.ts";
import type { IndicatorRow, NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";

/** What the parts of the region page show. */
export type RegionView = {
  plan: {
    code: string;
    name: string;
    ownerKind: OrganisationKind;
    levelNames: Record<Exclude<NodeKind, "strategy">, string> & { strategy?: string };
    rubric: Rubric;
  };
  fy: number;
  figures: boolean;
  /** The published edition that is read in place of today's figures. */
  edition: { edition: number } | null;
  /** Short names by slug. */
  organisationNames: Record<string, string>;
  total: NodeSummary;
  size: { policies: number; projects: number; reposts: number };
  milestones: DueMilestones | null;
  movement: RegionMovementView | null;
  indicators: readonly PlacedIndicator[];
  goals: readonly RegionGoal[];
};

export type RegionMovementView = Movement<PlacedIndicator> & {
  since: { fy: number; edition: number | null };
};

export type RegionGoal = {
  node: NodeLink & { lead: { shortName: string } | null };
  summary: NodeSummary;
  leaders: readonly string[];
  milestones: DueMilestones | null;
  missing: readonly { slug: string; count: number }[];
  indicators: readonly IndicatorRow[];
  policies: readonly { node: NodeLink; summary: NodeSummary; onlyReposts: boolean }[];
};
