import type { RoadmapCell } from "#app/domain/evaluation/expectation.ts";
import type { Finding } from "#app/domain/health/finding.ts";
import type {
  HealthIndicator,
  HealthNode,
  HealthPlace,
  HealthPlan,
} from "#app/domain/health/plan.ts";

/** A cell of a roadmap; a figure of the year unless said otherwise. */
export function cell(
  fy: number | null,
  value: string | null,
  more: Partial<RoadmapCell> = {},
): RoadmapCell {
  const blank = { spanFrom: null, increment: null, undecided: false };
  return { ...blank, fy, value, text: value ?? "", ...more };
}

type Given = Partial<Omit<HealthIndicator, "baseline" | "target" | "places">> & {
  baseline?: Partial<HealthIndicator["baseline"]>;
  target?: Partial<HealthIndicator["target"]>;
  places?: Partial<HealthPlace>[];
};

/** An indicator of R2–R6 that nothing is wrong with, but for what is given. */
export function indicator({ baseline, target, places, ...given }: Given = {}): HealthIndicator {
  const code = given.code ?? "K";
  const name = given.name ?? "取組";
  return {
    code,
    home: "P",
    name,
    unit: "件",
    series: "stock",
    direction: "increase",
    valueKind: "count",
    aggregation: "sum",
    derivation: null,
    parts: [],
    roadmap: [],
    roadmapCumulative: false,
    firstFy: 2020,
    lastFy: 2024,
    source: "業務統計",
    reporters: ["saga"],
    frequency: "yearly",
    surveyInterval: null,
    surveyFy: null,
    actuals: [],
    ...given,
    baseline: { value: "10", text: "10件（R1年度）", asOf: "R1年度", ...baseline },
    target: {
      value: "50",
      text: "50件（R6年度まで）",
      due: "R6",
      fy: 2024,
      fromFy: null,
      ...target,
    },
    places: (places ?? [{}]).map((place) => ({
      node: given.home ?? "P",
      code,
      name,
      role: "kpi",
      isRepost: false,
      printedDifferently: null,
      ...place,
    })),
  };
}

export function node(code: string, more: Partial<HealthNode> = {}): HealthNode {
  const blank = { parent: null, repostOf: null, overviewText: null };
  return { kind: "project", code, name: `取組${code}`, ...blank, ...more };
}

/** A plan of R2–R9 with the project P beside what is given. */
export function plan(
  indicators: readonly HealthIndicator[],
  nodes: readonly HealthNode[] = [],
): HealthPlan {
  const all = nodes.some((given) => given.code === "P") ? nodes : [node("P"), ...nodes];
  return { code: "plan", firstFy: 2020, lastFy: 2027, nodes: all, indicators };
}

/** What a rule found, as 「case: what it quotes」. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(
    (finding) => `${finding.case}: ${finding.evidence.map(({ text }) => text).join(" | ")}`,
  );
}
