import { expect, it } from "vitest";
import type { Rubric } from "../rubric/rubric.ts";
import { rubricSchema } from "../rubric/rubric.ts";
import type { NodeEvaluation } from "./summary.ts";
import { themesWithInherited } from "./themes.ts";
import { type Attachment, type PlanNode, summarise } from "./tree.ts";

const rubric: Rubric = rubricSchema.parse({
  name: "試験",
  expectation: "roadmap",
  rate: { default: "ratio", byValueKind: {} },
  marks: [
    { symbol: "○", label: "評価", tone: "good" },
    { symbol: "×", label: "評価", tone: "poor" },
    { symbol: "ー", label: "評価", tone: "none" },
  ],
  rules: [],
  notJudgeable: "ー",
  incomplete: "withhold",
  combination: "worst",
});

const node = (
  id: string,
  parentId: string | null,
  kind: PlanNode["kind"],
  repostOfId: string | null = null,
): PlanNode => ({
  id,
  parentId,
  kind,
  code: id,
  repostOfId,
});
const kpi = (indicatorId: string, nodeId: string, isRepost = false): Attachment => ({
  indicatorId,
  nodeId,
  role: "kpi",
  isRepost,
});
const marked = (mark: string | null, unjudged: string | null = null): NodeEvaluation => ({
  mark,
  computedMark: mark,
  rate: null,
  unjudged,
  reported: mark ? 9 : 7,
  expectedReporters: 9,
  isDemo: false,
});

// Two PTs; a shared KPI (b), a repost of project P1 under policy Q, a KPI out of term (d).
const nodes = [
  node("PT1", null, "goal"),
  node("PT2", null, "goal"),
  node("P", "PT1", "policy"),
  node("Q", "PT1", "policy"),
  node("R", "PT2", "policy"),
  node("P1", "P", "project"),
  node("P2", "P", "project"),
  node("Q1", "Q", "project", "P1"),
  node("R1", "R", "project"),
];
const attachments = [
  kpi("a", "P1"),
  kpi("b", "P2"),
  kpi("c", "P2"),
  kpi("a", "Q1", true),
  kpi("b", "R1"),
  kpi("d", "R1"),
  { ...kpi("a", "PT1"), role: "outcome" as const },
];
const evaluations = new Map([
  ["a", marked("○")],
  ["b", marked("×")],
  ["c", marked(null, "incomplete")],
]);

it("counts each indicator once at every level, reposts and shared ones too", () => {
  const { total, byNode } = summarise({ nodes, attachments, evaluations, rubric });
  expect(total).toMatchObject({
    counted: 4,
    counts: { "○": 1, "×": 1, ー: 0 },
    incomplete: 1,
    outOfTerm: 1,
  });
  expect(byNode.get("PT1")).toMatchObject({
    counted: 3,
    counts: { "○": 1, "×": 1 },
    incomplete: 1,
  });
  expect(byNode.get("PT2")).toMatchObject({
    counted: 2,
    counts: { "○": 0, "×": 1 },
    outOfTerm: 1,
  });
  expect(byNode.get("Q")).toMatchObject({ counted: 0, counts: { "○": 0, "×": 0 } });
  expect(total).toMatchObject({ reported: 9 + 9 + 7, expectedReporters: 27 });
});

it("a repost or a further place changes no count", () => {
  const more = [...attachments, kpi("a", "R1", true), kpi("b", "P1")];
  expect(summarise({ nodes, attachments: more, evaluations, rubric }).total).toEqual(
    summarise({ nodes, attachments, evaluations, rubric }).total,
  );
});

it("combines a project's marks, and shows the original's mark at a repost", () => {
  const { byNode } = summarise({ nodes, attachments, evaluations, rubric });
  expect(byNode.get("P1")?.mark).toBe("○");
  expect(byNode.get("Q1")?.mark).toBe("○");
  expect(byNode.get("P2")?.mark).toBeNull();
  expect(byNode.get("R1")?.mark).toBe("×");
});

it("hands a policy's theme down to its projects", () => {
  const inherited = themesWithInherited(
    nodes,
    new Map([
      ["Q", ["women"]],
      ["P1", ["digital"]],
    ]),
  );
  expect(inherited.get("Q1")).toEqual(["women"]);
  expect(inherited.get("P1")).toEqual(["digital"]);
  expect(inherited.get("R1")).toEqual([]);
});
