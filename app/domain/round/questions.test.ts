import { describe, expect, it } from "vitest";
import { type AskedIndicator, askableIn, partsAskable, questionsOf } from "./questions.ts";

const indicator = (code: string, more: Partial<AskedIndicator> = {}): AskedIndicator => ({
  id: `id-${code}`,
  code,
  frequency: "yearly",
  surveyInterval: null,
  surveyFy: null,
  firstFy: 2020,
  lastFy: 2024,
  reporters: ["saga", "oita"],
  ...more,
});
const all = [
  indicator("a"),
  indicator("b", { reporters: ["saga"] }),
  indicator("quarters", { frequency: "quarterly" }),
  indicator("survey", { frequency: "every_n_years", surveyInterval: 5, surveyFy: 2020 }),
  indicator("derived", { reporters: [] }),
  indicator("later", { firstFy: 2023 }),
];
const codes = (fy: number) => askableIn(all, fy).map(({ code }) => code);
const everything = {
  indicators: all.map(({ code }) => code),
  organisations: ["saga", "oita"],
  parts: ["quarterly-1", "quarterly-2", "quarterly-3", "quarterly-4"],
};

describe("what can be asked for in a year", () => {
  it("is in its term, reported by somebody, and surveyed in the year", () => {
    expect(codes(2022)).toEqual(["a", "b", "quarters"]);
    expect(codes(2025)).toEqual([]);
    expect(codes(2020)).toEqual(["a", "b", "quarters", "survey"]);
    expect(codes(2023)).toEqual(["a", "b", "quarters", "later"]);
  });

  it("has the parts of the year that something is reported for", () => {
    expect(partsAskable(all, 2022).map(({ period }) => period)).toEqual([1, 2, 3, 4]);
    expect(partsAskable(all.slice(0, 2), 2022)).toEqual([]);
  });
});

describe("what is asked", () => {
  it("is each chosen KPI of its reporters: 2 + 1 + 4 quarters of 2", () => {
    expect(questionsOf(all, 2022, everything)).toHaveLength(2 + 1 + 4 * 2);
  });

  it("leaves out the organisations, KPIs and quarters that are not chosen", () => {
    const asked = questionsOf(all, 2022, {
      indicators: ["b", "quarters"],
      organisations: ["oita"],
      parts: ["quarterly-2"],
    });
    expect(asked).toEqual([{ indicatorId: "id-quarters", organisation: "oita", period: 2 }]);
  });
});
