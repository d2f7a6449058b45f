import { describe, expect, it } from "vitest";
import { caseWords } from "#app/i18n/health.ts";
import { cell, indicator, plan } from "#tests/factories/health.ts";
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

  it("has words for every case of every rule", () => {
    const cases = Object.entries(healthRules).flatMap(([rule, of]) =>
      of.map((one) => `${rule}.${one}`),
    );
    expect(Object.keys(caseWords).sort()).toEqual(cases.sort());
  });
});
