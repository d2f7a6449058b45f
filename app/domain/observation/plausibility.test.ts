import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { toDecimal, whole } from "../figure/exact.ts";
import type { Series } from "../indicator/definition.ts";
import { type Implausibility, implausibilitiesOf } from "./plausibility.ts";

const of = (value: string | null) => ({ value, numerator: null, denominator: null });
const fraction = (numerator: string, denominator: string) => ({
  value: null,
  numerator,
  denominator,
});

describe("a figure is asked about", () => {
  const cases: [now: string, before: string, unit: string, Series, Implausibility[]][] = [
    ["1450", "145", "件", "annual", ["ten_times"]],
    ["1449", "145", "件", "annual", []],
    ["145", "1450", "件", "annual", ["a_tenth"]],
    ["0", "1450", "件", "annual", ["a_tenth"]],
    ["-1450", "-145", "人", "annual", ["ten_times"]],
    ["9", "0", "件", "annual", []],
    ["0", "9", "件", "annual", []],
    ["0", "0", "件", "annual", []],
    ["10", "0", "件", "annual", ["ten_times"]],
    ["14.5", "1.45", "", "stock", ["ten_times"]],
    ["99", "100", "件", "cumulative", ["below_before"]],
    ["100", "100", "件", "cumulative", []],
    ["99", "100", "件", "annual", []],
    ["100.1", "98.2", "％", "annual", ["over_hundred"]],
    ["100", "98", "％", "annual", []],
    ["110", "105", "%", "annual", []],
    ["120", "80", "人", "annual", []],
    ["12.5", "12", "件", "annual", ["more_decimals"]],
    ["12", "12.5", "件", "annual", []],
    ["12.5", "11.25", "％", "annual", []],
  ];
  it.each(cases)("%s after %s %s, %s", (now, before, unit, series, expected) => {
    expect(implausibilitiesOf({ unit, series }, of(now), of(before))).toEqual(expected);
  });

  it("by its numerator and denominator, and never by a quotient that does not end", () => {
    const rate = { unit: "％", series: "annual" } as const;
    expect(implausibilitiesOf(rate, fraction("300", "90"), fraction("30", "90"))).toEqual([
      "ten_times",
      "over_hundred",
    ]);
    expect(implausibilitiesOf(rate, fraction("1", "3"), fraction("1", "2"))).toEqual([]);
    expect(implausibilitiesOf(rate, fraction("101", "100"), null)).toEqual(["over_hundred"]);
  });

  it("only where there is one", () => {
    for (const before of [of("5"), of(null), null])
      expect(implausibilitiesOf({ unit: "％", series: "cumulative" }, of(null), before)).toEqual(
        [],
      );
  });
});

const count = fc.integer({ min: 0, max: 10 ** 9 }).map(String);

test.prop([count, count])("never both too large and too small, unless both are nothing", (a, b) => {
  const found = implausibilitiesOf({ unit: "件", series: "annual" }, of(a), of(b));
  expect(found.includes("ten_times") && found.includes("a_tenth")).toBe(false);
  const turned = implausibilitiesOf({ unit: "件", series: "annual" }, of(b), of(a));
  expect(turned.includes("a_tenth")).toBe(found.includes("ten_times"));
});

test.prop([fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 })])(
  "a figure is plausible after itself, in whatever unit",
  (digits, places) => {
    const figure = toDecimal(whole(digits).div(10n ** BigInt(places)));
    for (const series of ["annual", "cumulative", "stock"] as const)
      expect(implausibilitiesOf({ unit: "％", series }, of(figure), of(figure))).toEqual([]);
  },
);
