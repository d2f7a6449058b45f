import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exact } from "#app/domain/figure/exact.ts";
import { rubricSchema } from "#app/domain/rubric/rubric.ts";
import { type IndicatorData, isShown, yearOf } from "#seeds/plans/plan-data.ts";
import { kurume } from "./plan.ts";

// The transcribed facts of the document.
type Counts = { kpi_count: number; marks: Record<string, number>; outlook: Record<string, number> };
type Target = {
  no: number;
  name: string;
  unit: string;
  baseline_text: string;
  baseline_value: number | null;
  baseline_asof: string | null;
  baseline_parts?: Record<string, number>;
  target_text: string;
  target_value_H31: number | null;
  target_asof: string;
  direction: "higher" | "lower" | "maintain";
  value_kind: string;
  years: {
    fy: string;
    target_text: string;
    target_value: number | null;
    actual_text: string | null;
    actual_value: number | null;
    mark: string | null;
  }[];
  evaluation_H31_outlook: string;
  single_year_actuals?: Record<string, number>;
};
type Facts = {
  legend: {
    progress: Record<string, string>;
    outlook: Record<string, string>;
  };
  goals: {
    no: number;
    name: string;
    policy_rollup: ({ no: string; name: string } & Counts)[];
    priority_projects: string[];
    numeric_targets: Target[];
  }[];
};

const file = new URL("../../../tests/golden/kurume.facts.json", import.meta.url);
const facts: Facts = JSON.parse(readFileSync(file, "utf8"));
const targets = facts.goals.flatMap((goal) => goal.numeric_targets);
const directions = facts.goals.flatMap((goal) => goal.policy_rollup);
const { published, goals } = kurume;
if (!published) throw new Error("久留米市 has published its results");

const figure = (value: number | null) => (value === null ? null : String(value));
const outcomes = goals
  .flatMap((goal) => goal.outcomes)
  .filter((listed): listed is IndicatorData => !isShown(listed));
const parts = goals.flatMap((goal) => goal.parts ?? []);
const outcome = (no: number) => outcomes[no - 1];

