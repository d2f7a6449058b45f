import type { UnjudgedReason } from "../evaluation/evaluate.ts";
import type { ExpectationSource } from "../evaluation/expectation.ts";
import type { Decimal } from "../figure/exact.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { ChangeContext } from "../plan/change-context.ts";
import type { ChangeGroup } from "../plan/change-list.ts";
import type { ChangeKind } from "../rollup/changes.ts";
import type { AnswerContent } from "../rollup/changes-reasons.ts";
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

/** What a KPI was seen as at a time. */
export type PackSeen = {
  actual: Decimal | null;
  actualText: string | null;
  mark: string | null;
  unjudged: UnjudgedReason | null;
};

export type PackChange = {
  code: string;
  name: string;
  unit: string;
  goal: string;
  kind: ChangeKind;
  before: PackSeen | null;
  after: PackSeen | null;
  /** Accepted answers in between that say something else. */
  answers: {
    organisation: string;
    before: AnswerContent | null;
    after: AnswerContent;
    note: string;
  }[];
  /** Why somebody set another mark, or took it back (empty). */
  judgements: string[];
  /** The plan defines it otherwise. */
  isRedefined: boolean;
};

/** Against what the pack's edition is held; null where there is nothing before it. */
export type PackChanges = {
  against: { fy: FiscalYear; edition: number } | null;
  rows: PackChange[];
  /** Why rounds were opened again in between. */
  reopened: string[];
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
