import type {
  Aggregation,
  Derivation,
  Series,
  TimeAggregation,
} from "#app/domain/indicator/definition.ts";
import type { PlaceContent, PlanContentIndicator } from "#app/domain/plan/content.ts";
import { yearOf } from "#seeds/plans/plan-data.ts";
import { indicatorId, type PlacedIndicator } from "./placed-indicators.ts";

/** How the figures that a derived indicator is computed from become one. */
const aggregationOf: Record<Derivation, Aggregation> = {
  sum_of: "sum",
  running_total_of: "sum",
  running_mean_of: "mean",
  each_of: "single",
  same_as: "single",
};

/** Single years add up over the parts of a year; a state, and what adds up already, is the last one. */
const overTime: Record<Series, TimeAggregation> = {
  annual: "sum",
  cumulative: "last",
  stock: "last",
};

/** An indicator of a plan's data with what follows from its place. */
export function indicatorContent(
  plan: string,
  { data, goal, project, firstFy, lastFy, reporters }: PlacedIndicator,
  shownOn: PlaceContent[],
): PlanContentIndicator {
  const { reporting, baseline, target } = data;
  const derived = "derivation" in reporting;
  const home = project?.code ?? goal.code;
  return {
    id: indicatorId(plan, data.code),
    code: data.code,
    home,
    name: data.name,
    unit: data.unit,
    series: data.series,
    direction: data.direction,
    valueKind: data.valueKind,
    aggregation: derived ? aggregationOf[reporting.derivation] : reporting.aggregation,
    aggregationNote: reporting.note,
    timeAggregation: data.overTime ?? overTime[data.series],
    derivation: derived ? reporting.derivation : null,
    frequency: data.survey ? "every_n_years" : (data.frequency ?? "yearly"),
    surveyInterval: data.survey?.everyYears ?? null,
    surveyFy: data.survey ? yearOf(data.survey.year) : null,
    baselineValue: baseline.value,
    baselineText: baseline.text,
    baselineAsOf: baseline.asOf,
    targetValue: target.value,
    targetText: target.text,
    targetDue: target.due,
    targetFy: target.year && yearOf(target.year),
    targetBound: target.bound ?? null,
    targetFromFy: target.from ? yearOf(target.from) : null,
    rateMethod: data.rateMethod ?? null,
    places: data.places ?? null,
    roadmapCumulative: data.roadmapCumulative ?? false,
    firstFy,
    lastFy,
    source: data.source ?? null,
    feed: data.feed ?? null,
    closedReason: null,
    continues: null,
    reporters: [...reporters],
    parts: derived ? [...reporting.parts] : [],
    roadmap: data.roadmap.map(({ fy, spanFrom, value, text, increment, undecided }) => ({
      fy,
      spanFrom,
      value,
      text,
      increment,
      undecided,
    })),
    // Its home goes first, reposts last.
    shownOn: shownOn.toSorted(
      (a, b) =>
        Number(a.node !== home) - Number(b.node !== home) ||
        Number(a.isRepost) - Number(b.isRepost) ||
        (a.code < b.code ? -1 : 1),
    ),
  };
}
