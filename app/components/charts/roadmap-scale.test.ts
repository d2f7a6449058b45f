import { describe, expect, it } from "vitest";
import { leastCovering, overlap } from "#app/components/charts/label-placement.ts";
import { type RoadmapPoint, spanOf } from "#app/components/charts/roadmap-data.ts";
import { showsZero, valueExtent } from "#app/components/charts/roadmap-scale.ts";

describe("valueExtent", () => {
  it("starts at zero where the movement stays readable", () => {
    expect(valueExtent([931, 1200, 2000])).toEqual([0, 2000]);
    expect(valueExtent([-650, -100])).toEqual([-650, 0]);
  });

  it("keeps a margin around figures that lie close together", () => {
    const [low, high] = valueExtent([78, 80]);
    expect(low).toBeCloseTo(77.3);
    expect(high).toBeCloseTo(80.7);
  });

  it("gives one repeated figure room, and no figure a scale", () => {
    const [low, high] = valueExtent([598_896, 598_896]);
    expect(low).toBeLessThan(598_896);
    expect(high).toBeGreaterThan(598_896);
    expect(valueExtent([])).toEqual([0, 1]);
    expect(valueExtent([0, 0])).toEqual([0, 1]);
  });

  it("holds figures on both sides of zero", () => {
    const [low, high] = valueExtent([-198, 550]);
    expect(low).toBeLessThan(-198);
    expect(high).toBeGreaterThan(550);
  });
});

describe("leastCovering", () => {
  const bounds = { x: 0, y: 0, width: 100, height: 100 };
  const box = (x: number, y: number) => ({ x, y, width: 20, height: 10 });

  it("prefers the first place that is free", () => {
    expect(leastCovering([box(0, 0), box(30, 0)], [], bounds)).toEqual(box(0, 0));
    expect(leastCovering([box(0, 0), box(30, 0)], [box(5, 5)], bounds)).toEqual(box(30, 0));
  });

  it("would rather cover something than leave the drawing", () => {
    expect(leastCovering([box(-15, 0), box(40, 0)], [box(40, 5)], bounds)).toEqual(box(40, 0));
  });

  it("counts only shared area", () => {
    expect(overlap(box(0, 0), box(20, 0))).toBe(0);
    expect(overlap(box(0, 0), box(10, 5))).toBe(50);
  });
});

describe("spanOf", () => {
  const point = (spanFrom: number | null): RoadmapPoint => ({
    fy: 2024,
    target: "9",
    targetText: null,
    spanFrom,
    actual: null,
    provisional: false,
    partial: false,
    demo: false,
  });

  it("counts the columns a target reaches back, inside the drawing", () => {
    expect(spanOf(point(2022), 4)).toBe(2);
    expect(spanOf(point(2018), 4)).toBe(4);
    expect(spanOf(point(null), 4)).toBe(0);
  });
});

describe("showsZero", () => {
  const point = (actual: string): RoadmapPoint => ({
    fy: 2015,
    target: "14",
    targetText: null,
    actual,
    provisional: false,
    partial: false,
    demo: false,
  });
  const data = { unit: "％", direction: "increase" as const, points: [point("11.2")] };

  it("is told of the axis as it is drawn, with the estimates on it", () => {
    expect(showsZero(data)).toBe(false);
    const projection = {
      from: { fy: 2015, value: "11.2" },
      years: [{ fy: 2016, value: "8.4", range: null }],
      usedFys: [2014, 2015],
      provisional: false,
    };
    expect(showsZero({ ...data, projection })).toBe(true);
    expect(showsZero({ ...data, points: [point("-3")] })).toBe(true);
  });
});
