import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rubricSchema } from "#app/domain/rubric/rubric.ts";
import { type BarData, isShown, type ListedIndicator } from "#seeds/plans/plan-data.ts";
import { mine } from "./plan.ts";

// The transcribed facts of the document.
type Schedule = Record<string, string | null>;
type Kpi = {
  name: string;
  unit: string;
  baseline_text: string | null;
  baseline_value: number | null;
  baseline_asof: string | null;
  target_text: string;
  target_value: number | null;
  target_asof: string;
  direction: "higher" | "lower";
  cumulative?: boolean;
  ambiguous?: boolean;
};
type Facts = {
  goals: {
    no: number;
    name: string;
    numeric_targets: Kpi[];
    strategies: {
      no: string;
      name: string;
      measures: {
        no: string;
        name: string;
        detail_in_document: boolean;
        related_important_strategies: number[];
        kpis: Kpi[];
        initiatives: { name: string; schedule: Schedule }[];
      }[];
    }[];
  }[];
  important_strategies: {
    no: number;
    name: string;
    schedule: Schedule[];
    related_measures: string[];
  }[];
};

const file = new URL("../../../tests/golden/mine.facts.json", import.meta.url);
const facts: Facts = JSON.parse(readFileSync(file, "utf8"));
const measures = facts.goals.flatMap((goal) =>
  goal.strategies.flatMap((strategy) => strategy.measures),
);
const projects = mine.goals.flatMap((goal) => goal.policies.flatMap((policy) => policy.projects));
const strategies = mine.strategies ?? [];

const figure = (value: number | null) => (value === null ? null : String(value));

function expectAsPrinted(listed: ListedIndicator | undefined, kpi: Kpi) {
  if (!listed || isShown(listed)) throw new Error("No indicator of its own");
  expect(listed).toMatchObject({
    name: kpi.name,
    unit: kpi.unit,
    baseline: {
      value: figure(kpi.baseline_value),
      text: kpi.baseline_text,
      asOf: kpi.baseline_asof,
    },
    target: {
      value: figure(kpi.target_value),
      text: kpi.ambiguous
        ? `${kpi.target_text}（目標値の欄に記載。現状値の可能性あり）`
        : kpi.target_text,
      due: kpi.target_asof,
      year: "H31",
    },
    direction: kpi.direction === "lower" ? "decrease" : "increase",
    roadmap: [],
    reporting: { reporters: ["mine"], aggregation: "single" },
  });
  expect(listed.series === "cumulative").toBe(kpi.cumulative ?? false);
}

/** The texts of a schedule, each to where its arrow ends. */
function bars(schedule: Schedule): BarData[] {
  const drawn: BarData[] = [];
  for (const [year, text] of Object.entries(schedule) as ["H27", string | null][]) {
    const before = drawn.at(-1);
    if (text === null) continue;
    if (/^[→ ]+$/.test(text)) {
      if (!before) throw new Error("An arrow from nowhere");
      before.to = year;
    } else drawn.push({ from: year, text });
  }
  return drawn;
}

describe("美祢市 as data", () => {
  it("has the tree and the counts of the document", () => {
    const policies = mine.goals.flatMap((goal) => goal.policies);
    expect([mine.goals.length, policies.length, projects.length, strategies.length]).toEqual([
      4, 11, 23, 4,
    ]);
    expect(mine.goals.flatMap((goal) => goal.outcomes)).toHaveLength(5);
    expect(projects.flatMap((project) => project.indicators)).toHaveLength(4);
    expect(projects.flatMap((project) => project.activities ?? [])).toHaveLength(11);
    expect(
      mine.goals.map((goal) => [
        goal.code,
        goal.number,
        goal.name,
        goal.policies.map((policy) => [
          policy.code,
          policy.number,
          policy.name,
          policy.projects.map(({ code, number, name }) => [code, number, name]),
        ]),
      ]),
    ).toEqual(
      facts.goals.map((goal) => [
        `G${goal.no}`,
        String(goal.no),
        goal.name,
        goal.strategies.map((strategy) => [
          strategy.no,
          strategy.no,
          strategy.name,
          strategy.measures.map(({ no, name }) => [no, no, name]),
        ]),
      ]),
    );
  });

  it.each(facts.goals)("目標 $no: numeric targets", ({ no, numeric_targets }) => {
    const goal = mine.goals[no - 1];
    expect(goal?.outcomes.map(({ code }) => code)).toEqual(
      numeric_targets.map((_, index) => `G${no}-t${index + 1}`),
    );
    for (const [index, target] of numeric_targets.entries())
      expectAsPrinted(goal?.outcomes[index], target);
  });

  it.each(measures)("施策 $no: KPIs and schedule", (measure) => {
    const project = projects.find(({ code }) => code === measure.no);
    expect(project?.indicators.map(({ code }) => code)).toEqual(
      measure.kpis.map((_, index) => `${measure.no}-${"ab"[index]}`),
    );
    for (const [index, kpi] of measure.kpis.entries())
      expectAsPrinted(project?.indicators[index], kpi);
    expect(
      (project?.activities ?? []).map((activity) => ({
        name: activity.name,
        bars: activity.bars ?? [],
      })),
    ).toEqual(measure.initiatives.map(({ name, schedule }) => ({ name, bars: bars(schedule) })));
  });

  it.each(facts.important_strategies)("重要戦略 $no: schedule", (printed) => {
    const strategy = strategies[printed.no - 1];
    expect(strategy).toMatchObject({
      code: `S${printed.no}`,
      number: String(printed.no),
      name: printed.name,
    });
    expect(strategy?.activities.map((activity) => activity.bars)).toEqual(
      printed.schedule.map(bars),
    );
  });

  it("links strategies and measures as printed from either side", () => {
    const links = (pairs: string[]) => [...pairs].sort();
    const fromStrategies = facts.important_strategies.flatMap(({ no, related_measures }) =>
      related_measures.map((measure) => `S${no} ${measure}`),
    );
    const fromMeasures = measures.flatMap(({ no, related_important_strategies }) =>
      related_important_strategies.map((strategy) => `S${strategy} ${no}`),
    );
    expect([fromStrategies.length, fromMeasures.length]).toEqual([37, 37]);
    const loaded = strategies.flatMap(({ code, projects }) =>
      projects.map((project) => `${code} ${project}`),
    );
    expect(links(loaded)).toEqual(links(fromStrategies));
    expect(loaded.filter((link) => !fromMeasures.includes(link))).toEqual(["S3 4-2-2"]);
    expect(fromMeasures.filter((link) => !loaded.includes(link))).toEqual(["S3 4-2-1"]);
  });

  it("publishes no results, and says that the rubric is not the city's", () => {
    expect(mine.published).toBeUndefined();
    expect(rubricSchema.parse(mine.rubric).name).toContain("市の公表した基準がない");
  });
});
