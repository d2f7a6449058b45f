import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rubricSchema } from "#app/domain/rubric/rubric.ts";
import { type IndicatorData, isShown, type ListedIndicator } from "#seeds/plans/plan-data.ts";
import { kitakyushu } from "./plan.ts";

// The transcribed facts of the document.
type Kpi = {
  name: string;
  unit: string;
  baseline_value: number | null;
  baseline_year: number | null;
  baseline_text: string | null;
  target_value: number | null;
  target_year: number;
  target_period: string | null;
  target_text: string;
  kind: "level" | "cum" | "annual" | "milestone" | "milestone_not_due" | "rank" | "continue";
  actual_H27_text: string | null;
  actual_H27_value: number | null;
  actual_H28_text: string | null;
  actual_H28_value: number | null;
  op: "以上" | "以内" | null;
};
type Measure = {
  no: number;
  goal: string;
  section: string;
  name: string;
  bureau: string;
  grade: string;
  repost: boolean;
  funding_tags: string[];
  shared_kpi_with: string | null;
  kpis: Kpi[];
};

const file = new URL("../../../tests/golden/kitakyushu.facts.json", import.meta.url);
const facts: { measures: Measure[]; grades: Record<string, string> } = JSON.parse(
  readFileSync(file, "utf8"),
);
const { measures } = facts;
const { published, goals } = kitakyushu;
if (!published) throw new Error("北九州市 has published its results");

const placed = goals.flatMap((goal) =>
  goal.policies.flatMap((policy) => policy.projects.map((project) => ({ goal, policy, project }))),
);
const codeOf = (measure: Measure) => `M${String(measure.no).padStart(3, "0")}`;
const placeOf = (measure: Measure) => placed[measure.no - 1];
/** The measure that the KPIs of a 再掲 or of a merged cell belong to. */
const homeOf = (measure: Measure) =>
  measure.repost || measure.shared_kpi_with
    ? measures.find(({ name }) => name === (measure.shared_kpi_with ?? measure.name))
    : measure;
const cells = measures.flatMap((measure) =>
  measure.kpis.map((kpi, index) => ({
    code: `${codeOf(measure)}-${"abcdefgh"[index]}`,
    measure,
    kpi,
    index,
    listed: placeOf(measure)?.project.indicators[index] as ListedIndicator,
  })),
);
const own = cells.filter(({ measure }) => homeOf(measure) === measure);
const surveys = ["M014-a", "M075-a", "M075-b", "M076-a", "M076-b"];

const figure = (value: number | null) => (value === null ? null : String(value));
const inWords = (kpi: Kpi) => kpi.kind.startsWith("milestone");

