import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { exact, toDecimal } from "../figure/exact.ts";
import type { Quality } from "../observation/states.ts";
import { type Answer, aggregate, isComplete } from "./aggregate.ts";
import { derive } from "./derive.ts";

const answer = (
  organisation: string,
  value: string | null,
  more: Partial<Answer> = {},
): Answer => ({
  organisation,
  quality: "final",
  value: value === null ? null : exact(value),
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  isDemo: false,
  ...more,
});
const rate = (organisation: string, numerator: string, denominator: string) =>
  answer(organisation, null, { numerator: exact(numerator), denominator: exact(denominator) });

describe("aggregate", () => {
  it("sums and says who is missing: 120 + 80.5 of three is a partial 200.5", () => {
    const regional = aggregate(
      "sum",
      ["saga", "oita", "okinawa"],
      [answer("oita", "80.5"), answer("saga", "120")],
    );
    expect(regional).toMatchObject({ reported: 2, expected: 3, missing: ["okinawa"] });
    expect(regional.figure && toDecimal(regional.figure)).toBe("200.5");
    expect(isComplete(regional)).toBe(false);
  });
  it("takes no silence for zero", () => {
    expect(aggregate("sum", ["saga"], []).figure).toBeNull();
    const surveying = aggregate(
      "sum",
      ["saga"],
      [answer("saga", null, { quality: "under_survey" })],
    );
    expect(surveying).toMatchObject({
      figure: null,
      reported: 0,
      missing: [],
      underSurvey: ["saga"],
    });
    expect(aggregate("sum", ["saga"], [answer("saga", "0")]).figure?.equals(0)).toBe(true);
  });
  it("never sums rates: 1/2 and 9/10 are 83.333… ％, not 70 ％ or 140 ％", () => {
    const regional = aggregate(
      "ratio",
      ["saga", "oita"],
      [rate("saga", "1", "2"), rate("oita", "9", "10")],
    );
    expect(regional.figure && toDecimal(regional.figure, 3)).toBe("83.333");
    expect(aggregate("ratio", ["saga"], [answer("saga", "50")])).toMatchObject({
      figure: null,
      reported: 0,
    });
    expect(aggregate("ratio", ["saga"], [rate("saga", "0", "0")]).figure).toBeNull();
  });
  it("leaves 対象外 out of what is expected", () => {
    const regional = aggregate(
      "sum",
      ["saga", "okinawa"],
      [answer("saga", "5"), answer("okinawa", null, { quality: "not_applicable" })],
    );
    expect(regional).toMatchObject({ reported: 1, expected: 1, notApplicable: ["okinawa"] });
    expect(isComplete(regional)).toBe(true);
  });
  it("keeps provisional figures apart but counts them", () => {
    const regional = aggregate("sum", ["saga"], [answer("saga", "5", { quality: "provisional" })]);
    expect(regional).toMatchObject({ reported: 1, provisional: ["saga"] });
  });
  it("reports words and their judgement once for the region", () => {
    const said = answer("miyazaki", null, { words: "複数県で実施", reached: true });
    expect(aggregate("single", ["miyazaki"], [said])).toMatchObject({
      words: "複数県で実施",
      reached: true,
      figure: null,
      reported: 1,
    });
  });
  it("ignores the answers of those who are not asked", () =>
    expect(aggregate("sum", ["saga"], [answer("tokyo", "9")])).toMatchObject({
      figure: null,
      reported: 0,
    }));

  const reporters = ["a", "b", "c", "d", "e"];
  const answers = fc.uniqueArray(
    fc.record({
      organisation: fc.constantFrom(...reporters),
      value: fc.integer({ min: -1000, max: 1000 }),
      quality: fc.constantFrom<Quality>("final", "provisional", "under_survey", "not_applicable"),
    }),
    { selector: (a) => a.organisation },
  );
  const asAnswers = (given: { organisation: string; value: number; quality: Quality }[]) =>
    given.map((a) => answer(a.organisation, String(a.value), { quality: a.quality }));

  test.prop([answers])("does not depend on the order of the answers", (given) => {
    expect(aggregate("sum", reporters, asAnswers([...given].reverse()))).toEqual(
      aggregate("sum", reporters, asAnswers(given)),
    );
  });
  test.prop([answers])("a further missing reporter never raises completeness", (given) => {
    const completeness = (who: string[]) => {
      const regional = aggregate("sum", who, asAnswers(given));
      return regional.expected === 0 ? 1 : regional.reported / regional.expected;
    };
    expect(completeness([...reporters, "new"])).toBeLessThanOrEqual(completeness(reporters));
  });
});

describe("derive", () => {
  const region = (value: string | null, more = {}) => ({
    ...aggregate("sum", ["x"], value === null ? [] : [answer("x", value)]),
    ...more,
  });
  it("スマート農林水産業: 5,300 + 161 + 178 = 5,639", () => {
    const total = derive("sum_of", 2024, 2020, () => [
      region("5300"),
      region("161"),
      region("178"),
    ]);
    expect(total.figure && toDecimal(total.figure)).toBe("5639");
    expect(total).toMatchObject({ reported: 3, expected: 3 });
  });
  it("is partial when a part is", () => {
    const total = derive("sum_of", 2024, 2020, () => [region("5300"), region(null)]);
    expect(total).toMatchObject({ reported: 1, expected: 2, missing: ["x"] });
  });
  it("移住者数 runs up: 12,300 + 13,100 = 25,400, and a gap stays a gap", () => {
    const years: Record<number, string | null> = { 2020: "12300", 2021: "13100", 2022: null };
    const upTo = (fy: number) =>
      derive("running_total_of", fy, 2020, (year) => [region(years[year] ?? null)]);
    const second = upTo(2021);
    expect(second.figure && toDecimal(second.figure)).toBe("25400");
    expect(second).toMatchObject({ reported: 2, expected: 2 });
    expect(upTo(2022)).toMatchObject({ figure: null, reported: 0, expected: 3 });
  });
});
