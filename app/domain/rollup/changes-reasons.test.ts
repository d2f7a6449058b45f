import { describe, expect, it } from "vitest";
import type { Assessment } from "../evaluation/assessment.ts";
import { answerChanges, judgementChanges } from "./changes-reasons.ts";

const answer = (organisationId: string, value: string | null, more = {}) => ({
  indicatorId: "k",
  organisationId,
  fy: 2023,
  period: 0,
  quality: "final" as const,
  value,
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  ...more,
});

describe("changed answers", () => {
  it("are those that say something else, and new ones", () => {
    const before = [answer("saga", "100"), answer("oita", "40"), answer("fukuoka", "0")];
    const after = [answer("saga", "90"), answer("oita", "40"), answer("okinawa", "0")];
    expect(
      answerChanges(before, after).map(({ organisationId, value, before: was }) => [
        organisationId,
        was?.value ?? null,
        value,
      ]),
    ).toEqual([
      ["saga", "100", "90"],
      ["okinawa", null, "0"],
    ]);
  });

  it("are also another quality of the same figure, and another part of the year", () => {
    const before = [answer("saga", "100", { quality: "provisional" })];
    expect(answerChanges(before, [answer("saga", "100")])).toHaveLength(1);
    expect(answerChanges(before, [answer("saga", "1", { period: 2 })])).toMatchObject([
      { before: null },
    ]);
  });
});

describe("changed judgements", () => {
  const set = (value: string, reason = "r", more: Partial<Assessment> = {}): Assessment => ({
    kind: "mark",
    indicatorId: "k",
    nodeId: null,
    fy: 2023,
    value,
    reason,
    ...more,
  });

  it("are given, changed, reasoned otherwise or taken back", () => {
    const between = (before: Assessment[], after: Assessment[]) =>
      judgementChanges(before, after).map((change) => [change.before, change.after, change.reason]);
    expect(between([], [set("○")])).toEqual([[null, "○", "r"]]);
    expect(between([set("△")], [set("○")])).toEqual([["△", "○", "r"]]);
    expect(between([set("○")], [set("○", "s")])).toEqual([["○", "○", "s"]]);
    expect(between([set("○")], [])).toEqual([["○", null, ""]]);
    expect(between([set("○")], [set("○")])).toEqual([]);
  });

  it("are held apart by what they are of", () => {
    const outlook = set("○", "r", { kind: "outlook" });
    const node = set("○", "r", { indicatorId: null, nodeId: "n" });
    expect(judgementChanges([set("○")], [set("○"), outlook, node])).toMatchObject([
      { kind: "outlook", indicatorId: "k" },
      { kind: "mark", nodeId: "n" },
    ]);
  });
});
