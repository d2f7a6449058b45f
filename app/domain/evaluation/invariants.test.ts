import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { bands, cell, measured, reported, rubricOf } from "#tests/factories/evaluated.ts";
import { type Decimal, type Exact, exact, toDecimal, whole } from "../figure/exact.ts";
import { type Direction, directions, falls } from "../indicator/definition.ts";
import { type Rubric, type Rule, rateMethods } from "../rubric/rubric.ts";
import { achievementRate } from "./achievement-rate.ts";
import { combineMarks } from "./combine.ts";
import { evaluate } from "./evaluate.ts";
import { firstRule } from "./rules.ts";

// What holds of every figure, whatever the numbers.

const numeric = directions.filter((direction) => direction !== "milestone");
const direction = fc.constantFrom(...numeric);
/** A printed decimal: up to seven digits, three places, either sign. */
const decimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => toDecimal(whole(digits).div(10n ** BigInt(places))));
/** A positive number of which a decimal has no end. */
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 999_983 }), fc.integer({ min: 1, max: 99_991 }))
  .map(([n, d]) => whole(n).div(whole(d)));

const times = (value: Decimal | null, factor: Decimal) =>
  value === null ? null : toDecimal(exact(value).mul(exact(factor)), 20);

type Case = {
  actual: Decimal;
  expected: Decimal | null;
  baseline: Decimal | null;
  target: Decimal | null;
  direction: Direction;
};
const cases = fc.record<Case>({
  actual: decimal,
  expected: fc.option(decimal),
  baseline: fc.option(decimal),
  target: fc.option(decimal),
  direction,
});

function judged(
  { actual, expected, baseline, target, direction }: Case,
  rubric: Rubric,
  series: "annual" | "cumulative" | "stock" = "stock",
) {
  const indicator = measured({
    direction,
    series,
    baselineValue: baseline,
    targetValue: target,
    targetFy: 2024,
    roadmap: expected === null ? [] : [cell(2022, expected)],
  });
  return evaluate(indicator, rubric, 2022, reported(actual));
}

const unitFree: Rule[] = [
  { test: "target", is: "equal", mark: "外" },
  { test: "baseline_change", in: "percent", is: "within", bound: "10", mark: "△" },
  { test: "baseline_change", in: "percent", is: ">", bound: "25.5", mark: "○" },
  ...bands,
  { test: "target", is: "above", mark: "○" },
  { test: "target", is: "below", mark: "×" },
];
const rubrics = fc.record({
  expectation: fc.constantFrom("roadmap", "linear", "final", "elapsed_share"),
  withoutLine: fc.constantFrom("none", "final"),
  method: fc.constantFrom(...rateMethods),
  rules: fc.shuffledSubarray(unitFree),
}) as fc.Arbitrary<{
  expectation: Rubric["expectation"];
  withoutLine: Rubric["withoutLine"];
  method: (typeof rateMethods)[number];
  rules: Rule[];
}>;
const asRubric = ({ method, ...more }: typeof rubrics extends fc.Arbitrary<infer R> ? R : never) =>
  rubricOf({ ...more, rate: { default: method, byValueKind: {} } });

describe("another unit", () => {
  const factor = fc.constantFrom("10", "1000", "0.001", "0.3", "7", "12.5", "100000000");

  test.prop([cases, rubrics, factor, fc.constantFrom("annual", "cumulative", "stock" as const)])(
    "changes no mark, no rate and no reason",
    (given, written, k, series) => {
      const scaled: Case = {
        ...given,
        actual: times(given.actual, k) ?? "",
        expected: times(given.expected, k),
        baseline: times(given.baseline, k),
        target: times(given.target, k),
      };
      const rubric = asRubric(written);
      const [one, other] = [judged(given, rubric, series), judged(scaled, rubric, series)];
      expect([other.mark, other.unjudged, other.rule]).toEqual([one.mark, one.unjudged, one.rule]);
      expect(other.rate?.toFraction()).toBe(one.rate?.toFraction());
    },
  );

  it("does change what is asked in the unit: 50 more of 1,000 is 0.05 more of 1", () => {
    const rules: Rule[] = [
      { test: "baseline_change", in: "absolute", is: ">=", bound: "50", mark: "○" },
    ];
    const mark = (actual: string, baseline: string) =>
      judged(
        { actual, expected: null, baseline, target: null, direction: "increase" },
        rubricOf({ rules }),
      ).mark;
    expect([mark("1050", "1000"), mark("1.05", "1")]).toEqual(["○", "ー"]);
  });
});