describe("北九州市 as data", () => {
  it("has the goals, sections, measures and KPIs of the document", () => {
    expect([measures.length, placed.length]).toEqual([95, 95]);
    const listed = placed.flatMap(({ project }) => project.indicators);
    expect([cells.length, listed.length]).toEqual([174, 174]);
    expect(listed.filter((indicator) => !isShown(indicator))).toHaveLength(own.length);
    expect(listed.map(({ code }) => code)).toEqual(cells.map(({ code }) => code));
    expect(goals.map((goal) => [goal.code, goal.number, goal.policies.length])).toEqual([
      ["G1", "Ⅰ", 9],
      ["G2", "Ⅱ", 3],
    ]);
    for (const goal of goals)
      expect(goal.policies.map(({ code }) => code)).toEqual(
        goal.policies.map((_, index) => `${goal.code}-${index + 1}`),
      );
  });

  it.each(measures)("No. $no: $name", (measure) => {
    const place = placeOf(measure);
    expect(place?.goal.number).toBe(measure.goal);
    expect(`${place?.policy.number}${place?.policy.name}`).toBe(measure.section);
    expect(place?.project).toMatchObject({
      code: codeOf(measure),
      number: String(measure.no),
      name: measure.name,
      bureau: measure.bureau,
      firstFy: "H27",
      lastFy: "H31",
    });
    expect(place?.project.fundingTags ?? []).toEqual(measure.funding_tags);
    const home = homeOf(measure);
    expect(home).toBeDefined();
    expect(place?.project.repostOf).toBe(measure.repost && home ? codeOf(home) : undefined);
  });

  it.each(own)("$code: $kpi.name", ({ code, kpi, listed }) => {
    if (isShown(listed)) throw new Error(`${code} has no indicator of its own`);
    const asOf = listed.baseline.asOf;
    expect({ ...listed, note: "" }).toMatchObject({
      name: kpi.name,
      unit: kpi.unit,
      baseline: { value: figure(kpi.baseline_value), text: kpi.baseline_text },
      target: {
        value: inWords(kpi) ? null : figure(kpi.target_value),
        text: kpi.target_text,
        year: `H${kpi.target_year}`,
      },
      reporting: { reporters: ["kitakyushu"], aggregation: "single" },
    });
    if (kpi.baseline_year !== null)
      expect(asOf).toMatch(new RegExp(`^H${kpi.baseline_year}年度?$`));
    else expect(asOf).toBe(kpi.baseline_text === null ? null : "H21～H25の5ヵ年平均");
    if (asOf !== null) expect(kpi.baseline_text?.replaceAll(" ", "")).toContain(asOf);
    const { due, bound, from } = listed.target;
    if (due === null) expect(kpi.target_text).not.toMatch(/H\d/);
    else expect(kpi.target_text.replaceAll(" ", "")).toContain(due);
    expect(bound).toBe(kpi.op === null ? undefined : { 以上: "at_least", 以内: "at_most" }[kpi.op]);
    const first = kpi.target_period?.split("–")[0] ?? "H27";
    expect(from ?? "H27").toBe(first);
    expectKind(listed, kpi);
    expect(listed.survey?.everyYears).toBe(
      surveys.includes(code) ? (code === "M014-a" ? 3 : 5) : undefined,
    );
  });

  function expectKind({ series, direction, valueKind, roadmap, target }: IndicatorData, kpi: Kpi) {
    const kinds = {
      level: [/^(annual|stock)$/, "increase"],
      cum: [/^cumulative$/, "increase"],
      annual: [/^annual$/, "increase"],
      rank: [/^stock$/, "decrease"],
      milestone: [/^stock$/, "milestone"],
      milestone_not_due: [/^stock$/, "milestone"],
      continue: [/^annual$/, "increase"],
    } as const;
    const [expectedSeries, expectedDirection] = kinds[kpi.kind];
    expect(series).toMatch(expectedSeries);
    expect(direction).toBe(expectedDirection);
    const counted = kpi.unit === "%" ? "rate" : "count";
    expect(valueKind).toBe(inWords(kpi) ? "text" : kpi.kind === "rank" ? "rank" : counted);
    const first = Number((target.from ?? "H27").slice(1));
    const years = kpi.kind === "annual" ? [27, 28, 29, 30, 31].filter((y) => y >= first) : [];
    expect(roadmap.map(({ fy, value, text }) => ({ fy, value, text }))).toEqual(
      years.map((y) => ({ fy: 1988 + y, value: figure(kpi.target_value), text: kpi.target_text })),
    );
  }

  const elsewhere = cells.filter(({ measure }) => homeOf(measure) !== measure);

  it.each(elsewhere)(
    "$code: shows what is at home elsewhere",
    ({ code, measure, kpi, listed, index }) => {
      const home = homeOf(measure);
      const original = home?.kpis[index];
      expect(listed).toMatchObject({
        shows: `${home && codeOf(home)}${code.slice(4)}`,
        name: kpi.name,
        isRepost: measure.repost,
      });
      const same = ({ name, unit, baseline_text, target_text, ...rest }: Kpi) => [
        name,
        unit,
        baseline_text,
        target_text,
        rest.actual_H27_text,
        rest.actual_H28_text,
      ];
      const differs =
        JSON.stringify(same(kpi)) !== JSON.stringify(original && same(original)) &&
        kpi.actual_H28_text;
      expect(isShown(listed) && listed.printedDifferently).toBe(
        differs
          ? `H28年度実績：${differs}（元の施策では「${original?.actual_H28_text}」）`
          : undefined,
      );
    },
  );

  it.each(own)("$code: results of H27 and H28", ({ code, kpi }) => {
    const printed = published.actuals.filter(({ indicator }) => indicator === code);
    if (surveys.includes(code)) {
      // No survey was made: there is neither a figure nor an answer.
      expect(printed).toEqual([]);
      expect([kpi.actual_H27_value, kpi.actual_H28_value]).toEqual([null, null]);
      expect(`${kpi.actual_H27_text}${kpi.actual_H28_text}`).toMatch(/^[—－]/);
      return;
    }
    expect(printed.map(({ fy }) => fy)).toEqual(["H27", "H28"]);
    const given = [
      [kpi.actual_H27_text, kpi.actual_H27_value],
      [kpi.actual_H28_text, kpi.actual_H28_value],
    ] as const;
    for (const [index, [text, value]] of given.entries()) {
      const actual = printed[index];
      expect(actual?.printed).toBe(text ?? "");
      if (kpi.kind === "milestone" && text !== "—")
        expect(actual).toMatchObject({
          quality: "final",
          value: null,
          words: text,
          reached: value !== null,
        });
      else expect(actual).toMatchObject({ quality: qualityOf(text, value), value: figure(value) });
    }
  });

  function qualityOf(text: string | null, value: number | null) {
    if (value !== null) return text?.includes("一部調査中") ? "provisional" : "final";
    if (text === null) return "no_data";
    return /調査中|結果待ち/.test(text) ? "under_survey" : "not_applicable";
  }

  it("has the grade of every measure that is no 再掲", () => {
    const graded = measures.filter((measure) => !measure.repost);
    expect(published.marks.map(({ node, fy, value }) => ({ node, fy, value }))).toEqual(
      graded.map((measure) => ({
        node: codeOf(measure),
        fy: "H28",
        value: measure.grade === "一" ? "調査中" : measure.grade,
      })),
    );
    expect(graded.filter(({ grade }) => "ABCD".includes(grade))).toHaveLength(74);
    for (const { reason } of published.marks) expect(reason).toMatch(/^公表値/);
  });

  it("has no actual, mark or shown KPI of what is not there", () => {
    const codes = own.map(({ code }) => code);
    for (const { indicator } of published.actuals) expect(codes).toContain(indicator);
    for (const { listed } of elsewhere) expect(codes).toContain(isShown(listed) && listed.shows);
    expect(published.actuals).toHaveLength(2 * (own.length - surveys.length));
  });

  it("has the printed marks", () => {
    const rubric = rubricSchema.parse(kitakyushu.rubric);
    const counted = rubric.marks.filter((mark) => mark.counted);
    expect(Object.fromEntries(counted.map(({ symbol, label }) => [symbol, label]))).toEqual(
      facts.grades,
    );
  });
});
