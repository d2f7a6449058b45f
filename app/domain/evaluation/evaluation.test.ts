import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { exact, toDecimal, whole } from "../figure/exact.ts";
import type { Direction } from "../indicator/definition.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { rubricSchema } from "../rubric/rubric.ts";
import { achievementRate } from "./achievement-rate.ts";
import { combineMarks } from "./combine.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import {
  type Expectation,
  expectationFor,
  type Measured,
  type RoadmapCell,
} from "./expectation.ts";

const kurume: Rubric = rubricSchema.parse({
  name: "久留米市 進捗度",
  expectation: "roadmap",
  rate: { default: "ratio", byValueKind: { rate: "improvement" } },
  marks: [
    { symbol: "○", label: "達成", tone: "good" },
    { symbol: "△", label: "概ね達成", tone: "fair" },
    { symbol: "×", label: "未達", tone: "poor" },
    { symbol: "ー", label: "判定不能", tone: "none" },
  ],
  rules: [
    { test: "achievement_rate", is: ">=", bound: "1", mark: "○" },
    { test: "achievement_rate", is: ">=", bound: "0.7", mark: "△" },
    { test: "achievement_rate", is: "<", bound: "0.7", mark: "×" },
    { test: "milestone", reached: true, mark: "○" },
    { test: "milestone", reached: false, mark: "×" },
  ],
  notJudgeable: "ー",
  incomplete: "withhold",
  combination: "worst",
});

const cell = (fy: number, value: string | null, more: Partial<RoadmapCell> = {}): RoadmapCell => ({
  fy,
  value,
  text: value ?? "",
  spanFrom: null,
  increment: null,
  undecided: false,
  ...more,
});

const indicator = (more: Partial<Evaluated> = {}): Evaluated => ({
  series: "stock",
  direction: "increase",
  baselineValue: null,
  targetValue: null,
  targetText: "",
  targetFy: null,
  targetFromFy: null,
  roadmapCumulative: false,
  firstFy: 2020,
  lastFy: 2024,
  roadmap: [],
  valueKind: "count",
  rateMethod: null,
  ...more,
});

const expected = (
  measured: Measured,
  fy: number,
  expectation: Rubric["expectation"] = "roadmap",
  withoutLine: Rubric["withoutLine"] = "none",
) => read(expectationFor(measured, fy, { expectation, withoutLine }));

const read = (expectation: Expectation) => {
  if (expectation.kind === "value") return toDecimal(expectation.value);
  return expectation.kind === "words" ? expectation.text : expectation.reason;
};

describe("expectation", () => {
  it("takes the year's roadmap cell", () => {
    const exports = indicator({ roadmap: [cell(2020, "1200"), cell(2021, "1400")] });
    expect(expected(exports, 2021)).toBe("1400");
  });
  it("holds 移住者数, single years under a cumulative roadmap, to the year's own step", () => {
    const migrants = indicator({
      series: "annual",
      roadmapCumulative: true,
      roadmap: [
        cell(2020, "12300"),
        cell(2021, "25400", { increment: "13100" }),
        cell(2022, "40100"),
      ],
    });
    expect(expected(migrants, 2020)).toBe("12300");
    expect(expected(migrants, 2021)).toBe("13100");
    expect(expected(migrants, 2022)).toBe("14700");
  });
  it("promises nothing inside a span before its last year: R4～R6の間で9件", () => {
    const events = indicator({ roadmap: [cell(2024, "9", { spanFrom: 2022 })], targetValue: "9" });
    expect(expected(events, 2022)).toBe("not_due");
    expect(expected(events, 2024)).toBe("9");
  });
  it("leaves ※検討 undecided instead of guessing", () => {
    const tourism = indicator({
      targetValue: "11",
      roadmap: [cell(2024, null, { undecided: true })],
    });
    expect(expected(tourism, 2024)).toBe("undecided");
  });
  it("draws a line where the roadmap is silent: pro rata from zero when cumulative", () => {
    const cumulative = indicator({ series: "cumulative", targetValue: "6000", targetFy: 2024 });
    expect(expected(cumulative, 2021)).toBe("2400");
    const level = indicator({ baselineValue: "4507", targetValue: "8500", targetFy: 2024 });
    expect(expected(level, 2022)).toBe("6902.8");
    expect(expected(level, 2024)).toBe("8500");
    expect(expected(indicator({ targetValue: "100", targetFy: 2024 }), 2021)).toBe("no_baseline");
    expect(expected(indicator(), 2021)).toBe("no_target");
  });
  it("keeps the final target after the due year, and from the first year on when told so", () => {
    const level = indicator({ baselineValue: "0", targetValue: "10", targetFy: 2022 });
    expect(expected(level, 2024)).toBe("10");
    expect(expected(level, 2020, "final")).toBe("10");
  });
  it("reads words as words", () => {
    const words = indicator({
      direction: "milestone",
      targetText: "全県で実施",
      roadmap: [cell(2022, null, { text: "複数県で実施" })],
    });
    expect(expected(words, 2022)).toBe("複数県で実施");
    expect(expected(words, 2023)).toBe("全県で実施");
  });
});

const rate = (
  actual: string,
  goal: string,
  direction: Direction,
  method: "ratio" | "improvement",
  baseline: string | null = null,
) => {
  const result = achievementRate(
    {
      actual: exact(actual),
      expected: exact(goal),
      baseline: baseline === null ? null : exact(baseline),
    },
    direction,
    method,
  );
  return "rate" in result ? toDecimal(result.rate, 4) : result.undefinedBecause;
};

