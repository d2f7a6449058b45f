import type { z } from "zod";
import { displayFigure } from "#app/domain/figure/display.ts";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { EvaluationView, NamedIndicator } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { PlanReading } from "#app/services/plan/read.server.ts";
import type { Rollup } from "#app/services/rollup/read.server.ts";
import type { IndicatorReading } from "#app/services/rollup/read-indicator.server.ts";
import type * as schemas from "./schemas.ts";

type Definition = z.infer<typeof schemas.indicatorDefinition>;
type Place = { nodeId: string; code: string; name: string; isRepost: boolean };
type IndicatorColumns = PlanReading["indicators"][number];

/** A plan's definition as the API gives it. */
export function presentPlan(reading: PlanReading): z.infer<typeof schemas.planDefinition> {
  const { plan, nodes, indicators, attachments, planVersion } = reading;
  const { version, title, firstFy, effectiveOn } = planVersion;
  const codeOf = new Map(nodes.map((node) => [node.id, node.code]));
  return {
    code: plan.code,
    name: plan.name,
    years: yearRange(plan.firstFy, plan.lastFy),
    version: { version, title, firstFy, effectiveOn },
    nodes: nodes.map((node) => ({
      code: node.code,
      kind: node.kind,
      parent: (node.parentId && codeOf.get(node.parentId)) ?? null,
      number: node.number,
      name: node.name,
      lead: node.lead?.shortName ?? null,
      themes: node.themes,
      repostOf: (node.repostOfId && codeOf.get(node.repostOfId)) ?? null,
    })),
    indicators: indicators.flatMap((indicator) => {
      const places = attachments.filter((place) => place.indicatorId === indicator.id);
      return presentDefinition(indicator, places, codeOf);
    }),
  };
}

/** An indicator, and an entry of its own for each place where it is a 再掲. */
function presentDefinition(
  indicator: IndicatorColumns,
  places: readonly Place[],
  codeOf: ReadonlyMap<string, string>,
): Definition[] {
  const nodeCodes = (list: readonly Place[]) => list.flatMap((p) => codeOf.get(p.nodeId) ?? []);
  const own = places.filter((place) => !place.isRepost);
  const original: Definition = {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    nodes: nodeCodes(own),
    aliases: own.map((place) => place.code).filter((code) => code !== indicator.code),
    series: indicator.series,
    direction: indicator.direction,
    valueKind: indicator.valueKind,
    aggregation: indicator.aggregation,
    repostOf: null,
    baseline: {
      value: indicator.baselineValue,
      text: indicator.baselineText,
      asOf: indicator.baselineAsOf,
    },
    target: {
      value: indicator.targetValue,
      text: indicator.targetText,
      due: indicator.targetFy,
      from: indicator.targetFromFy,
      bound: indicator.targetBound,
    },
    frequency: indicator.frequency,
    timeAggregation: indicator.timeAggregation,
    derivation: indicator.derivation,
    roadmap: indicator.roadmap.map(({ fy, spanFrom, value, text, increment, undecided }) => ({
      fy,
      spanFrom,
      value,
      text,
      increment,
      undecided,
    })),
  };
  const reposts = places.filter((place) => place.isRepost);
  return [
    original,
    ...reposts.map((place) => ({
      ...original,
      code: place.code,
      name: place.name,
      nodes: nodeCodes([place]),
      aliases: [],
      repostOf: indicator.code,
    })),
  ];
}

/** The roll-up of a year as the API gives it: every indicator once, every node. */
export function presentRollup(reading: Rollup): z.infer<typeof schemas.rollup> {
  return {
    fy: reading.fy,
    published: reading.figures,
    indicators: reading.indicators.map((indicator) =>
      presentResult(
        indicator,
        reading.evaluations.get(indicator.id) ?? null,
        reading.outlooks.get(indicator.id) ?? null,
      ),
    ),
    nodes: reading.nodes.map((node) => {
      const summary = reading.byNode.get(node.id);
      return {
        code: node.code,
        kind: node.kind,
        mark: summary?.mark ?? null,
        computedMark: summary?.computedMark ?? null,
        counted: summary?.counted ?? 0,
        ...countsOf(summary?.counts ?? {}, reading.plan.rubric),
        outlooks: summary?.outlooks ?? {},
      };
    }),
  };
}

/** Marks that count apart from those that stand outside the counts. */
function countsOf(counts: Record<string, number>, { marks }: Rubric) {
  const outside = new Set(marks.filter((mark) => !mark.counted).map((mark) => mark.symbol));
  const entries = Object.entries(counts);
  return {
    counts: Object.fromEntries(entries.filter(([mark]) => !outside.has(mark))),
    outsideCounts: Object.fromEntries(entries.filter(([mark]) => outside.has(mark))),
  };
}

/** What an indicator came to in a year, with the outlook that a person gave. */
export function presentResult(
  indicator: NamedIndicator,
  evaluation: EvaluationView | null,
  outlook: string | null,
): z.infer<typeof schemas.indicatorResult> {
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    actual: evaluation?.actual ?? null,
    actualPrinted: displayFigure(evaluation?.actual ?? null, indicator),
    actualText: evaluation?.actualText ?? null,
    expected: evaluation?.expected ?? null,
    expectedText: evaluation?.expectedText ?? null,
    achievementRate: evaluation?.rate ?? null,
    mark: evaluation?.mark ?? null,
    computedMark: evaluation?.computedMark ?? null,
    outlook,
    unjudged: evaluation?.unjudged ?? null,
    reported: evaluation?.reported ?? null,
    expectedReporters: evaluation?.expectedReporters ?? null,
    missing: evaluation?.missing ?? [],
    provisional: (evaluation?.provisional.length ?? 0) > 0,
    provisionalReporters: evaluation?.provisional ?? [],
    notApplicable: evaluation?.notApplicable ?? [],
    demo: evaluation?.isDemo ?? false,
  };
}

function outlookOf({ assessments, fy }: IndicatorReading): string | null {
  return assessments.find((a) => a.kind === "outlook" && a.fy === fy)?.value ?? null;
}

/** One indicator with its year's result and what each organisation contributed. */
export function presentIndicator(
  reading: IndicatorReading,
): z.infer<typeof schemas.indicatorAnswer> | null {
  const { indicator, places, evaluation, reporters } = reading;
  const codeOf = new Map(places.map((place) => [place.nodeId, place.node.code]));
  const [definition] = presentDefinition(indicator, places, codeOf);
  if (!definition) return null;
  return {
    ...definition,
    fy: reading.fy,
    published: reading.figures,
    result: evaluation && presentResult(indicator, evaluation, outlookOf(reading)),
    reporters: presentReporters(reporters),
  };
}

/** Every reporter with its accepted answers, one entry for each period; an empty one for silence. */
export function presentReporters(
  reporters: IndicatorReading["reporters"],
): z.infer<typeof schemas.reporterAnswer>[] {
  return reporters.flatMap(({ slug, shortName, answers }) =>
    (answers.length > 0 ? answers : [null]).map((answer) => ({
      organisation: slug,
      name: shortName,
      period: answer?.period ?? 0,
      quality: answer?.quality ?? null,
      value: answer?.value ?? null,
      numerator: answer?.numerator ?? null,
      denominator: answer?.denominator ?? null,
      words: answer?.words ?? null,
      note: answer?.note ?? "",
      acceptedAt: answer?.acceptedAt.toISOString() ?? null,
      acceptedBy: answer?.acceptedBy ?? null,
      demo: answer?.isDemo ?? false,
    })),
  );
}
