import { describe, expect, it } from "vitest";
import { movementOf } from "./movement.ts";
import type { EvaluationView } from "./row.ts";

const rubric = {
  marks: [
    { symbol: "○", label: "達成", tone: "good", byHand: false, counted: true },
    { symbol: "×", label: "未達", tone: "poor", byHand: false, counted: true },
  ],
} as const satisfies Parameters<typeof movementOf>[2];

const seen = (mark: string | null, actual: string | null = "1") =>
  ({ mark, actual, actualText: null }) as EvaluationView;
const kpi = (id: string, evaluation: EvaluationView | null) => ({ id, evaluation });

const before = new Map([
  ["same", seen("○")],
  ["corrected", seen("○", "1")],
  ["better", seen("×")],
  ["worse", seen("○")],
  ["first", seen(null, null)],
  ["withdrawn", seen("○")],
  ["part of another", seen("○")],
]);
const now = [
  kpi("same", seen("○")),
  kpi("corrected", seen("○", "2")),
  kpi("better", seen("○")),
  kpi("worse", seen("×")),
  kpi("first", seen("○")),
  kpi("withdrawn", seen(null, null)),
  kpi("out of term", null),
];

describe("what moved", () => {
  it("within a year is told by kind, the worst first", () => {
    const { counts, moved } = movementOf(now, before, rubric, "same_year");
    expect(moved.map(({ kind, indicator }) => [kind, indicator.id])).toEqual([
      ["worse", "worse"],
      ["better", "better"],
      ["first", "first"],
      ["withdrawn", "withdrawn"],
      ["corrected", "corrected"],
    ]);
    expect(counts.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
  });

  it("since the year before is told by mark alone", () => {
    const { counts } = movementOf(now, before, rubric, "year_before");
    expect(counts.map(({ kind }) => kind)).toEqual(["worse", "better", "first"]);
  });
});
