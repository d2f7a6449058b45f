import type { RoadmapPoint } from "#app/components/charts/roadmap-data.ts";
import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { isPartial } from "./indicator-table.tsx";

type Cell = {
  fy: number | null;
  spanFrom: number | null;
  value: string | null;
  text: string;
  increment: string | null;
};

/** The years of an indicator's roadmap with what became of them, for the chart. */
export function roadmapPoints(
  indicator: { firstFy: number; lastFy: number; valueKind: ValueKind; roadmapCumulative: boolean },
  cells: readonly Cell[],
  evaluations: readonly (EvaluationView & { fy: number })[],
  marks: Rubric["marks"],
): RoadmapPoint[] {
  return yearRange(indicator.firstFy, indicator.lastFy).map((fy) => {
    const cell = cells.find((candidate) => candidate.fy === fy);
    const evaluation = evaluations.find((candidate) => candidate.fy === fy) ?? null;
    return {
      fy,
      target: indicator.roadmapCumulative
        ? (cell?.increment ?? cell?.value ?? null)
        : (cell?.value ?? null),
      targetText: cell?.text ?? null,
      spanFrom: cell?.spanFrom ?? null,
      actual: displayFigure(evaluation?.actual ?? null, indicator),
      actualText: evaluation?.actualText ?? null,
      absence: absenceOf(evaluation),
      provisional: (evaluation?.provisional.length ?? 0) > 0,
      partial: isPartial(evaluation),
      demo: evaluation?.isDemo ?? false,
      mark: marks.find((mark) => mark.symbol === evaluation?.mark) ?? null,
    };
  });
}

function absenceOf(evaluation: EvaluationView | null): string | null {
  if (!evaluation || evaluation.reported > 0) return null;
  if (evaluation.underSurvey.length > 0) return "調査中";
  if (evaluation.expectedReporters === 0) return "対象外";
  const reason: UnjudgedReason = "not_reported";
  return unjudgedLabels[reason];
}