describe("less is better", () => {
  const rateOf = (
    actual: Exact,
    expected: Exact,
    baseline: Exact | null,
    way: Direction,
    method: "ratio" | "improvement",
  ) => {
    const found = achievementRate({ actual, expected, baseline }, way, method);
    return "rate" in found ? found.rate.toFraction() : found.undefinedBecause;
  };

  test.prop([fraction, fraction])("mirrors the ratio with the two figures swapped", (a, b) => {
    for (const [down, up] of [
      ["decrease", "increase"],
      ["at_most", "at_least"],
    ] as const)
      expect(rateOf(a, b, null, down, "ratio")).toBe(rateOf(b, a, null, up, "ratio"));
  });

  test.prop([decimal, decimal, decimal])(
    "mirrors the improvement with every figure negated, wherever there is a way to go",
    (actual, expected, baseline) => {
      const [a, e, b] = [exact(actual), exact(expected), exact(baseline)];
      fc.pre(e.compare(b) > 0);
      expect(rateOf(a.neg(), e.neg(), b.neg(), "decrease", "improvement")).toBe(
        rateOf(a, e, b, "increase", "improvement"),
      );
    },
  );

  test.prop([
    decimal,
    decimal,
    fc.shuffledSubarray(unitFree.filter((r) => r.test !== "achievement_rate")),
  ])("mirrors rules on target and baseline", (actual, other, rules) => {
    const [a, o] = [exact(actual), exact(other)];
    const mark = (way: Direction, sign: 1 | -1) =>
      firstRule(rules, {
        direction: way,
        actual: a.mul(sign),
        expected: o.mul(sign),
        baseline: o.mul(sign),
        rate: null,
      })?.mark;
    expect(mark("decrease", -1)).toBe(mark("increase", 1));
  });

  test.prop([fraction, fraction, fraction, direction])(
    "never gets worse with a better figure",
    (expected, one, two, way) => {
      const [worse, better] = (falls(way) ? one.compare(two) > 0 : one.compare(two) < 0)
        ? [one, two]
        : [two, one];
      const rate = (actual: Exact) => {
        const found = achievementRate({ actual, expected, baseline: null }, way, "ratio");
        return "rate" in found ? found.rate : null;
      };
      expect(rate(better)?.compare(rate(worse) ?? whole(0))).toBeGreaterThanOrEqual(0);
    },
  );
});

