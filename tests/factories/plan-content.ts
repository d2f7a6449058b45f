import type {
  PlanContent,
  PlanContentIndicator,
  PlanContentNode,
} from "#app/domain/plan/content.ts";

/** A project of 2021 to 2025, or another node. */
export function node(code: string, more: Partial<PlanContentNode> = {}): PlanContentNode {
  const kind = more.kind ?? "project";
  return {
    id: `id of ${code}`,
    kind,
    code,
    number: "①",
    name: `${code}の名称`,
    parent: null,
    position: 1,
    repostOf: null,
    project:
      kind === "project"
        ? {
            purpose: "目的",
            firstFy: 2021,
            lastFy: 2025,
            overviewText: null,
            bureau: null,
            fundingTags: [],
          }
        : null,
    themes: [],
    organisations: [],
    leaders: [],
    activities: [],
    links: [],
    closedReason: null,
    mergedInto: null,
    continues: null,
    ...more,
  };
}

/** A KPI of 2021 to 2025 that is to reach 100, reported by 佐賀県. */
export function indicator(
  code: string,
  more: Partial<PlanContentIndicator> & { home: string },
): PlanContentIndicator {
  return {
    id: `id of ${code}`,
    code,
    name: `${code}の名称`,
    unit: "件",
    series: "annual",
    direction: "increase",
    valueKind: "count",
    aggregation: "sum",
    aggregationNote: "",
    timeAggregation: "sum",
    derivation: null,
    frequency: "yearly",
    surveyInterval: null,
    surveyFy: null,
    baselineValue: "50",
    baselineText: "現状：50件",
    baselineAsOf: null,
    targetValue: "100",
    targetText: "目標：100件",
    targetDue: null,
    targetFy: 2025,
    targetBound: null,
    targetFromFy: null,
    rateMethod: null,
    places: null,
    roadmapCumulative: false,
    firstFy: 2021,
    lastFy: 2025,
    source: null,
    feed: null,
    closedReason: null,
    continues: null,
    reporters: ["saga"],
    parts: [],
    roadmap: [
      { fy: 2025, spanFrom: null, value: "100", text: "100", increment: null, undecided: false },
    ],
    shownOn: [
      {
        node: more.home,
        role: "kpi",
        code,
        name: `${code}の名称`,
        isRepost: false,
        printedDifferently: null,
        position: 1,
      },
    ],
    ...more,
  };
}

export const content = (
  nodes: PlanContentNode[],
  indicators: PlanContentIndicator[] = [],
): PlanContent => ({ nodes, indicators });
