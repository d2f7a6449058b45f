import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";

/** What a person may give beside what is computed: another mark, or the outlook for the last year. */
export const assessmentKinds = ["mark", "outlook"] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** A judgement in force: of an indicator or of a node, for a year. */
export type Assessment = {
  kind: AssessmentKind;
  indicatorId: string | null;
  nodeId: string | null;
  fy: FiscalYear;
  value: string;
  reason: string;
};

/** The judgement of a kind and a subject in a year, if there is one. */
export function findAssessment(
  assessments: readonly Assessment[],
  kind: AssessmentKind,
  subject: { indicatorId: string } | { nodeId: string },
  fy: FiscalYear,
): Assessment | null {
  const found = assessments.find(
    (assessment) =>
      assessment.kind === kind &&
      assessment.fy === fy &&
      ("nodeId" in subject
        ? assessment.nodeId === subject.nodeId
        : assessment.indicatorId === subject.indicatorId),
  );
  return found ?? null;
}
