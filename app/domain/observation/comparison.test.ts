import { describe, expect, it } from "vitest";
import { changeOf, shareOfTarget } from "./comparison.ts";

describe("a figure against the year before", () => {
  it.each([
    ["count", "512", "374", { value: "36.9", by: "percent" }],
    ["count", "300", "400", { value: "-25", by: "percent" }],
    ["count", "-100", "-200", { value: "50", by: "percent" }],
    ["count", "5", "0", null],
    ["count", "5", null, null],
    ["count", null, "5", null],
    ["rate", "33.3333333333", "30", { value: "3.3", by: "points" }],
    ["rate", "5", "0", { value: "5", by: "points" }],
    ["rank", "3", "5", { value: "-2", by: "places" }],
  ] as const)("%s %s after %s", (kind, now, before, expected) => {
    expect(changeOf(kind, now, before)).toEqual(expected);
  });
});

describe("a share of the region's target", () => {
  it.each([
    ["sum", "512", "6400", "8"],
    ["sum", "0", "6400", "0"],
    ["sum", "512", "0", null],
    ["sum", "512", null, null],
    ["sum", null, "6400", null],
    ["ratio", "50", "60", null],
  ])("%s %s of %s", (aggregation, figure, target, expected) => {
    expect(shareOfTarget(aggregation, figure, target)).toBe(expected);
  });
});
