import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { answer } from "#tests/factories/evaluated.ts";
import { exact, toDecimal } from "../figure/exact.ts";
import { type Answer, aggregate } from "./aggregate.ts";
import { ofYear } from "./over-time.ts";

describe("the aggregations over time, in numbers", () => {
  const halves = [1, 2];
  const quarters = [1, 2, 3, 4];
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const at = (period: number, value: string | null, more: Partial<Answer> = {}) => ({
    ...answer("saga", value, more),
    period,
  });
  const year = (...[given, periods, over]: Parameters<typeof ofYear>) => {
    const found = ofYear(given, periods, over);
    return found && [found.value && toDecimal(found.value), found.quality, found.partial];
  };

  it("half-yearly: 120 and 90.5 are 210.5, the last is 90.5, their mean 105.25", () => {
    const given = [at(2, "90.5"), at(1, "120")];
    expect(year(given, halves, "sum")).toEqual(["210.5", "final", false]);
    expect(year(given, halves, "last")).toEqual(["90.5", "final", false]);
    expect(year(given, halves, "mean")).toEqual(["105.25", "final", false]);
  });
  it("quarterly: 10, 20, 30, 40 are 100, the last 40, the mean 25", () => {
    const given = quarters.map((period) => at(period, String(period * 10)));
    expect(year(given, quarters, "sum")).toEqual(["100", "final", false]);
    expect(year(given, quarters, "last")).toEqual(["40", "final", false]);
    expect(year(given, quarters, "mean")).toEqual(["25", "final", false]);
  });
  it("monthly: 1 to 12 are 78, the last 12, the mean 6.5", () => {
    const given = months.map((period) => at(period, String(period)));
    expect(year(given, months, "sum")).toEqual(["78", "final", false]);
    expect(year(given, months, "last")).toEqual(["12", "final", false]);
    expect(year(given, months, "mean")).toEqual(["6.5", "final", false]);
  });

  it("a quarter without a figure is no zero: 25, 25, 25 and 実績なし are a partial 75", () => {
    const three = [1, 2, 3].map((period) => at(period, "25"));
    for (const quality of ["no_data", "under_survey"] as const)
      expect(year([...three, at(4, null, { quality })], quarters, "sum")?.[2], quality).toBe(true);
    // Where the quarter asks for nothing, three make the year.
    const excluded = [...three, at(4, null, { quality: "not_applicable" })];
    expect(year(excluded, quarters, "sum")).toEqual(["75", "final", false]);
    expect(year(excluded, quarters, "last")).toEqual(["25", "final", false]);
  });
  it("a part of the year is partial: what is there, and that more is to come", () => {
    const given = [at(1, "10"), at(2, "20"), at(3, "30")];
    expect(year(given, quarters, "sum")).toEqual(["60", "final", true]);
    expect(year(given, quarters, "mean")).toEqual(["20", "final", true]);
    expect(year(given, quarters, "last")).toEqual(["30", "final", true]);
    expect(year([], quarters, "sum")).toBeNull();
  });
  it("the last needs no more than the last: the state at the end of March", () =>
    expect(year([at(4, "40")], quarters, "last")).toEqual(["40", "final", false]));
  it("is provisional as long as a part of it is", () => {
    const provisional = [at(1, "10", { quality: "provisional" }), at(2, "20")];
    expect(year(provisional, halves, "sum")).toEqual(["30", "provisional", false]);
    const surveying = [at(1, "10"), at(2, null, { quality: "under_survey" })];
    expect(year(surveying, halves, "sum")?.[1]).toBe("provisional");
  });
  it("without any figure keeps the state of the last part", () => {
    const none = [at(1, null, { quality: "no_data" }), at(2, null, { quality: "under_survey" })];
    expect(year(none, halves, "sum")).toEqual([null, "under_survey", false]);
  });
  it("a rate weighs its cases: 1/10 and 9/10 of 10 and 90 are 82 of 100, also as a mean", () => {
    const part = (period: number, numerator: string, denominator: string) =>
      at(period, null, { numerator: exact(numerator), denominator: exact(denominator) });
    for (const over of ["sum", "mean"] as const) {
      const found = ofYear([part(1, "1", "10"), part(2, "81", "90")], halves, over);
      const ratio = found && aggregate("ratio", ["saga"], [found]);
      expect(ratio?.figure && toDecimal(ratio.figure)).toBe("82");
    }
  });

  test.prop([fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 12, maxLength: 12 })])(
    "do not depend on the order in which the parts came in",
    (values) => {
      const given = values.map((value, index) => at(index + 1, String(value)));
      for (const over of ["sum", "last", "mean"] as const)
        expect(ofYear([...given].reverse(), months, over)).toEqual(ofYear(given, months, over));
    },
  );
});
