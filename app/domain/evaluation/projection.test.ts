import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { exact, toDecimal, whole } from "../figure/exact.ts";
import type { ValueKind } from "../indicator/definition.ts";
import { type ComparableYear, comparableYears } from "./comparable-years.ts";
import { type Projection, project } from "./projection.ts";
import { quartile, sortedSlopes } from "./slopes.ts";

const pointsOf = (values: Record<number, string>): ComparableYear[] =>
  Object.entries(values).map(([fy, value]) => ({
    fy: Number(fy),
    value: exact(value),
    provisional: false,
  }));
const projected = (values: Record<number, string>, dueFy: number, valueKind: ValueKind = "count") =>
  project({ points: pointsOf(values), dueFy, valueKind });

/** The years as they would be printed: value, low, high. */
const written = (projection: Projection) =>
  projection.kind === "none"
    ? projection.because
    : projection.years.map(({ fy, value, range }) => [
        fy,
        toDecimal(value, 2),
        ...(range ? [toDecimal(range.low, 2), toDecimal(range.high, 2)] : []),
      ]);

describe("slopes", () => {
  it("are of every two years, sorted, with quartiles between them in proportion", () => {
    // 10, 40 and (10 + 40) / 2 of three years; Q1 lies halfway between the first two.
    const slopes = sortedSlopes(pointsOf({ 2020: "100", 2021: "110", 2022: "150" }));
    expect(slopes.map((slope) => toDecimal(slope))).toEqual(["10", "25", "40"]);
    const quartiles = ([1, 2, 3] as const).map((k) => toDecimal(quartile(slopes, k) ?? whole(-1)));
    expect(quartiles).toEqual(["17.5", "25", "32.5"]);
    expect(quartile([], 2)).toBeNull();
  });
});

describe("a projection", () => {
  it("goes on at the median of the slopes, between their quartiles: 100, 110, 150", () => {
    expect(written(projected({ 2020: "100", 2021: "110", 2022: "150" }, 2025))).toEqual([
      [2023, "175", "167.5", "182.5"],
      [2024, "200", "185", "215"],
      [2025, "225", "202.5", "247.5"],
    ]);
  });
  it("counts the years between two values: 10 in 2020, 40 in 2023 are 10 a year", () => {
    expect(written(projected({ 2020: "10", 2023: "40" }, 2024))).toEqual([[2024, "50"]]);
  });
  it("needs three values for a band and two for a line", () => {
    expect(written(projected({ 2022: "10", 2023: "12" }, 2025))).toEqual([
      [2024, "14"],
      [2025, "16"],
    ]);
    expect(written(projected({ 2023: "12" }, 2025))).toBe("one_value");
    expect(written(projected({}, 2025))).toBe("no_values");
    expect(written(projected({ 2022: "10", 2025: "12" }, 2025))).toBe("due");
  });
  it("is not turned round by one outlying year", () => {
    // Six of the ten slopes are 10 a year; those to and from 900 lie outside the quartiles.
    const values = { 2018: "10", 2019: "20", 2020: "900", 2021: "40", 2022: "50" };
    expect(written(projected(values, 2023))).toEqual([[2023, "60", "60", "60"]]);
  });
  it("stays at zero for what is counted, and goes on below it for what may be negative", () => {
    const falling = { 2020: "30", 2021: "20", 2022: "10" };
    expect(written(projected(falling, 2024))).toEqual([
      [2023, "0", "0", "0"],
      [2024, "0", "0", "0"],
    ]);
    expect(written(projected(falling, 2024, "rate"))?.[1]).toEqual([2024, "-10", "-10", "-10"]);
    const balance = { 2020: "-30", 2021: "-20", 2022: "10" };
    expect(written(projected({ ...balance, 2023: "-40" }, 2024))?.[0]?.[1]).not.toBe("0");
  });
  it("says when one of its values may still change, and which years it rests on", () => {
    const points = pointsOf({ 2020: "1", 2021: "2" });
    const given = [...points, { fy: 2022, value: exact("3"), provisional: true }];
    expect(project({ points: given, dueFy: 2024, valueKind: "count" })).toMatchObject({
      usedFys: [2020, 2021, 2022],
      provisional: true,
    });
    expect(project({ points, dueFy: 2024, valueKind: "count" })).toMatchObject({
      provisional: false,
    });
  });
});

