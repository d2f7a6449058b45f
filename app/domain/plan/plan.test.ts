import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { content, indicator, node } from "#tests/factories/plan-content.ts";
import { applyProposals } from "./apply.ts";
import { changeList } from "./change-list.ts";
import { diffPlans } from "./diff.ts";
import { brokenReferences } from "./integrity.ts";
import { isSame, mergeProposal } from "./merge.ts";
import {
  earliestDecision,
  nextRevisionState,
  revisionStates,
  revisionSteps,
  versionForYear,
  versionOnDay,
} from "./revision.ts";
import { planTree } from "./tree.ts";

describe("what two people made of the same thing", () => {
  it("is put together where they changed different fields", () => {
    const basis = { name: "a", project: { purpose: "p", bureau: "b" }, themes: ["gx"] };
    const proposal = { ...basis, name: "A", project: { purpose: "P", bureau: "b" } };
    const now = { ...basis, project: { purpose: "p", bureau: "B" }, themes: [] };
    expect(mergeProposal(basis, proposal, now)).toEqual({
      merged: { name: "A", project: { purpose: "P", bureau: "B" }, themes: [] },
      conflicts: [],
    });
  });

  it("is a conflict where both changed a field to different values, and stays as it stands", () => {
    const merged = mergeProposal({ a: 1, b: 1 }, { a: 2, b: 2 }, { a: 3, b: 2 });
    expect(merged).toEqual({ merged: { a: 3, b: 2 }, conflicts: ["a"] });
  });

  const thing = fc.record({
    a: fc.integer({ min: 0, max: 2 }),
    b: fc.option(fc.integer({ min: 0, max: 2 })),
    c: fc.record({ d: fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 2 }) }),
  });
  test.prop([thing, thing, thing])("is nobody's loss", (basis, mine, theirs) => {
    // Whoever changed nothing takes nothing away, whoever is alone gets it all.
    expect(mergeProposal(basis, basis, theirs)).toEqual({ merged: theirs, conflicts: [] });
    expect(mergeProposal(basis, mine, basis)).toEqual({ merged: mine, conflicts: [] });
    expect(mergeProposal(basis, mine, mine)).toEqual({ merged: mine, conflicts: [] });
    const { merged, conflicts } = mergeProposal(basis, mine, theirs);
    const other = mergeProposal(basis, theirs, mine);
    expect(other.conflicts).toEqual(conflicts);
    if (conflicts.length === 0) expect(other.merged).toEqual(merged);
  });
});

const plan = content(
  [
    node("G", { kind: "goal", organisations: [{ slug: "saga", role: "lead" }] }),
    node("G-1", { kind: "policy", parent: "G" }),
    node("G-2", { kind: "policy", parent: "G", position: 2 }),
    node("P1", { parent: "G-1" }),
    node("P2", { parent: "G-1", position: 2 }),
  ],
  [indicator("P1-a", { home: "P1" }), indicator("P2-a", { home: "P2" })],
);
const changed = (code: string, more: Parameters<typeof node>[1]) => ({
  content: { kind: "node" as const, node: { ...found(code), ...more } },
  basis: { kind: "node" as const, node: found(code) },
});
const found = (code: string) => plan.nodes.find((each) => each.code === code) ?? node(code);
const planWith = (...proposals: Parameters<typeof applyProposals>[1]) =>
  applyProposals(plan, proposals).content;
const kinds = (later: typeof plan) =>
  changeList(later, diffPlans(plan, later)).flatMap(({ entries }) =>
    entries.map((entry) => `${entry.node.code} ${entry.change}`),
  );

describe("the differences between two versions", () => {
  it("are none of a plan with itself, however its fields are ordered", () => {
    const turned = JSON.parse(
      JSON.stringify(plan, (_, value: unknown) =>
        value !== null && typeof value === "object" && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ),
    );
    expect(diffPlans(plan, turned)).toEqual([]);
  });

  it("name what is new, changed, moved, closed and merged", () => {
    const fresh = {
      content: { kind: "node" as const, node: node("P3", { parent: "G-2" }) },
      basis: null,
    };
    expect(kinds(planWith(fresh))).toEqual(["P3 added"]);
    const again = {
      content: { kind: "node" as const, node: node("P4", { parent: "G-2", repostOf: "P1" }) },
      basis: null,
    };
    expect(kinds(planWith(again))).toEqual(["P4 reposted"]);
    expect(kinds(planWith(changed("P1", { name: "新しい名称" })))).toEqual(["P1 changed"]);
    expect(kinds(planWith(changed("P1", { parent: "G-2" })))).toEqual(["P1 moved"]);
    expect(kinds(planWith(changed("P1", { closedReason: "目的を達した" })))).toEqual(["P1 closed"]);
    expect(kinds(planWith(changed("P1", { closedReason: "P2 に統合", mergedInto: "P2" })))).toEqual(
      ["P1 merged"],
    );
  });

  it("call a project changed of which only a KPI is", () => {
    const [own] = plan.indicators;
    if (!own) throw new Error("no indicator");
    const more = { ...own, targetValue: "120", roadmap: [{ ...cell(2026, "110") }] };
    const later = planWith({
      content: { kind: "indicator", indicator: more },
      basis: { kind: "indicator", indicator: own },
    });
    expect(kinds(later)).toEqual(["P1 changed"]);
    expect(diffPlans(plan, later)[0]?.fields).toEqual([
      { kind: "figure", field: "targetValue", before: "100", after: "120" },
      { kind: "cell", fy: 2025, before: cell(2025, "100"), after: null },
      { kind: "cell", fy: 2026, before: null, after: cell(2026, "110") },
    ]);
  });
});

