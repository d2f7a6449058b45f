import { describe, expect, it } from "vitest";
import { exact, toDecimal } from "../figure/exact.ts";
import type { Direction } from "../indicator/definition.ts";
import { proposeOutlook } from "./outlook.ts";

const propose = (
  values: Record<number, string>,
  target: string,
  dueFy: number,
  direction: Direction = "increase",
) =>
  proposeOutlook({
    direction,
    target: exact(target),
    dueFy,
    points: Object.entries(values).map(([fy, value]) => ({ fy: Number(fy), value: exact(value) })),
  });

describe("the proposed outlook", () => {
  it("holds the pace against the pace still needed: 子育てしやすい 70.8 → 78.7 → 78.1, 80 in H31", () => {
    // Slopes 7.9, −0.6, 3.65: the median 3.65 a year is more than the 0.633 that is still needed.
    const found = propose({ 2014: "70.8", 2015: "78.7", 2016: "78.1" }, "80", 2019);
    expect(found).toMatchObject({ step: "A", because: "pace", years: 3 });
    if (found.because !== "pace") throw new Error();
    expect([toDecimal(found.pace), toDecimal(found.needed, 3)]).toEqual(["3.65", "0.633"]);
  });
  it("is B from half of what is needed on, exactly at the boundary", () => {
    // 10 a year where 20 a year are needed; a hair less is C.
    expect(propose({ 2020: "0", 2021: "10" }, "50", 2023).step).toBe("B");
    expect(propose({ 2020: "0", 2021: "10" }, "50.1", 2023).step).toBe("C");
    expect(propose({ 2020: "0", 2021: "20" }, "60", 2023).step).toBe("A");
  });
  it("mirrors what is to fall: 転出超過 650 → 547 → 466.5, 550", () => {
    expect(propose({ 2014: "650", 2015: "547", 2016: "466.5" }, "550", 2019, "decrease").step).toBe(
      "A",
    );
    expect(propose({ 2014: "650", 2015: "660" }, "550", 2019, "decrease").step).toBe("C");
  });
  it("is not turned round by one outlying year", () => {
    const steady = { 2015: "10", 2016: "20", 2017: "30", 2018: "40", 2019: "50" };
    expect(propose(steady, "60", 2020).step).toBe("A");
    expect(propose({ ...steady, 2017: "900" }, "60", 2020).step).toBe("A");
    expect(propose({ ...steady, 2017: "-900" }, "60", 2020).step).toBe("A");
  });
  it("does not call a target safe that the pace leads away from again", () => {
    expect(propose({ 2015: "90", 2016: "82" }, "80", 2019).step).toBe("B");
    expect(propose({ 2016: "82" }, "80", 2019)).toEqual({ step: "A", because: "reached" });
  });
  it("says so where there is nothing to tell it from, and judges what is due by itself", () => {
    expect(propose({ 2016: "20" }, "80", 2019)).toEqual({ step: null, because: "too_few_years" });
    expect(propose({}, "80", 2019)).toEqual({ step: null, because: "too_few_years" });
    expect(propose({ 2019: "79.9" }, "80", 2019)).toEqual({ step: "C", because: "due" });
    expect(propose({ 2019: "80" }, "80", 2019)).toEqual({ step: "A", because: "due" });
  });
});
