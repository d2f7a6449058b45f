import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type {
  AttachmentRole,
  Derivation,
  Direction,
  NarrativePart,
  Series,
  SheetLayout,
  TargetBound,
  ValueKind,
} from "../indicator/definition.ts";
import type { EvaluationView, NodeLink } from "../rollup/row.ts";
import type { NodeSummary } from "../rollup/summary.ts";
import type { PlanNode } from "../rollup/tree.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { Activity, EvaluationSheet } from "./evaluation-sheet.ts";
import type { RoadmapCell } from "./year-cells.ts";

export type SheetNode = PlanNode & NodeLink & { links: string[] };

/** Where an indicator is shown, and as what. */
export type SheetPlace = {
  indicatorId: string;
  nodeId: string;
  role: AttachmentRole;
  code: string;
  name: string;
  isRepost: boolean;
  printedDifferently: string | null;
};

/** What only a node's own row has. */
export type NodeDetails = {
  bureau: string | null;
  fundingTags: string[];
  activities: Activity[];
  organisations: { role: string; shortName: string }[];
  leaders: string[];
};

/** An indicator as the plan defines it. */
export type DefinedIndicator = {
  id: string;
  unit: string;
  series: Series;
  direction: Direction;
  valueKind: ValueKind;
  derivation: Derivation | null;
  baselineValue: Decimal | null;
  baselineText: string | null;
  baselineAsOf: string | null;
  targetValue: Decimal | null;
  targetText: string;
  targetBound: TargetBound | null;
  places: number | null;
  roadmapCumulative: boolean;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
};

/** A plan's roll-up of a year, as far as a sheet needs it. */
export type SheetRollup = {
  plan: EvaluationSheet["plan"] & { sheet: SheetLayout; rubric: Rubric };
  fy: FiscalYear;
  figures: boolean;
  edition: EvaluationSheet["edition"];
  nodes: readonly SheetNode[];
  attachments: readonly SheetPlace[];
  indicators: readonly DefinedIndicator[];
  outlooks: ReadonlyMap<string, string>;
  byNode: ReadonlyMap<string, NodeSummary>;
  organisationNames: Record<string, string>;
};

/** What a sheet shows beside the roll-up, by id of node or indicator. */
export type SheetDetails = {
  nodes: ReadonlyMap<string, NodeDetails>;
  series: ReadonlyMap<string, { cells: RoadmapCell[]; parts: string[] }>;
  results: ReadonlyMap<string, ReadonlyMap<FiscalYear, EvaluationView>>;
  notes: ReadonlyMap<string, { fy: FiscalYear; text: string }[]>;
  narratives: Partial<Record<NarrativePart, string>>;
};