const cell = (fy: number, value: string) => ({
  fy,
  spanFrom: null,
  value,
  text: value,
  increment: null,
  undecided: false,
});

describe("a plan with proposals in it", () => {
  it("closes the KPIs of a closed project with it, and leaves the others", () => {
    const closing = changed("P1", {
      closedReason: "終了",
      project: { ...project(found("P1")), lastFy: 2024 },
    });
    const later = planWith(closing);
    expect(
      later.indicators.map(({ code, lastFy, closedReason }) => [code, lastFy, closedReason]),
    ).toEqual([
      ["P1-a", 2024, "終了"],
      ["P2-a", 2025, null],
    ]);
  });

  it("counts siblings anew where one moves", () => {
    const later = planWith(changed("P1", { parent: "G-2" }));
    expect(later.nodes.map(({ code, parent, position }) => [code, parent, position])).toEqual([
      ["G", null, 1],
      ["G-1", "G", 1],
      ["G-2", "G", 2],
      ["P1", "G-2", 1],
      ["P2", "G-1", 1],
    ]);
  });

  it("is told of a code that two made up", () => {
    const fresh = {
      content: { kind: "node" as const, node: node("P1", { parent: "G-2" }) },
      basis: null,
    };
    expect(applyProposals(plan, [fresh]).conflicts).toEqual([
      { kind: "node", code: "P1", fields: ["code"] },
    ]);
  });

  it("names what leads nowhere", () => {
    expect(brokenReferences(plan)).toEqual([]);
    const broken = planWith(changed("G-1", { parent: "P1" }));
    expect(brokenReferences(broken).map(({ at, why }) => `${at} ${why}`)).toEqual([
      "G-1 cycle",
      "P1 cycle",
    ]);
    const homeless = { ...plan, nodes: plan.nodes.filter(({ code }) => code !== "P2") };
    expect(brokenReferences(homeless).map(({ why }) => why)).toEqual([
      "unknown_node",
      "unknown_node",
    ]);
    expect(planTree(homeless).nodes.map(({ code }) => code)).toEqual(["G", "G-1", "P1", "G-2"]);
  });
});

function project(of: ReturnType<typeof node>) {
  if (!of.project) throw new Error("no project");
  return of.project;
}

describe("versions", () => {
  const versions = [
    { version: 1, firstFy: 2020, effectiveOn: "2020-04-01" },
    { version: 2, firstFy: 2023, effectiveOn: "2023-04-01" },
    { version: 3, firstFy: 2023, effectiveOn: "2023-10-01" },
    { version: 4, firstFy: 2026, effectiveOn: "2025-11-01" },
  ];

  it.each([
    [2019, 1],
    [2022, 1],
    [2023, 3],
    [2025, 3],
    [2026, 4],
    [2030, 4],
  ])("the year %i is graded by version %i", (fy, version) => {
    expect(versionForYear(versions, fy)?.version).toBe(version);
  });

  it.each([
    ["2020-03-31", undefined],
    ["2020-04-01", 1],
    ["2023-09-30", 2],
    ["2023-10-01", 3],
    ["2025-10-31", 3],
    ["2026-11-20", 4],
  ])("on %s version %s is in force", (day, version) => {
    expect(versionOnDay(versions, day)?.version).toBe(version);
  });

  it("are decided one after the other; an edit decides nothing, and a draft comes before its plan", () => {
    const decided = [
      { kind: "original", effectiveOn: "2023-04-01" },
      { kind: "edit", effectiveOn: "2026-11-20" },
    ] as const;
    expect(earliestDecision({ isDraft: false, versions: decided })).toBe("2023-04-01");
    expect(earliestDecision({ isDraft: true, versions: decided })).toBeNull();
  });

  it("take steps that are over once they are adopted or abandoned", () => {
    const table = revisionStates.map((state) =>
      revisionSteps.map((step) => nextRevisionState(state, step)),
    );
    expect(table).toEqual([
      ["assembled", null, null, "abandoned"],
      [null, "collecting", "adopted", "abandoned"],
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });
});

it("sees what is the same, whatever the order of the fields", () => {
  expect(isSame({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(isSame([1, 2], [2, 1])).toBe(false);
});