describe("achievement rate, on figures that 久留米市 published", () => {
  it("転出超過 H27: 550 ÷ 547 is above 100 ％", () =>
    expect(rate("547", "550", "decrease", "ratio")).toBe("1.0055"));
  it("就職率 H28: (11.2 − 12.1) ÷ (14.0 − 12.1) is below zero although 11.2 ÷ 14.0 is 80 ％", () => {
    expect(rate("11.2", "14.0", "increase", "improvement", "12.1")).toBe("-0.4737");
    expect(rate("11.2", "14.0", "increase", "ratio")).toBe("0.8");
  });
  it("住み続けたい H28: (76.4 − 75.4) ÷ (77.0 − 75.4) is exactly 62.5 ％", () =>
    expect(rate("76.4", "77.0", "increase", "improvement", "75.4")).toBe("0.625"));
  it("観光客 H27: 525 ÷ 530", () => expect(rate("525", "530", "increase", "ratio")).toBe("0.9906"));
});

describe("achievement rate at the edges", () => {
  it("a decrease to zero or below is fully achieved", () => {
    expect(rate("0", "100", "decrease", "ratio")).toBe("1");
    expect(rate("-20", "100", "at_most", "ratio")).toBe("1");
    expect(rate("0", "0", "decrease", "ratio")).toBe("1");
  });
  it("says that it cannot be computed rather than inventing a number", () => {
    expect(rate("5", "0", "increase", "ratio")).toBe("no_ratio");
    expect(rate("-1", "-2.38", "increase", "ratio")).toBe("no_ratio");
    expect(rate("5", "10", "increase", "improvement")).toBe("no_baseline");
  });
  it("falls back to ratio where the expectation is at or behind the baseline", () => {
    expect(rate("79", "80", "increase", "improvement", "80")).toBe("0.9875");
    expect(rate("79", "78", "increase", "improvement", "79.6")).toBe("1.0128");
  });
});

const marked = (actual: string, goal: string) =>
  evaluate(indicator({ roadmap: [cell(2023, goal)] }), kurume, 2023, {
    figure: exact(actual),
    reached: null,
    complete: true,
    answered: true,
    noFigure: null,
  }).mark;

describe("marks", () => {
  it("has exact bounds: [70, 100)", () => {
    expect(marked("70", "100")).toBe("△");
    expect(marked("69.9999999999", "100")).toBe("×");
    expect(marked("99.9999999999", "100")).toBe("△");
    expect(marked("100", "100")).toBe("○");
    expect(marked("2.1", "3")).toBe("△");
  });

  test.prop([
    fc.integer({ min: 1, max: 10 ** 9 }),
    fc.integer({ min: 1, max: 10 ** 9 }),
    fc.integer({ min: -9, max: 9 }),
  ])("do not change when the unit is scaled", (actual, goal, power) => {
    const scale = (n: number) =>
      toDecimal(
        power < 0 ? whole(n).div(10n ** BigInt(-power)) : whole(n).mul(10n ** BigInt(power)),
      );
    expect(marked(scale(actual), scale(goal))).toBe(marked(String(actual), String(goal)));
  });

  test.prop([fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 6 })])(
    "a decreasing indicator mirrors an increasing one",
    (a, b) => {
      expect(rate(String(a), String(b), "decrease", "ratio")).toBe(
        rate(String(b), String(a), "increase", "ratio"),
      );
      expect(rate(String(-a), String(-b), "decrease", "improvement", "0")).toBe(
        rate(String(a), String(b), "increase", "improvement", "0"),
      );
    },
  );

  it("are withheld on partial figures, and absent where nobody answered", () => {
    const measured = indicator({ roadmap: [cell(2023, "10")] });
    const partial = {
      figure: exact("100"),
      reached: null,
      complete: false,
      answered: true,
      noFigure: null,
    };
    expect(evaluate(measured, kurume, 2023, partial)).toMatchObject({
      mark: null,
      unjudged: "incomplete",
    });
    expect(evaluate(measured, { ...kurume, incomplete: "flag" }, 2023, partial).mark).toBe("○");
    const silent = {
      figure: null,
      reached: null,
      complete: false,
      answered: false,
      noFigure: null,
    };
    expect(evaluate(measured, kurume, 2023, silent)).toMatchObject({
      mark: null,
      unjudged: "not_reported",
    });
  });

  it("of milestones in words follow the judgement of a person", () => {
    const words = indicator({ direction: "milestone", targetText: "全県で実施" });
    const said = (reached: boolean | null) =>
      evaluate(words, kurume, 2023, {
        figure: null,
        reached,
        complete: true,
        answered: true,
        noFigure: null,
      }).mark;
    expect([said(true), said(false), said(null)]).toEqual(["○", "×", "ー"]);
  });
});

describe("a project's mark", () => {
  const best: Rubric = { ...kurume, combination: "best" };
  const combine = (marks: (string | null)[], rubric: Rubric) =>
    combineMarks(
      marks.map((mark) => ({ mark, rate: null })),
      rubric,
    );
  it("is the worst or the best of its indicators, and none while one is open", () => {
    expect(combine(["○", "×", "△"], kurume)).toBe("×");
    expect(combine(["○", "×", "△"], best)).toBe("○");
    expect(combine(["ー", "△"], kurume)).toBe("△");
    expect(combine(["ー"], kurume)).toBe("ー");
    expect(combine(["○", null], kurume)).toBeNull();
    expect(combine([], kurume)).toBeNull();
  });
});

it("refuses a rubric whose rule gives an unknown mark", () => {
  expect(rubricSchema.safeParse({ ...kurume, notJudgeable: "？" }).error?.issues[0]?.message).toBe(
    "rubric.unknown_mark",
  );
});