describe("久留米市 as data", () => {
  it("has the goals, directions and numeric targets of the document", () => {
    expect([goals.length, directions.length, targets.length]).toEqual([5, 12, 7]);
    expect(
      goals.map(({ code, number, name, policies, activities }) => ({
        code,
        no: Number(number),
        name,
        directions: policies.map((policy) => [policy.code, policy.number, policy.name]),
        activities: activities?.map((activity) => activity.name),
      })),
    ).toEqual(
      facts.goals.map((goal) => ({
        code: `G${goal.no}`,
        no: goal.no,
        name: goal.name,
        directions: goal.policy_rollup.map(({ no, name }) => [
          `D${directions.findIndex((direction) => direction.no === no) + 1}`,
          no,
          name,
        ]),
        // What stands in square brackets was remarked by the transcription.
        activities: goal.priority_projects.map((name) => name.replace(/ \[.*\]$/, "")),
      })),
    );
    expect(goals.flatMap((goal) => goal.policies.flatMap((policy) => policy.projects))).toEqual([]);
    expect(outcomes.map(({ code }) => code)).toEqual(targets.map(({ no }) => `T${no}`));
    expect(parts.map(({ code }) => code)).toEqual(["T3-s", "T7-a", "T7-b"]);
  });

  it.each(targets)("T$no: $name", (target) => {
    expect(outcome(target.no)).toMatchObject({
      name: target.name,
      unit: target.unit,
      baseline: {
        value: figure(target.baseline_value),
        text: target.baseline_text,
        asOf: target.baseline_asof,
      },
      target: {
        value: figure(target.target_value_H31),
        text: target.target_text,
        due: target.target_asof,
        year: "H31",
      },
      valueKind: target.value_kind === "rate" ? "rate" : "count",
    });
    expect(outcome(target.no)?.roadmap.map(({ fy, value, text }) => ({ fy, value, text }))).toEqual(
      target.years.map((year) => ({
        fy: yearOf(year.fy as "H27"),
        value: figure(year.target_value),
        text: year.target_text,
      })),
    );
    const direction = {
      higher: /^(increase|at_least)$/,
      lower: /^decrease$/,
      maintain: /^at_least$/,
    };
    expect(outcome(target.no)?.direction).toMatch(direction[target.direction]);
  });

  it("keeps the stay of people as it was on weekdays and on holidays", () => {
    const stay = targets[6];
    const halves = parts.filter(({ code }) => code.startsWith("T7-"));
    expect(halves.map((part) => [part.name, part.baseline.value, part.target.value])).toEqual(
      Object.entries(stay?.baseline_parts ?? {}).map(([day, value]) => [
        `${stay?.name}（${day}）`,
        String(value),
        String(value),
      ]),
    );
    for (const half of halves) {
      expect(half.target.text).toBe(stay?.target_text);
      expect(half.roadmap.map(({ value, text }) => [value, text])).toEqual(
        stay?.years.map((year) => [half.baseline.value, year.target_text]),
      );
    }
  });

  it.each(targets)("T$no: results of H27 and H28", (target) => {
    const code = `T${target.no}`;
    for (const { fy, actual_text, actual_value, mark } of target.years) {
      const given = published.marks.filter((m) => m.indicator === code && m.fy === fy);
      expect(given.map((m) => m.value)).toEqual(mark === null ? [] : [mark]);
      const actuals = published.actuals.filter(
        (actual) =>
          actual.fy === fy &&
          (actual.indicator === code || actual.indicator.startsWith(`${code}-`)),
      );
      if (actual_text === null) expect(actuals).toEqual([]);
      else if (target.no === 3) {
        const single = target.single_year_actuals?.[fy] ?? actual_value;
        expect(actuals).toEqual([
          expect.objectContaining({
            indicator: "T3-s",
            quality: "final",
            value: String(single),
            printed: `${single}人`,
          }),
        ]);
      } else {
        expect(actuals).toHaveLength(target.no === 7 ? 2 : 1);
        const quality =
          actual_value !== null ? "final" : actual_text === "—" ? "no_data" : "provisional";
        for (const actual of actuals)
          expect(actual).toMatchObject({
            quality,
            value: figure(actual_value),
            printed: actual_text,
          });
      }
    }
    const outlooks = published.outlooks.filter((given) => given.indicator === code);
    expect(outlooks.map(({ fy, value }) => [fy, value])).toEqual(
      target.evaluation_H31_outlook === "ー" ? [] : [["H28", target.evaluation_H31_outlook]],
    );
  });

  it("prints the mean of the years so far where the single years are kept", () => {
    const single = published.actuals.filter(({ indicator }) => indicator === "T3-s");
    const sum = single.map(({ value }) => exact(value ?? "")).reduce((a, b) => a.add(b));
    const mean = sum.div(single.length);
    expect(mean.toString()).toBe("466.5");
    expect(String(mean.round(outcome(3)?.places).valueOf())).toBe(
      figure(targets[2]?.years[1]?.actual_value ?? null),
    );
  });

  it("has the counts of each direction, which add up", () => {
    expect(
      published.summaries.map(({ node, fy, indicators, marks, outlooks }) => ({
        node,
        fy,
        indicators,
        marks,
        outlooks,
      })),
    ).toEqual(
      directions.map((direction, index) => ({
        node: `D${index + 1}`,
        fy: "H28",
        indicators: direction.kpi_count,
        marks: direction.marks,
        outlooks: direction.outlook,
      })),
    );
    const total = (counts: Record<string, number>) =>
      Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const { indicators, marks, outlooks } of published.summaries)
      expect([total(marks), total(outlooks)]).toEqual([indicators, indicators]);
  });

  it("has the printed marks and the printed scale", () => {
    const rubric = rubricSchema.parse(kurume.rubric);
    const labels = (grades: { symbol: string; label: string }[]) =>
      Object.fromEntries(grades.map(({ symbol, label }) => [symbol, label]));
    expect(labels(rubric.marks)).toEqual(facts.legend.progress);
    expect(labels(rubric.outlook)).toEqual(facts.legend.outlook);
  });
});