describe("a threshold", () => {
  const marks = ["A", "B", "C", "D", "E"];
  const compared = (rate: Exact) => ({
    direction: "increase" as const,
    actual: rate,
    expected: null,
    baseline: null,
    rate,
  });

  test.prop([fc.integer({ min: 1, max: 2000 }), fraction])(
    "belongs to the band that starts at it, and nothing below does, however near",
    (permille, tiny) => {
      const bound = toDecimal(whole(permille).div(1000n));
      const rules: Rule[] = [
        { test: "achievement_rate", is: ">=", bound, mark: "A" },
        { test: "achievement_rate", is: "<", bound, mark: "B" },
      ];
      const mark = (rate: Exact) => firstRule(rules, compared(rate))?.mark;
      const below = exact(bound).sub(tiny.div(10n ** 30n));
      expect([mark(exact(bound)), mark(below)]).toEqual(["A", "B"]);
    },
  );

  test.prop([fraction, fc.constantFrom("0.7", "1", "1.2"), direction])(
    "is met exactly by bound × expected, also where the expected has no end as a decimal",
    (expected, bound, way) => {
      const rules: Rule[] = [
        { test: "achievement_rate", is: "=", bound, mark: "A" },
        { test: "achievement_rate", is: ">=", bound, mark: "B" },
      ];
      const actual = falls(way) ? expected.div(exact(bound)) : expected.mul(exact(bound));
      const found = achievementRate({ actual, expected, baseline: null }, way, "ratio");
      const rate = "rate" in found ? found.rate : whole(0);
      expect(firstRule(rules, compared(rate))?.mark).toBe("A");
    },
  );

  test.prop([fraction, fraction, fc.constantFrom("0.7", "1", "1.2")])(
    "is met exactly by the way gone from the baseline",
    (baseline, way, bound) => {
      const found = achievementRate(
        {
          actual: baseline.add(way.mul(exact(bound))),
          expected: baseline.add(way),
          baseline,
        },
        "increase",
        "improvement",
      );
      expect("rate" in found && found.rate.equals(exact(bound))).toBe(true);
    },
  );

  test.prop([
    fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 4, maxLength: 4 }),
    fraction,
  ])("sorts every rate into one band, the better the rate the better the band", (bounds, rate) => {
    const falling = [...bounds].sort((a, b) => b - a);
    const rules = falling.map((bound, index): Rule => {
      const at = toDecimal(whole(bound).div(1000n));
      return { test: "achievement_rate", is: ">=", bound: at, mark: marks[index] ?? "" };
    });
    const mark = firstRule(rules, compared(rate))?.mark ?? "E";
    const passed = falling.filter((bound) => rate.mul(1000n).compare(whole(bound)) >= 0).length;
    expect(mark).toBe(marks[4 - passed]);
  });

  it("久留米市 and 北九州市: 70 ％ exactly of what no decimal writes, 2⁄3 of 6,000", () => {
    // After two of three years a running total of 10,000 is expected at 6,666.66…; 70 ％ is 4,666.66….
    const indicator = measured({
      series: "cumulative",
      targetValue: "10000",
      targetFy: 2022,
      lastFy: 2022,
    });
    const at = (figure: Exact) =>
      evaluate(indicator, rubricOf(), 2021, { ...reported("0"), figure }).mark;
    const bound = whole(14_000).div(whole(3));
    expect([at(bound), at(bound.sub(exact("0.0000000001")))]).toEqual(["△", "×"]);
  });
});

describe("a project's mark", () => {
  const kpi = fc.record({
    mark: fc.constantFrom("○", "△", "×", "ー", "外", null),
    rate: fc.option(fc.integer({ min: 0, max: 3000 }).map((n) => toDecimal(whole(n).div(1000n)))),
  });
  const combination = fc.constantFrom("best", "worst", "mean_rate", "manual");

  test.prop([fc.array(kpi, { maxLength: 6 }), combination])(
    "does not depend on the order of its KPIs",
    (kpis, how) => {
      const rubric = rubricOf({ combination: how as "best" });
      const mark = combineMarks(kpis, rubric);
      expect(combineMarks([...kpis].reverse(), rubric)).toBe(mark);
      const sorted = [...kpis].sort((a, b) =>
        `${a.mark}${a.rate}`.localeCompare(`${b.mark}${b.rate}`),
      );
      expect(combineMarks(sorted, rubric)).toBe(mark);
    },
  );

  test.prop([fc.array(kpi, { minLength: 1, maxLength: 6 })])(
    "best is never worse than worst, and both are marks of its KPIs",
    (kpis) => {
      const best = combineMarks(kpis, rubricOf({ combination: "best" }));
      const worst = combineMarks(kpis, rubricOf({ combination: "worst" }));
      const order = ["○", "△", "×", "ー", "外"];
      expect((best === null) === (worst === null)).toBe(true);
      if (best === null || worst === null) return;
      expect(order.indexOf(best)).toBeLessThanOrEqual(order.indexOf(worst));
      const marks = kpis.map(({ mark }) => mark);
      expect(marks).toContain(best);
      expect(marks).toContain(worst);
    },
  );
});
