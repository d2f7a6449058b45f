import { describe, expect, it } from "vitest";
import {
  filterChoices,
  filterIndicators,
  filterQuery,
  type PlacedIndicator,
  parseFilter,
} from "./filter.ts";
import type { EvaluationView, NodeLink } from "./row.ts";

const node = (kind: NodeLink["kind"], code: string): NodeLink => ({
  kind,
  code,
  number: "",
  name: code,
  themes: [],
});

const rubric = {
  marks: [
    { symbol: "○", label: "達成", tone: "good", byHand: false, counted: true },
    { symbol: "△", label: "おおむね達成", tone: "fair", byHand: false, counted: true },
    { symbol: "×", label: "未達", tone: "poor", byHand: false, counted: true },
    { symbol: "ー", label: "判定不能", tone: "none", byHand: false, counted: true },
  ],
} as const satisfies Parameters<typeof filterIndicators>[2];

const seen = (given: Partial<EvaluationView>) =>
  ({ mark: null, unjudged: null, reported: 1, missing: [], ...given }) as EvaluationView;

const kpi = (code: string, given: Partial<PlacedIndicator>): PlacedIndicator =>
  ({
    id: code,
    code,
    goals: ["A"],
    policies: ["A-1"],
    themes: [],
    reporters: ["saga"],
    targetFy: 2024,
    hasOwnTarget: false,
    place: { goal: node("goal", "A"), policy: node("policy", "A-1"), project: null },
    evaluation: seen({ mark: "○" }),
    ...given,
  }) as PlacedIndicator;

const all = [
  kpi("reached", { hasOwnTarget: true }),
  kpi("shared", { goals: ["A", "B"], evaluation: seen({ mark: "△" }), themes: ["gx"] }),
  kpi("missed", { evaluation: seen({ mark: "×" }), targetFy: null }),
  kpi("undecided", { evaluation: seen({ mark: "ー", unjudged: "undecided" }) }),
  kpi("surveyed", { evaluation: seen({ unjudged: "under_survey", reported: 0 }) }),
  kpi("silent", {
    evaluation: seen({ unjudged: "not_reported", reported: 0, missing: ["saga", "oita"] }),
    reporters: ["saga", "oita"],
    policies: ["A-2"],
  }),
  kpi("partial", {
    evaluation: seen({ unjudged: "incomplete", reported: 1, missing: ["oita"] }),
    reporters: ["saga", "oita"],
    targetFy: 2027,
  }),
  kpi("over", { evaluation: null, goals: ["B"] }),
];
const choices = filterChoices(all, {
  goals: ["A", "B"],
  policies: ["A-1", "A-2"],
  organisations: ["fukuoka", "oita", "saga"],
  rubric,
});
const found = (query: string) => {
  const { filter } = parseFilter(new URLSearchParams(query), choices);
  return filterIndicators(all, filter, rubric)
    .map(({ code }) => code)
    .join(" ");
};

describe("what a roll-up is narrowed down to", () => {
  it.each([
    ["", all.map(({ code }) => code).join(" ")],
    ["pt=B", "shared over"],
    ["policy=A-2", "silent"],
    ["theme=gx", "shared"],
    ["org=oita", "silent partial"],
    ["mark=△", "shared"],
    ["mark=missed", "shared missed"],
    ["mark=not_reported", "silent"],
    ["mark=incomplete", "partial"],
    ["mark=unmarked", "surveyed"],
    ["mark=open", "shared missed silent partial"],
    ["due=this", "reached"],
    ["due=2027", "partial"],
    ["reported=1", "reached shared missed undecided"],
    ["reported=1&org=saga", "reached shared missed undecided partial"],
    ["pt=A&mark=open&org=oita", "silent partial"],
    ["pt=B&mark=×", ""],
  ])("by %s", (query, codes) => {
    expect(found(query)).toBe(codes);
  });

  it("offers what there is, and nothing else", () => {
    expect(choices).toMatchObject({
      theme: ["gx"],
      org: ["oita", "saga"],
      due: ["this", "2024", "2027"],
    });
  });

  it("leaves out what there is not, and names it", () => {
    const query = new URLSearchParams("pt=Z&mark=constructor&org=saga&due=2024e0&reported=yes");
    const { filter, ignored } = parseFilter(query, choices);
    expect(ignored).toEqual(["pt", "mark", "due", "reported"]);
    expect(filterQuery(filter)).toEqual({ org: "saga" });
  });

  it("is an address, and is one again without a condition", () => {
    const query = new URLSearchParams("mark=△&pt=A");
    const { filter } = parseFilter(query, choices);
    expect(filterQuery(filter)).toEqual({ pt: "A", mark: "△" });
    expect(filterQuery(filter, "mark")).toEqual({ pt: "A" });
  });
});
