import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { furthest } from "./furthest.ts";

const rubric = {
  marks: [
    { symbol: "○", label: "達成", tone: "good", byHand: false, counted: true },
    { symbol: "△", label: "おおむね達成", tone: "fair", byHand: false, counted: true },
    { symbol: "×", label: "未達", tone: "poor", byHand: false, counted: true },
    { symbol: "ー", label: "判定不能", tone: "none", byHand: false, counted: true },
    { symbol: "対象外", label: "対象外", tone: "poor", byHand: false, counted: false },
  ],
} as const satisfies Parameters<typeof furthest>[1];

const row = (code: string, mark: string | null, rate: string | null = null) => ({
  code,
  evaluation: { mark, rate },
});
const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).join(" ");

describe("the furthest", () => {
  it("behind is the worst mark first and under it the lowest rate, those in words last", () => {
    const { behind } = furthest(
      [
        row("a", "△", "0.98"),
        row("words", "×"),
        row("b", "×", "0.6999999999"),
        row("c", "△", "0.7"),
        row("d", "×", "-0.2"),
        row("e", "×", "0.3333333333"),
      ],
      rubric,
    );
    expect(codes(behind)).toBe("d e b words c");
  });

  it("ahead is the highest rate, to the last digit", () => {
    const { ahead } = furthest(
      [
        row("a", "○", "1.0000000001"),
        row("b", "○", "1.0000000002"),
        row("words", "○"),
        row("c", "○", "12"),
        row("d", "○", "2"),
      ],
      rubric,
    );
    expect(codes(ahead)).toBe("c d b a words");
  });

  it("of equal ones are those that the plan names first", () => {
    const rows = ["a", "b", "c"].map((code) => row(code, "×", "0.5"));
    expect(codes(furthest(rows, rubric, 2).behind)).toBe("a b");
  });

  it("are no more than there are, and none that only have no target to miss", () => {
    const rows = [
      row("a", "ー", "0.1"),
      row("b", "対象外", "0.1"),
      row("c", null),
      row("d", "?", "0.1"),
      { code: "e", evaluation: null },
    ];
    expect(furthest(rows, rubric)).toEqual({ behind: [], ahead: [] });
  });

  it("count a repost once", () => {
    const rows = [row("a", "×", "0.5"), row("b", "×", "0.4"), row("a", "×", "0.5")];
    expect(codes(furthest(rows, rubric).behind)).toBe("b a");
  });
});

const rates = fc.option(
  fc.integer({ min: -30_000, max: 30_000 }).map((number) => (number / 10_000).toFixed(4)),
);
const judged = fc
  .array(fc.tuple(fc.nat(30), fc.constantFrom("○", "△", "×", "ー", null), rates), { maxLength: 40 })
  .map((list) => list.map(([code, mark, rate]) => row(`K${code}`, mark, rate)));

test.prop([judged, fc.nat(8)])("never name one twice or without a mark", (rows, most) => {
  const { behind, ahead } = furthest(rows, rubric, most);
  const found = [...behind, ...ahead];
  expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
  for (const { evaluation } of behind) expect(["△", "×"]).toContain(evaluation.mark);
  for (const { evaluation } of ahead) expect(evaluation.mark).toBe("○");
  expect(Math.max(behind.length, ahead.length)).toBeLessThanOrEqual(most);
});

test.prop([judged])("stand in an order that fewer of them do not change", (rows) => {
  const all = furthest(rows, rubric, 100);
  const few = furthest(rows, rubric, 3);
  expect([few.behind, few.ahead]).toEqual([all.behind.slice(0, 3), all.ahead.slice(0, 3)]);
  for (const [side, sign] of [
    [all.behind, 1],
    [all.ahead, -1],
  ] as const)
    for (const [n, { evaluation }] of side.entries()) {
      const before = side[n - 1]?.evaluation;
      if (!before || before.mark !== evaluation.mark || evaluation.rate === null) continue;
      expect(before.rate).not.toBeNull();
      expect(sign * Number(before.rate)).toBeLessThanOrEqual(sign * Number(evaluation.rate));
    }
});
