import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { content, indicator, node } from "#tests/factories/plan-content.ts";
import { readActivities, writeActivities } from "./activities-text.ts";
import { diffIndicator, diffNode } from "./diff.ts";
import { writeIndicatorForm } from "./indicator-fields.ts";
import { readIndicatorForm } from "./indicator-form.ts";
import { readProjectForm, writeProjectForm } from "./project-form.ts";

const years = { firstFy: 2020, lastFy: 2030 };
const newId = () => "new id";
const plan = content(
  [
    node("G", { kind: "goal" }),
    node("G-1", { kind: "policy", parent: "G" }),
    node("P1", { parent: "G-1" }),
    node("P2", { parent: "G-1", position: 2 }),
  ],
  [indicator("P1-a", { home: "P1" })],
);
const own = plan.nodes[2] ?? node("P1");
const kpi = plan.indicators[0] ?? indicator("P1-a", { home: "P1" });

describe("activities as they are typed", () => {
  const typed =
    "データ連携基盤の検討\n　R5～R6　構築方法の検討\n　R7　構築\n　R8～　接続\n研修の実施";

  it("are lines with the bars of their schedule below", () => {
    const read = readActivities(typed, [], newId);
    expect(read).toMatchObject({
      activities: [
        {
          name: "データ連携基盤の検討",
          bars: [
            { fromFy: 2023, toFy: 2024, text: "構築方法の検討" },
            { fromFy: 2025, toFy: 2025, text: "構築" },
            { fromFy: 2026, toFy: null, text: "接続" },
          ],
        },
        { name: "研修の実施", bars: [] },
      ],
    });
    expect(read.ok && writeActivities(read.activities)).toBe(typed);
  });

  it("keep the id of an activity of the same name, wherever it stands now", () => {
    const before = [
      { id: "1", name: "相談", bars: [] },
      { id: "2", name: "研修", bars: [] },
    ];
    const read = readActivities("研修\n広報", before, newId);
    expect(read.ok && read.activities.map(({ id }) => id)).toEqual(["2", "new id"]);
  });

  it.each([
    ["　R6　実施", 1],
    ["相談\n　来年度　実施", 2],
    ["相談\n　R6～R5　実施", 2],
    [`相談\n${"長".repeat(201)}`, 2],
  ])("%j cannot be read in line %i", (text, line) => {
    expect(readActivities(text, [], newId)).toMatchObject({ ok: false, line });
  });

  const bar = fc
    .record({
      fromFy: fc.integer({ min: 2019, max: 2030 }),
      years: fc.option(fc.integer({ min: 0, max: 5 })),
      text: fc.constantFrom("", "調査", "試行　検証"),
    })
    .map(({ fromFy, years: more, text }) => ({
      fromFy,
      toFy: more === null ? null : fromFy + more,
      text,
    }));
  const activity = fc.record({
    name: fc.constantFrom("相談", "研修の実施", "R5 の検証"),
    bars: fc.array(bar, { maxLength: 4 }),
  });
  test.prop([fc.array(activity, { maxLength: 5 })])("read back as what was written", (list) => {
    const activities = list.map((each) => ({ id: "new id", ...each }));
    expect(readActivities(writeActivities(activities), [], newId)).toEqual({
      ok: true,
      activities,
    });
  });
});

