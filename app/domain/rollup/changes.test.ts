import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import type { EvaluationView } from "./row.ts";

const marks = ["A", "B", "C"].map((symbol) => ({
  symbol,
  label: symbol,
  tone: "good" as const,
  byHand: false,
  counted: true,
}));
const rubric = {
  marks: [
    ...marks,
    { symbol: "？", label: "判定不能", tone: "none" as const, byHand: false, counted: true },
    { symbol: "－", label: "対象外", tone: "none" as const, byHand: false, counted: false },
  ],
};

const seen = (given: Partial<EvaluationView>): EvaluationView => ({
  actual: "10",
  actualText: null,
  expected: "12",
  expectedText: null,
  expectedFrom: "roadmap",
  rate: "0.8333333333",
  computedMark: "B",
  mark: "B",
  unjudged: null,
  reported: 9,
  expectedReporters: 9,
  missing: [],
  provisional: [],
  underSurvey: [],
  noData: [],
  notApplicable: [],
  isDemo: false,
  ...given,
});
const between = (before: EvaluationView | null, after: EvaluationView | null) =>
  changesBetween(
    new Map(before ? [["k", before]] : []),
    new Map(after ? [["k", after]] : []),
    rubric,
  ).map(({ kind }) => kind);

describe("what changed of a KPI", () => {
  it.each([
    ["nothing", seen({}), seen({}), []],
    ["a better mark", seen({}), seen({ mark: "A", actual: "12" }), ["better"]],
    ["a worse mark", seen({}), seen({ mark: "C", actual: "2" }), ["worse"]],
    ["a first mark", seen({ mark: null, unjudged: "not_reported" }), seen({}), ["first"]],
    ["no mark any more", seen({}), seen({ mark: null, unjudged: "incomplete" }), ["withdrawn"]],
    ["a mark outside the scale", seen({}), seen({ mark: "－" }), ["corrected"]],
    ["a mark that judges nothing", seen({}), seen({ mark: "？" }), ["corrected"]],
    ["another figure, the same mark", seen({}), seen({ actual: "10.5" }), ["corrected"]],
    ["a figure where none was", seen({ actual: null }), seen({}), ["first"]],
    ["zero is a figure", seen({ actual: null }), seen({ actual: "0" }), ["first"]],
    ["a figure taken back", seen({}), seen({ actual: null }), ["withdrawn"]],
    ["one report more", seen({ reported: 8, missing: ["saga"] }), seen({}), ["corrected"]],
    ["what is provisional no more", seen({ provisional: ["saga"] }), seen({}), ["corrected"]],
    ["a KPI that was added", null, seen({}), ["added"]],
    ["a KPI that was taken out", seen({}), null, ["removed"]],
  ])("is told: %s", (_, before, after, kinds) => {
    expect(between(before, after)).toEqual(kinds);
  });
});
