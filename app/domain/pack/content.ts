import type { ExpectationSource } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { ChangeContext } from "../plan/change-context.ts";
import type { ChangeGroup } from "../plan/change-list.ts";
import type { FieldChange } from "../plan/diff.ts";
import type { ChangeKind } from "../rollup/changes.ts";
import type { AcceptedAnswer, JudgementChange } from "../rollup/changes-reasons.ts";
import type { EvaluationView, NamedIndicator, NodeLink } from "../rollup/row.ts";
import type { NodeSummary } from "../rollup/summary.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { EvaluationSheet, SheetIndicator, SheetResult } from "../sheet/evaluation-sheet.ts";
import type { PackChoice } from "./pack.ts";

/**
 * Everything that stands in a council pack, read of one edition: the PDF and the workbook are made of
 * this, and nobody rounds or counts after it. Nothing in it depends on when or by whom it is made.
 */
export type PackContent = {
  choice: PackChoice;
  plan: EvaluationSheet["plan"];
  rubric: Rubric;
  fy: FiscalYear;
  /** The fiscal year in which the edition was published. */
  thisFy: FiscalYear;
  edition: { edition: number; title: string; note: string; publishedAt: Date };
  /** Whose paper it is. */
  maker: string;
  /** Of the whole plan, where all of its PTs are in the pack. */
  total: NodeSummary | null;
  goals: PackGoal[];
  /** Short names by slug, in the order of tables. */
  organisationNames: Record<string, string>;
  changes: PackChanges;
  revisions: PackRevision[];
  isDemo: boolean;
};

/** A PT (goal) of a pack: its sheet with texts and years, its counts, its KPIs by where they stand. */
export type PackGoal = { sheet: EvaluationSheet; summary: NodeSummary; groups: PackGroup[] };

/** The KPIs at one place: the PT's outcomes, or those of a project. */
export type PackGroup = { policy: string | null; project: string | null; kpis: PackKpi[] };

/** A KPI with what came of it in the pack's year, as its page shows it. */
export type PackKpi = {
  indicator: SheetIndicator;
  /** The indicator's own code, wherever it is shown. */
  code: string;
  /** The year's target; what it says in the place of a figure. */
  expected: Decimal | null;
  expectedText: string | null;
  expectedFrom: ExpectationSource | null;
  /** Null outside its term. */
  result: SheetResult | null;
  /** The achievement rate in per cent with the digits that are read; null where there is none. */
  percent: Decimal | null;
  /** Short names of those who answered, but not finally or without a figure. */
  open: { provisional: string[]; underSurvey: string[]; noData: string[] };
  /** Stands in another PT before this one: counted once in the list of all KPIs. */
  isListedBefore: boolean;
};

/** An answer that was accepted between two editions; by whom is no paper's business. */
type PackAnswer = AcceptedAnswer & { acceptedBy: null };

/** A KPI that was seen otherwise, and why. */
export type PackChange = {
  indicator: NamedIndicator;
  kind: ChangeKind;
  before: EvaluationView | null;
  after: EvaluationView | null;
  why: { answers: PackAnswer[]; judgements: JudgementChange[]; definition: FieldChange[] };
};

/** Projects with another mark, where the plan counts those. */
export type PackChangedProject = {
  node: NodeLink;
  kind: ChangeKind;
  before: string | null;
  after: string | null;
  judgements: JudgementChange[];
};

/** What was seen otherwise since the edition before; `against` is null where there is none. */
export type PackChanges = {
  against: { fy: FiscalYear; edition: number } | null;
  /** By which the marks of each time are shown. */
  marks: { before: Pick<Rubric, "marks">; after: Pick<Rubric, "marks"> };
  groups: { goal: string; indicators: PackChange[]; projects: PackChangedProject[] }[];
};

/** A revision (見直し) that was open when the edition was published, or adopted in the pack's year or since. */
export type PackRevision = {
  number: number;
  title: string;
  purpose: string;
  /** The day of the council's decision; null while it is open. */
  adoptedOn: string | null;
  groups: ChangeGroup[];
  notes: Record<string, string>;
} & ChangeContext;

/** A KPI of the pack with where it stands, each once. */
export type ListedKpi = PackKpi & { goal: EvaluationSheet["node"]; project: string | null };

/** The KPIs of a pack, each once, in the order of the plan. */
export function listedKpis(goals: readonly PackGoal[]): ListedKpi[] {
  return goals.flatMap(({ sheet, groups }) =>
    groups.flatMap(({ project, kpis }) =>
      kpis
        .filter(({ isListedBefore }) => !isListedBefore)
        .map((kpi) => ({ ...kpi, goal: sheet.node, project })),
    ),
  );
}