describe("a project's form", () => {
  const read = (
    change: Record<string, string>,
    more: { before?: typeof own | null; scope?: "revision" | "edit" } = {},
  ) =>
    readProjectForm(
      { ...writeProjectForm(own, "G-1"), ...change },
      { content: plan, before: own, scope: "revision", years, newId, ...more },
    );

  it("sent as it came changes nothing", () => {
    const unchanged = read({});
    expect(unchanged.ok && diffNode(own, unchanged.node)).toBeNull();
  });

  it.each([
    ["name", "", "plan.name"],
    ["number", "", "plan.number"],
    ["parent", "P2", "plan.parent"],
    ["firstFy", "令和", "plan.first_fy"],
    ["lastFy", "2020", "plan.last_fy"],
    ["lastFy", "2031", "plan.last_fy"],
    ["activities", "相談\n　いつか　実施", "plan.activities"],
    ["repostOf", "P1", "plan.repost_of"],
    ["purpose", "長".repeat(2001), "plan.too_long"],
  ])("%s %j is refused there", (field, value, message) => {
    expect(read({ [field]: value })).toMatchObject({ ok: false, errors: { [field]: message } });
  });

  it("asks why a project ends, and who goes on", () => {
    expect(read({ ending: "closed" })).toMatchObject({
      errors: { closedReason: "plan.closed_reason" },
    });
    expect(read({ ending: "merged", closedReason: "統合", mergedInto: "P1" })).toMatchObject({
      errors: { mergedInto: "plan.merged_into" },
    });
    expect(read({ ending: "merged", closedReason: "統合", mergedInto: "P2" })).toMatchObject({
      node: { closedReason: "統合", mergedInto: "P2" },
    });
  });

  it("of an edit reads texts, themes and activities only", () => {
    const edited = read(
      { name: "別名", lastFy: "2030", parent: "", purpose: "新しい目的", "theme.gx": "on" },
      { scope: "edit" },
    );
    expect(edited.ok && edited.node).toEqual({
      ...own,
      themes: ["gx"],
      project: { ...own.project, purpose: "新しい目的" },
    });
  });

  it("of something new makes its code once", () => {
    const fresh = (code: string) => read({ code, ending: "none" }, { before: null });
    expect(fresh("P3")).toMatchObject({
      ok: true,
      node: { code: "P3", position: 3, id: "new id" },
    });
    expect(fresh("p1")).toMatchObject({ errors: { code: "plan.code_taken" } });
    expect(fresh("P1-A")).toMatchObject({ errors: { code: "plan.code_taken" } });
    expect(fresh("../x")).toMatchObject({ errors: { code: "plan.code" } });
  });
});

describe("a KPI's form", () => {
  const read = (change: Record<string, string>, before: typeof kpi | null = kpi) =>
    readIndicatorForm(
      { ...writeIndicatorForm(kpi, "P1"), ...change },
      { content: plan, before, organisations: ["fukuoka", "saga"], years, newId },
    );

  it("sent as it came changes nothing", () => {
    const unchanged = read({});
    expect(unchanged.ok && diffIndicator(kpi, unchanged.indicator)).toBeNull();
  });

  it("reads figures as people type them, in the printed unit", () => {
    const changed = read({
      targetValue: "１，２００件",
      "cell.2024": "1.1千件",
      "cell.2025": "※検討",
    });
    expect(changed).toMatchObject({
      indicator: {
        targetValue: "1200",
        roadmap: [
          { fy: 2024, value: "1100", text: "1.1千件", undecided: false },
          { fy: 2025, value: null, text: "※検討", undecided: true },
        ],
      },
    });
  });

  it("keeps what was printed with a cell that nobody touched", () => {
    const printed = {
      fy: 2024,
      spanFrom: 2022,
      value: "9",
      text: "R4～R6の間で9件",
      increment: null,
      undecided: false,
    };
    const unplaced = { ...printed, fy: null, spanFrom: null, text: "100 ％" };
    const before = { ...kpi, roadmap: [printed, unplaced] };
    const unchanged = readIndicatorForm(
      { ...writeIndicatorForm(before, "P1"), name: "別名" },
      { content: plan, before, organisations: ["saga"], years, newId },
    );
    expect(unchanged.ok && unchanged.indicator.roadmap).toEqual([printed, unplaced]);
  });

  it.each([
    ["name", "", "plan.name"],
    ["targetText", "", "plan.target_text"],
    ["targetValue", "百件", "figure.unreadable"],
    ["cell.2024", "約百件", "figure.unreadable"],
    ["home", "X", "plan.home"],
    ["lastFy", "2019", "plan.last_fy"],
    ["reposts", "P1", "plan.reposts"],
    ["series", "いつも", "plan.choose"],
  ])("%s %j is refused there", (field, value, message) => {
    expect(read({ [field]: value })).toMatchObject({ ok: false, errors: { [field]: message } });
  });

  it("asks who reports, and lets one alone give the region's figure", () => {
    expect(read({ "reporter.saga": "" })).toMatchObject({
      errors: { reporters: "plan.reporters" },
    });
    expect(read({ "reporter.fukuoka": "on", aggregation: "single" })).toMatchObject({
      errors: { aggregation: "plan.single_reporter" },
    });
  });

  it("shows it again on other projects, and keeps its home's code where it moves", () => {
    const shown = read({ reposts: "P2" });
    expect(
      shown.ok &&
        shown.indicator.shownOn.map(({ node: on, code, isRepost }) => [on, code, isRepost]),
    ).toEqual([
      ["P1", "P1-a", false],
      ["P2", "P2-P1-a", true],
    ]);
    const moved = read({ home: "P2" });
    expect(moved.ok && moved.indicator.shownOn.map(({ node: on, code }) => [on, code])).toEqual([
      ["P2", "P1-a"],
    ]);
  });
});
