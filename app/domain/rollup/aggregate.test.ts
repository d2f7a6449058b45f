import { describe, expect, it } from "vitest";
import { answer } from "#tests/factories/evaluated.ts";
import { exact, toDecimal } from "../figure/exact.ts";
import type { Aggregation } from "../indicator/definition.ts";
import type { Quality } from "../observation/states.ts";
import { type Answer, aggregate, isComplete, type Regional } from "./aggregate.ts";

const figureOf = ({ figure }: Pick<Regional, "figure">) => figure && toDecimal(figure);

describe("the aggregations over organisations, in numbers", () => {
  const who = ["saga", "oita", "okinawa"];
  const rate = (organisation: string, numerator: string, denominator: string) =>
    answer(organisation, null, { numerator: exact(numerator), denominator: exact(denominator) });
  const weighted = (organisation: string, value: string, weight: string) =>
    answer(organisation, value, { denominator: exact(weight) });
  const three = [answer("saga", "10"), answer("oita", "2.5"), answer("okinawa", "-1")];

  it.each<[Aggregation, Answer[], string]>([
    ["sum", three, "11.5"],
    ["mean", three, "3.8333333333"],
    ["min", three, "-1"],
    ["max", three, "10"],
    // (1 + 30 + 9) ÷ (2 + 100 + 10), not the mean of 50, 30 and 90 ％.
    [
      "ratio",
      [rate("saga", "1", "2"), rate("oita", "30", "100"), rate("okinawa", "9", "10")],
      "35.7142857143",
    ],
    // (80 × 100 + 50 × 300 + 0 × 100) ÷ 500.
    [
      "weighted_mean",
      [
        weighted("saga", "80", "100"),
        weighted("oita", "50", "300"),
        weighted("okinawa", "0", "100"),
      ],
      "46",
    ],
    [
      "count_reached",
      [
        answer("saga", null, { reached: true }),
        answer("oita", null, { reached: false }),
        answer("okinawa", null, { reached: true }),
      ],
      "2",
    ],
  ])("%s", (aggregation, given, figure) => {
    const regional = aggregate(aggregation, who, given);
    expect(figureOf(regional)).toBe(figure);
    expect(regional).toMatchObject({ reported: 3, expected: 3, missing: [], noFigure: null });
    expect(isComplete(regional)).toBe(true);
  });

  it("single: the one answer, and none of two that contradict each other", () => {
    expect(figureOf(aggregate("single", ["saga"], [answer("saga", "7")]))).toBe("7");
    expect(aggregate("single", who, three)).toMatchObject({ figure: null, reported: 3 });
  });

  it("count_reached: nobody there is 0 of those who say so; nobody asked is no figure", () => {
    const no = who.map((organisation) => answer(organisation, null, { reached: false }));
    expect(figureOf(aggregate("count_reached", who, no))).toBe("0");
    expect(aggregate("count_reached", who, [answer("saga", "5")])).toMatchObject({
      figure: null,
      reported: 0,
    });
  });

  it("weighted_mean: a value without its weight is no answer, and weights of zero no mean", () => {
    expect(aggregate("weighted_mean", ["saga"], [answer("saga", "5")])).toMatchObject({
      figure: null,
      reported: 0,
    });
    expect(aggregate("weighted_mean", ["saga"], [weighted("saga", "5", "0")]).figure).toBeNull();
  });

  it("says why there is nothing, what may still come first", () => {
    const why = (...states: Quality[]) =>
      aggregate(
        "sum",
        who.slice(0, states.length),
        states.map((quality, index) => answer(who[index] ?? "", null, { quality })),
      ).noFigure;
    expect(why("no_data", "under_survey", "not_applicable")).toBe("under_survey");
    expect(why("no_data", "provisional")).toBe("provisional");
    expect(why("not_applicable", "no_data")).toBe("no_data");
    expect(why("not_applicable")).toBe("not_applicable");
    expect(
      aggregate("sum", who, [answer("saga", null, { quality: "no_data" })]).noFigure,
    ).toBeNull();
  });
});
