import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { caseWords } from "#app/i18n/health.ts";
import { cell, indicator, node, plan } from "#tests/factories/health.ts";
import { checkPlan } from "./check-plan.ts";
import { healthRules } from "./finding.ts";

const conflict = (target: string) =>
  indicator({
    target: { value: target, text: `${target}件まで` },
    roadmap: [cell(2024, "1500")],
    source: null,
  });

describe("the check of a plan", () => {
  it("finds nothing in a plan that fits", () => expect(checkPlan(plan([indicator()]))).toEqual([]));

  it("tells the worst first", () => {
    expect(checkPlan(plan([conflict("1240")])).map((finding) => finding.severity)).toEqual([
      "error",
      "notice",
    ]);
  });

  it("gives a finding the same key as long as its places say the same", () => {
    const keys = (target: string) => checkPlan(plan([conflict(target)])).map(({ key }) => key);
    expect(keys("1240")).toEqual(keys("1240"));
    expect(keys("1240")[0]).not.toBe(keys("1250")[0]);
    expect(keys("1240")[1]).toBe(keys("1250")[1]);
    expect(new Set(keys("1240")).size).toBe(2);
  });

  const letters = "0129,.０９年度人件％（）～RH令和平成元概要個票延べ累計平均目標：万億t- ※".split(
    "",
  );
  const printed = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 });
  test.prop([printed, printed, printed, printed])("reads whatever is printed", (a, b, c, d) => {
    const odd = indicator({
      name: a,
      unit: b,
      source: c,
      baseline: { value: "1", text: d, asOf: a },
      target: { value: "2", text: c, due: b },
      roadmap: [cell(2024, "2", { text: d })],
      actuals: [{ fy: 2021, value: "3", text: b }],
    });
    expect(() => checkPlan(plan([odd], [node("P", { overviewText: a })]))).not.toThrow();
  });

  it("checks two thousand indicators within the time of a test", () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      indicator({
        code: `K${index}`,
        name: `指標${index}`,
        target: { value: "9999", text: "9,999件（R6年度まで）" },
        actuals: [
          { fy: 2020, value: `${1000 + index}`, text: null },
          { fy: 2021, value: `${3000 + index}`, text: null },
        ],
      }),
    );
    expect(checkPlan(plan(many))).toEqual([]);
  });

  it("has words for every case of every rule", () => {
    const cases = Object.entries(healthRules).flatMap(([rule, of]) =>
      of.map((one) => `${rule}.${one}`),
    );
    expect(Object.keys(caseWords).sort()).toEqual(cases.sort());
  });
});
