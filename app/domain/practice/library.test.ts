import { describe, expect, it } from "vitest";
import { noPracticeFilter, passesFilter } from "./filter.ts";
import { outlineOf, placesIn } from "./outline.ts";

const nodes = [
  { id: "1", parentId: null, kind: "goal", code: "A", name: "甲" },
  { id: "2", parentId: "1", kind: "policy", code: "A-1", name: "施策" },
  { id: "3", parentId: "2", kind: "project", code: "A-1-1", name: "事業" },
  { id: "4", parentId: null, kind: "goal", code: "B", name: "乙" },
  { id: "5", parentId: "4", kind: "project", code: "B-1", name: "直下の事業" },
] as const;
const indicators = [
  { id: "a", code: "A-o1", name: "成果", homeNodeId: "1" },
  { id: "b", code: "A-1-a", name: "施策の指標", homeNodeId: "2" },
  { id: "c", code: "A-1-1-a", name: "事業の指標", homeNodeId: "3" },
];
const outline = outlineOf(nodes, indicators);

describe("the outline of a plan", () => {
  it("has the projects under their goals, and what hangs above projects at the goal", () => {
    expect(outline.map(({ code, projects }) => [code, projects.map((each) => each.code)])).toEqual([
      ["A", ["A-1-1"]],
      ["B", ["B-1"]],
    ]);
    expect(outline[0]?.indicators.map(({ code }) => code)).toEqual(["A-o1", "A-1-a"]);
    expect(outline[0]?.projects[0]?.indicators.map(({ code }) => code)).toEqual(["A-1-1-a"]);
  });

  it("says what a case belongs to, and the goals above it, each once", () => {
    const places = placesIn(outline, { nodeIds: ["1", "3", "5"], indicatorIds: ["c"] });
    expect(places.goals.map(({ code }) => code)).toEqual(["A", "B"]);
    expect(places.projects.map(({ code }) => code)).toEqual(["A-1-1", "B-1"]);
    expect(places.indicators.map(({ code }) => code)).toEqual(["A-1-1-a"]);
    expect(placesIn(outline, { nodeIds: [], indicatorIds: ["b"] }).goals).toHaveLength(1);
  });
});

describe("a filter of the library", () => {
  const practice = {
    themes: ["digital"],
    goals: [{ code: "A" }],
    indicators: [{ code: "A-1-a" }],
    organisation: { slug: "saga" },
    rollouts: [{ state: "done" }],
  } as const;
  it.each([
    [{}, true],
    [{ theme: "digital", pt: "A", by: "saga", kpi: "A-1-a", rollout: "done" }, true],
    [{ theme: "gx" }, false],
    [{ pt: "B" }, false],
    [{ by: "oita" }, false],
    [{ kpi: "A-1" }, false],
    [{ rollout: "planned" }, false],
    [{ rollout: "none" }, false],
  ])("%j: %s", (given, expected) => {
    expect(passesFilter(practice, { ...noPracticeFilter, ...given })).toBe(expected);
  });
  it("finds what nobody rolled out yet", () => {
    const untouched = { ...practice, rollouts: [] };
    expect(passesFilter(untouched, { ...noPracticeFilter, rollout: "none" })).toBe(true);
  });
});
