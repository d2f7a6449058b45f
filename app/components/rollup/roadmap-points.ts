import type {
  RoadmapData,
  RoadmapPoint,
  RoadmapProjection,
} from "#app/components/charts/roadmap-data.ts";
import { comparableYears } from "#app/domain/evaluation/comparable-years.ts";
import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import { project } from "#app/domain/evaluation/projection.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import { type Exact, toDecimal } from "#app/domain/figure/exact.ts";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Direction, Series, ValueKind } from "#app/domain/indicator/definition.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
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
  targetFy: number | null;
  baselineAsOf: string | null;
  series: Series;
  /** The places after the point with which its computed figure is printed. */
  places: number | null;
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
    projection: projectionOf(indicator, evaluations),
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
  if (evaluation.underSurvey.length > 0) return t`調査中`;
  if (evaluation.expectedReporters === 0) return t`対象外`;
  const reason: UnjudgedReason = "not_reported";
  return unjudgedLabels[reason];
}

/** Where the years so far lead to, with as many digits as they have; or why nobody can tell. */
function projectionOf(
  indicator: RoadmapSource,
  evaluations: readonly Evaluated[],
): RoadmapData["projection"] {
  const { direction, valueKind, targetFy, lastFy } = indicator;
  if (direction === "milestone") return null;
  const points = comparableYears(indicator, evaluations);
  // The drawing ends with the KPI's last year.
  const dueFy = Math.min(targetFy ?? lastFy, lastFy);
  const found = project({ points, dueFy, valueKind });
  if (found.kind === "none") return found.because === "due" ? "due" : "too_few_values";
  const printed = (value: Exact) => displayFigure(toDecimal(value), indicator) ?? "";
  const digits = points.map(({ value }) => printed(value).split(".")[1]?.length ?? 0);
  const rounded = (value: Exact) => toDecimal(value, Math.max(...digits));
  const { from, years, usedFys, provisional } = found;
  return {
    from: { fy: from.fy, value: printed(from.value) },
    years: years.map(({ fy, value, range }): RoadmapProjection["years"][number] => ({
      fy,
      value: rounded(value),
      range: range && { low: rounded(range.low), high: rounded(range.high) },
    })),
    usedFys,
    provisional,
  };
}
