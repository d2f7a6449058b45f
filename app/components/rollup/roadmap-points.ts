import type { RoadmapData, RoadmapPoint } from "#app/components/charts/roadmap-data.ts";
import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Direction, ValueKind } from "#app/domain/indicator/definition.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { isPartial } from "./indicator-table.tsx";
import { printedText } from "./printed-text.ts";

type Cell = {
  fy: number | null;
  spanFrom: number | null;
  value: string | null;
  text: string;
  increment: string | null;
};

/** What a plan says of an indicator's way. */
export type RoadmapSource = {
  unit: string;
  direction: Direction;
  valueKind: ValueKind;
  firstFy: number;
  lastFy: number;
  roadmap: readonly Cell[];
  roadmapCumulative: boolean;
  baselineText: string | null;
  baselineValue: string | null;
  targetText: string;
  targetValue: string | null;
};

type Evaluated = EvaluationView & { fy: number };

/** The roadmap of an indicator with what became of each year, for the chart. */
export function roadmapOf(
  indicator: RoadmapSource,
  evaluations: readonly Evaluated[],
  marks: Rubric["marks"],
): RoadmapData {
  const { unit, direction, baselineText, baselineValue, targetText, targetValue } = indicator;
  return {
    unit,
    direction,
    baseline: baselineText ? { label: baselineText, value: baselineValue } : null,
    points: roadmapPoints(indicator, evaluations, marks),
    finalTarget: { label: printedText(targetText), value: targetValue },
  };
}

function roadmapPoints(
  indicator: RoadmapSource,
  evaluations: readonly Evaluated[],
  marks: Rubric["marks"],
): RoadmapPoint[] {
  const cells = indicator.roadmap;
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