const year = fc.integer({ min: 2015, max: 2024 });
const value = fc.integer({ min: -100_000, max: 100_000 });
const series = fc
  .uniqueArray(fc.tuple(year, value), { selector: ([fy]) => fy, minLength: 2, maxLength: 8 })
  .map((pairs) => pairs.map(([fy, number]) => ({ fy, value: whole(number), provisional: false })));
const yearsOf = (points: readonly ComparableYear[], valueKind: ValueKind = "index") => {
  const found = project({ points, dueFy: 2027, valueKind });
  if (found.kind === "none") throw new Error(found.because);
  return found.years;
};

describe("every projection", () => {
  test.prop([series, fc.constantFrom<ValueKind>("count", "index")])(
    "has its line inside its band, which only grows wider",
    (points, kind) => {
      let width = whole(0);
      for (const { value: middle, range } of yearsOf(points, kind)) {
        if (!range) continue;
        expect(range.low.compare(middle)).toBeLessThanOrEqual(0);
        expect(range.high.compare(middle)).toBeGreaterThanOrEqual(0);
        const wide = range.high.sub(range.low);
        if (kind === "index") expect(wide.compare(width)).toBeGreaterThanOrEqual(0);
        width = wide;
      }
    },
  );

  test.prop([
    series.chain((points) =>
      fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })),
    ),
  ])("is the same in whichever order its values come", ([points, shuffled]) => {
    expect(shuffled).toHaveLength(points.length);
    expect(yearsOf(shuffled).map((y) => toDecimal(y.value))).toEqual(
      yearsOf(points).map((y) => toDecimal(y.value)),
    );
  });

  test.prop([series, fc.integer({ min: -9, max: 9 }), value])(
    "moves with its values: in another unit, from another zero, mirrored",
    (points, factor, shift) => {
      const moved = (number: ComparableYear["value"]) =>
        toDecimal(number.mul(whole(factor)).add(whole(shift)));
      const changed = points.map((point) => ({
        ...point,
        value: point.value.mul(whole(factor)).add(whole(shift)),
      }));
      const before = yearsOf(points);
      for (const [index, after] of yearsOf(changed).entries()) {
        const old = before[index];
        if (!old) throw new Error("As many years as before");
        expect(toDecimal(after.value)).toBe(moved(old.value));
        const bounds = old.range && [old.range.low, old.range.high].map(moved);
        if (factor < 0) bounds?.reverse();
        expect(
          after.range && [after.range.low, after.range.high].map((one) => toDecimal(one)),
        ).toEqual(bounds);
      }
    },
  );
});

describe("comparable years", () => {
  const result = (fy: number, actual: string | null, reported = 9) => ({
    fy,
    actual,
    reported,
    expectedReporters: 9,
    provisional: fy === 2023 ? ["saga"] : [],
  });
  const baseline = (text: string, series: "annual" | "cumulative" = "annual") => ({
    series,
    baselineValue: "5",
    baselineText: text,
    baselineAsOf: null,
  });
  const found = (...given: Parameters<typeof comparableYears>) =>
    comparableYears(...given).map(({ fy, value, provisional }) => [
      fy,
      toDecimal(value),
      ...(provisional ? ["provisional"] : []),
    ]);

  it("are the complete ones: a partial sum never counts, a provisional figure does", () => {
    const results = [result(2023, "30"), result(2021, "10"), result(2022, "12", 8)];
    expect(found(baseline("－"), [...results, result(2024, null, 0)])).toEqual([
      [2021, "10"],
      [2023, "30", "provisional"],
    ]);
  });
  it("begin with the baseline of one earlier year", () => {
    expect(found(baseline("5（R元年度）"), [result(2021, "10")])).toEqual([
      [2019, "5"],
      [2021, "10"],
    ]);
    // Another figure of the same year is the plan's own, and a sum of years is none of one.
    expect(found(baseline("5（R3年度）"), [result(2021, "10")])).toEqual([[2021, "10"]]);
    expect(found(baseline("5（H27～R元年度計）"), [result(2021, "10")])).toEqual([[2021, "10"]]);
    expect(found(baseline("5（R元年度）", "cumulative"), [result(2021, "10")])).toEqual([
      [2021, "10"],
    ]);
  });
});
