import type { Decimal } from "../figure/exact.ts";
import { noFigureReasons, type Rubric } from "../rubric/rubric.ts";

/** What the tree needs of an evaluation; years outside an indicator's term have none. */
export type NodeEvaluation = {
  mark: string | null;
  computedMark: string | null;
  rate: Decimal | null;
  unjudged: string | null;
  reported: number;
  expectedReporters: number;
  isDemo: boolean;
};

/** How a node stands: what the plan counts (KPIs or projects), each once, by mark or by why there is none. */
export type NodeSummary = {
  /** A project's mark: combined from its KPIs, or the one that a person has set. */
  mark: string | null;
  computedMark: string | null;
  /** How many KPIs or projects are counted. */
  counted: number;
  counts: Record<string, number>;
  outlooks: Record<string, number>;
  /** On which nobody reported. */
  notReported: number;
  /** Whose mark is withheld because a reporter is missing. */
  incomplete: number;
  /** Answered, but without a figure or a mark: 調査中, 対象外, a year without the survey. */
  noFigure: number;
  /** With nothing to report in this year. */
  outOfTerm: number;
  /** Answers received and expected, summed over the KPIs. */
  reported: number;
  expectedReporters: number;
  isDemo: boolean;
  /** Some of the counts are those that the plan's owner printed, without naming the KPIs. */
  fromPublished: boolean;
};

/** Counts that a document prints for a node without naming the KPIs. */
export type PrintedCounts = {
  indicators: number;
  marks: Record<string, number>;
  outlooks: Record<string, number>;
};

/** What summaries are made of beside the tree. Figures of one year. */
export type YearFigures = {
  evaluations: ReadonlyMap<string, NodeEvaluation>;
  rubric: Rubric;
  /** Marks that people have set for projects, by node. */
  setMarks?: ReadonlyMap<string, string>;
  /** Outlooks by indicator. */
  outlooks?: ReadonlyMap<string, string>;
  printed?: ReadonlyMap<string, PrintedCounts>;
};

/** What is counted below a node. */
export type Below = { indicators: string[]; projects: string[]; printed: string[] };

/** Counts KPIs, or projects by the marks that their own summaries (`byNode`) have. */
export function summaryOf(
  below: Below,
  countBy: Rubric["countBy"],
  { evaluations, rubric, outlooks, printed }: YearFigures,
  byNode: ReadonlyMap<string, NodeSummary>,
): NodeSummary {
  const byProject = countBy === "project";
  const counts = new Counts(rubric.marks);
  const outlookCounts = new Counts(rubric.outlook);
  const summary = {
    notReported: 0,
    incomplete: 0,
    noFigure: 0,
    outOfTerm: 0,
    reported: 0,
    expectedReporters: 0,
    isDemo: false,
  };
  const count = (mark: string | null, unjudged: string | null) => {
    if (mark !== null) counts.add(mark);
    else if (unjudged === "incomplete") summary.incomplete += 1;
    else if (noFigureReasons.some((reason) => reason === unjudged)) summary.noFigure += 1;
    else summary.notReported += 1;
  };
  for (const id of below.indicators) {
    const evaluation = evaluations.get(id);
    const outlook = outlooks?.get(id);
    if (outlook !== undefined) outlookCounts.add(outlook);
    if (evaluation) {
      if (!byProject) count(evaluation.mark, evaluation.unjudged);
      summary.reported += evaluation.reported;
      summary.expectedReporters += evaluation.expectedReporters;
      summary.isDemo ||= evaluation.isDemo;
    } else if (!byProject) summary.outOfTerm += 1;
  }
  for (const id of byProject ? below.projects : []) {
    const project = byNode.get(id);
    if (!project) continue;
    const { mark } = project;
    if (mark === null && project.outOfTerm === project.counted) summary.outOfTerm += 1;
    else count(mark, whyOpen(project));
  }
  const fromDocument = below.printed.flatMap((id) => printed?.get(id) ?? []);
  for (const document of fromDocument) {
    for (const [mark, number] of Object.entries(document.marks)) counts.add(mark, number);
    for (const [step, number] of Object.entries(document.outlooks)) outlookCounts.add(step, number);
  }
  return {
    mark: null,
    computedMark: null,
    counted:
      (byProject ? below.projects.length : below.indicators.length) +
      fromDocument.reduce((all, document) => all + document.indicators, 0),
    counts: counts.bySymbol,
    outlooks: outlookCounts.bySymbol,
    ...summary,
    fromPublished: fromDocument.length > 0,
  };
}

/** Marks among counts that a rubric does not know: set by people, or published, under another one. */
export function unknownMarks(
  counts: Record<string, number>,
  { marks }: Pick<Rubric, "marks">,
): { symbol: string; count: number }[] {
  const known = new Set(marks.map((mark) => mark.symbol));
  return Object.entries(counts).flatMap(([symbol, count]) =>
    count > 0 && !known.has(symbol) ? [{ symbol, count }] : [],
  );
}

/** Why a project has no mark, by what its KPIs lack most urgently. */
function whyOpen(project: NodeSummary): string | null {
  if (project.incomplete > 0) return "incomplete";
  return project.notReported === 0 && project.noFigure > 0 ? "no_data" : null;
}

/** Counts by symbol; what a scale knows is there from the start, with zero. */
class Counts {
  readonly bySymbol: Record<string, number>;

  constructor(scale: readonly { symbol: string }[]) {
    this.bySymbol = Object.fromEntries(scale.map(({ symbol }) => [symbol, 0]));
  }

  add(symbol: string, number = 1): void {
    this.bySymbol[symbol] = (this.bySymbol[symbol] ?? 0) + number;
  }
}
