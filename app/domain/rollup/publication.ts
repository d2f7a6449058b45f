import { type Assessment, findAssessment } from "../evaluation/assessment.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { NarrativePart } from "../indicator/definition.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { EvaluationRow } from "./compute.ts";

/** What an edition freezes of a plan and a year: how it was judged, and what came of it. */
export type PublishedContent = {
  rubric: Rubric;
  evaluations: EvaluationRow[];
  assessments: Assessment[];
  narratives: { nodeId: string; part: NarrativePart; text: string }[];
};

/** An edition of a year; `changes` counts the KPIs that the one before it has otherwise. */
export type ListedEdition = {
  fy: FiscalYear;
  edition: number;
  title: string;
  note: string;
  publishedAt: Date;
  changes: number | null;
};

/** Puts the marks that people set in the place of the computed ones, which stay beside them. */
export function withSetMarks(
  rows: readonly EvaluationRow[],
  assessments: readonly Assessment[],
): EvaluationRow[] {
  const set = assessments.filter((a) => a.kind === "mark" && a.indicatorId !== null);
  if (set.length === 0) return [...rows];
  return rows.map((row) => {
    const found = findAssessment(set, "mark", { indicatorId: row.indicatorId }, row.fy);
    return found ? { ...row, mark: found.value } : row;
  });
}
