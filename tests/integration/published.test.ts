import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exact } from "#app/domain/figure/exact.ts";
import { presentIndicator, presentRollup } from "#app/lib/api/present.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { readNode } from "#app/services/rollup/read-node.server.ts";
import { kitakyushu } from "#seeds/plans/kitakyushu/plan.ts";
import { kurume } from "#seeds/plans/kurume/plan.ts";
import { mine } from "#seeds/plans/mine/plan.ts";
import {
  isShown,
  type PlanData,
  type PrintedYear,
  type PublishedData,
  yearOf,
} from "#seeds/plans/plan-data.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { actingAs } from "#tests/factories/steps.ts";

// What the cities published is in the data, which is compared with its transcription beside it
// (seeds/plans). Here the portal, as somebody reads it who is not signed in, must come to the same.

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

function publishedBy({ name, published }: PlanData): PublishedData {
  if (!published) throw new RangeError(`${name} publishes nothing`);
  return published;
}

async function read(plan: PlanData, fy: number) {
  const reading = await readRollup(actingAs(portal, null), plan.code, fy);
  const { indicators, nodes, published } = presentRollup(reading);
  const only = <Row extends { code: string }>(rows: readonly Row[], code: string): Row => {
    const found = rows.filter((row) => row.code === code);
    const [row] = found;
    if (row === undefined || found.length > 1) throw new Error(`${found.length} of ${code}`);
    return row;
  };
  return {
    reading,
    published,
    indicators,
    nodes,
    indicator: (code: string) => only(indicators, code),
    node: (code: string) => only(nodes, code),
    summary: (code: string) => {
      const summary = reading.byNode.get(only(reading.nodes, code).id);
      if (!summary) throw new Error(`No summary of ${code}`);
      return summary;
    },
  };
}

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What several nodes carry together, by mark. */
function together(counts: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [symbol, count] of counts.flatMap((each) => Object.entries(each)))
    sums[symbol] = (sums[symbol] ?? 0) + count;
  return sums;
}

const plans = [kurume, kitakyushu];
const editions = plans.flatMap((plan) =>
  publishedBy(plan).editions.map(({ fy }) => ({ plan, printed: fy, fy: yearOf(fy) })),
);

describe("the results that the cities printed", () => {
  it.each(editions)(
    "$plan.owner $printed: are what everybody reads",
    async ({ plan, printed, fy }) => {
      const { published, indicators, indicator } = await read(plan, fy);
      expect(published).toBe(true);
      expect(indicators.filter((result) => result.demo)).toEqual([]);
      const actuals = publishedBy(plan).actuals.filter((actual) => actual.fy === printed);
      expect(actuals.length).toBeGreaterThan(0);
      for (const actual of actuals) {
        const result = indicator(actual.indicator);
        const { value, words = null, quality } = actual;
        expect(result.actual && exact(result.actual), actual.indicator).toEqual(
          value && exact(value),
        );
        expect(result.actualText, actual.indicator).toBe(words);
        expect(result.provisional, actual.indicator).toBe(quality === "provisional");
        expect(result.notApplicable.length > 0, actual.indicator).toBe(
          quality === "not_applicable",
        );
        if (value === null && words === null) {
          expect(result.unjudged, actual.indicator).toBe(quality);
          expect(result.achievementRate, actual.indicator).toBeNull();
        }
      }
      // Nothing else has a figure but what is computed from those.
      const reported = actuals.map((actual) => actual.indicator);
      const others = indicators.filter((result) => !reported.includes(result.code));
      expect(others.flatMap((result) => (result.actual === null ? [] : [result.code]))).toEqual(
        plan === kurume ? ["T3"] : [],
      );
    },
  );

  it.each(editions)(
    "$plan.owner $printed: come with the city's answer",
    async ({ plan, printed, fy }) => {
      const actuals = publishedBy(plan).actuals.filter((actual) => actual.fy === printed);
      for (const actual of actuals) {
        const codes = { plan: plan.code, indicator: actual.indicator };
        const reading = await readIndicator(actingAs(portal, null), codes, fy);
        const { reporters, published } = (reading && presentIndicator(reading)) ?? {};
        expect([published, reporters?.length], actual.indicator).toEqual([true, 1]);
        expect(reporters?.[0], actual.indicator).toMatchObject({
          organisation: plan.owner,
          quality: actual.quality,
          words: actual.words ?? null,
          demo: false,
        });
        const value = reporters?.[0]?.value;
        expect(value && exact(value)).toEqual(actual.value && exact(actual.value));
      }
    },
  );

  it.each(plans)("$owner: are of no other year", async (plan) => {
    for (const fy of [2017, 2018, 2019]) {
      const { published, indicators } = await read(plan, fy);
      expect(published).toBe(false);
      expect(indicators.filter((result) => result.actual !== null || result.mark !== null)).toEqual(
        [],
      );
    }
  });

  it("are none of 美祢市", async () => {
    const { published, indicators, nodes } = await read(mine, 2016);
    expect(published).toBe(false);
    expect(indicators).toHaveLength(9);
    expect(indicators.filter((result) => result.actual !== null)).toEqual([]);
    expect(nodes.filter((node) => node.kind === "project")).toHaveLength(23);
    const linked = await readNode(
      actingAs(portal, null),
      { plan: "mine", kind: "strategy", node: "S3" },
      2016,
    );
    expect(linked?.linked.map(({ node }) => node.code)).toEqual(mine.strategies?.[2]?.projects);
  });
});

describe("the roadmaps on a project's page", () => {
  const open = (plan: string, node: string, fy: number) =>
    readNode(actingAs(portal, null), { plan, kind: "project", node }, fy);

  it.each([2016, 2018])("have every published year, whichever is read (%i)", async (fy) => {
    const project = await open("kitakyushu", "M003", fy);
    const shown = project?.roadmaps.map(({ indicator, years }) => [
      indicator.code,
      years.map((year) => `${year.fy} ${Number(year.actual)}`),
    ]);
    expect(shown).toEqual([[project?.indicators[0]?.code, ["2015 217", "2016 223"]]]);
  });

  it("have no figure where nothing was published", async () => {
    const project = await open("jewels", "JSD-2-1", 2023);
    expect(project?.roadmaps.map(({ indicator, years }) => [indicator.code, years])).toEqual(
      project?.indicators.map(({ code }) => [code, []]),
    );
    expect(project?.roadmaps).toHaveLength(3);
  });
});

describe("the loaded plans", () => {
  const municipal = [kurume, kitakyushu, mine];
  const fyOf = (printed: PrintedYear | null | undefined) => (printed ? yearOf(printed) : null);
  const projectsOf = (plan: PlanData) =>
    plan.goals.flatMap((goal) => goal.policies.flatMap((policy) => policy.projects));

  it.each(municipal)("$owner: every indicator as it is defined", async (plan) => {
    const defined = plan.goals.flatMap((goal) => [
      ...goal.outcomes,
      ...(goal.parts ?? []),
      ...goal.policies.flatMap((policy) => policy.projects.flatMap((p) => p.indicators)),
    ]);
    const loaded = await portal.owner`
      select i.code, i.name, i.unit, i.series, i.direction, i.value_kind as "valueKind",
        trim_scale(i.baseline_value)::text as "baselineValue", i.baseline_text as "baselineText",
        i.baseline_as_of as "asOf", trim_scale(i.target_value)::text as "targetValue",
        i.target_text as "targetText", i.target_due as due, i.target_fy as "targetFy",
        i.target_bound as bound, i.target_from_fy as "fromFy", i.survey_interval as "everyYears",
        i.survey_fy as "surveyFy", i.places, i.derivation,
        array(select o.slug from indicator_reporters r
          join organisations o on o.id = r.organisation_id where r.indicator_id = i.id) as reporters,
        (select count(*)::int from targets t where t.indicator_id = i.id) as cells
      from indicators i join plans p on p.id = i.plan_id where p.code = ${plan.code}
      order by i.position`;
    const expected = defined.flatMap((listed) => {
      if (isShown(listed)) return [];
      const { baseline, target, survey, reporting } = listed;
      return {
        code: listed.code,
        name: listed.name,
        unit: listed.unit,
        series: listed.series,
        direction: listed.direction,
        valueKind: listed.valueKind,
        baselineValue: baseline.value,
        baselineText: baseline.text,
        asOf: baseline.asOf,
        targetValue: target.value,
        targetText: target.text,
        due: target.due,
        targetFy: fyOf(target.year),
        bound: target.bound ?? null,
        fromFy: fyOf(target.from),
        everyYears: survey?.everyYears ?? null,
        surveyFy: fyOf(survey?.year),
        places: listed.places ?? null,
        derivation: "derivation" in reporting ? reporting.derivation : null,
        reporters: "derivation" in reporting ? [] : [plan.owner],
        cells: listed.roadmap.length,
      };
    });
    expect([...loaded]).toEqual(expected);
  });

  it.each(municipal)("$owner: every project with its bureau and grants", async (plan) => {
    const loaded = await portal.owner`
      select n.code, n.number, n.name, x.first_fy as "firstFy", x.last_fy as "lastFy", x.bureau,
        x.funding_tags as "fundingTags", original.code as "repostOf"
      from projects x join plan_nodes n on n.id = x.node_id join plans p on p.id = n.plan_id
      left join plan_nodes original on original.id = n.repost_of_id
      where p.code = ${plan.code} order by n.code`;
    const expected = projectsOf(plan).map((project) => ({
      code: project.code,
      number: project.number,
      name: project.name,
      firstFy: 2015,
      lastFy: 2019,
      bureau: project.bureau ?? null,
      fundingTags: project.fundingTags ?? [],
      repostOf: project.repostOf ?? null,
    }));
    expect([...loaded]).toEqual(expected);
  });

  it.each(municipal)("$owner: every schedule, and what strategies refer to", async (plan) => {
    const rows = await portal.owner`
      select n.code, a.name, b.from_fy as "from", b.to_fy as "to", b.text
      from activities a join plan_nodes n on n.id = a.node_id join plans p on p.id = n.plan_id
      left join activity_bars b on b.activity_id = a.id
      where p.code = ${plan.code} order by n.code, a.position, b.position`;
    const places = [...plan.goals, ...projectsOf(plan), ...(plan.strategies ?? [])];
    const inOrder = [...places].sort((a, b) => (a.code < b.code ? -1 : 1));
    const none = [{ from: null, to: null, text: null }];
    const printed = inOrder.flatMap(({ code, activities = [] }) =>
      activities.flatMap(({ name, bars }) =>
        (bars ?? none).map(({ from, to, text }) => ({
          code,
          name,
          from: fyOf(from),
          to: fyOf(to),
          text,
        })),
      ),
    );
    expect([...rows]).toEqual(printed);
    const links = await portal.owner`
      select s.code || ' ' || n.code as link from strategy_nodes l
      join plan_nodes s on s.id = l.strategy_id join plan_nodes n on n.id = l.node_id
      join plans p on p.id = s.plan_id where p.code = ${plan.code} order by s.code, n.code`;
    expect(links.map(({ link }) => link)).toEqual(
      (plan.strategies ?? []).flatMap(({ code, projects }) =>
        projects.map((to) => `${code} ${to}`),
      ),
    );
  });
});

describe("久留米市", () => {
  const { marks, outlooks, summaries } = publishedBy(kurume);

  it.each(["H27", "H28"] as const)("%s: every printed mark is the computed one", async (year) => {
    const { indicator } = await read(kurume, yearOf(year));
    const printed = marks.filter((mark) => mark.fy === year);
    expect(printed).toHaveLength(7);
    for (const { indicator: code = "", value } of printed) {
      const { mark, computedMark } = indicator(code);
      expect({ code, mark, computedMark }).toEqual({ code, mark: value, computedMark: value });
    }
  });

  it("prints eleven marks that are graded and three that are not", () => {
    expect(marks.filter((mark) => mark.value !== "ー")).toHaveLength(11);
    expect(marks.filter((mark) => mark.value === "ー")).toHaveLength(3);
  });

  it("has the mean of the years so far for 転出超過", async () => {
    const [before, now] = [await read(kurume, 2015), await read(kurume, 2016)];
    expect([before.indicator("T3").actual, now.indicator("T3").actual]).toEqual(["547", "466.5"]);
    expect([before.indicator("T3-s").actual, now.indicator("T3-s").actual]).toEqual(["547", "386"]);
  });

  it("has the outlook of each numeric target that the city gave one", async () => {
    const { reading } = await read(kurume, 2016);
    const given = reading.indicators.flatMap(({ id, code }) => {
      const value = reading.outlooks.get(id);
      return value === undefined ? [] : [[code, value]];
    });
    expect(given).toEqual(outlooks.map(({ indicator, value }) => [indicator, value]));
  });

  it.each(summaries)(
    "$node: marks and outlooks add up to the KPIs",
    async ({ node, ...printed }) => {
      const { summary } = await read(kurume, 2016);
      const { counts, outlooks, counted, fromPublished } = summary(node);
      expect({ counts, outlooks, counted, fromPublished }).toEqual({
        counts: printed.marks,
        outlooks: printed.outlooks,
        counted: printed.indicators,
        fromPublished: true,
      });
      expect([total(counts), total(outlooks)]).toEqual([counted, counted]);
    },
  );

  it("adds the directions up in the goals and in the plan", async () => {
    const { summary, reading } = await read(kurume, 2016);
    for (const goal of kurume.goals) {
      const directions = goal.policies.map(({ code }) => summary(code));
      const { counts, outlooks, counted } = summary(goal.code);
      expect(counts).toEqual(together(directions.map((direction) => direction.counts)));
      expect(outlooks).toEqual(together(directions.map((direction) => direction.outlooks)));
      expect([total(counts), total(outlooks)]).toEqual([counted, counted]);
    }
    expect(reading.total.counted).toBe(67);
    expect(reading.total.counts).toEqual({ "○": 30, "△": 6, "×": 10, ー: 21 });
    expect(reading.total.outlooks).toEqual({ A: 45, B: 22, C: 0 });
  });
});

describe("北九州市", () => {
  const { marks } = publishedBy(kitakyushu);
  const projects = kitakyushu.goals.flatMap((goal) =>
    goal.policies.flatMap((policy) => policy.projects),
  );
  const isGraded = (value: string) => "ABCD".includes(value);

  it("shows the printed grade, and the computed one beside it", async () => {
    const { node } = await read(kitakyushu, 2016);
    for (const { node: code = "", value } of marks) expect(node(code).mark, code).toBe(value);
    for (const project of projects) {
      const shown = node(project.code);
      expect(shown.computedMark, project.code).toMatch(/^([ABCD]|対象外|調査中)$/);
      if (project.repostOf) expect(shown.mark, project.code).toBe(node(project.repostOf).mark);
    }
  });

  it("computes the grade that is printed, for 63 of the 74 measures that are graded", async () => {
    const { node } = await read(kitakyushu, 2016);
    const graded = marks.filter(({ value }) => isGraded(value));
    const disagreeing = graded.flatMap(({ node: code = "", value }) => {
      const { computedMark } = node(code);
      return computedMark === value ? [] : [`${code} ${value}, computed ${computedMark}`];
    });
    expect([graded.length, graded.length - disagreeing.length]).toEqual([74, 63]);
    expect(disagreeing).toEqual([
      // 1.04 of the line to the target.
      "M003 C, computed B",
      // 6,485 of 6,500 is 99.8 ％.
      "M007 B, computed C",
      // 1 of 5, after two of five years.
      "M043 B, computed D",
      // 26.3 of 80 ％, without a baseline to draw a line from.
      "M044 B, computed D",
      // 2 of the 2.6 stations on the line.
      "M047 B, computed C",
      // 6,239 visitors of one year; 13,002 of both against a target of 10,000.
      "M052 A, computed C",
      // 1,154 of 4,000 after two of five years.
      "M069 A, computed C",
      // Only the answers of the 小学 are known.
      "M077 B, computed C",
      // 3,502 of 21,200 in the first of three years.
      "M081 B, computed D",
      // 18 of 50 after two of five years.
      "M093 B, computed C",
      // 14 of 25 after two of five years.
      "M095 B, computed A",
    ]);
  });

  it("computes no grade, as none is printed, for ten of the eleven others", async () => {
    const { node } = await read(kitakyushu, 2016);
    const others = marks.filter(({ value }) => !isGraded(value));
    expect(others.map(({ value }) => value).sort()).toEqual([
      ...Array.from({ length: 10 }, () => "対象外"),
      "調査中",
    ]);
    const disagreeing = others.flatMap(({ node: code = "", value }) => {
      const { computedMark } = node(code);
      return computedMark === value ? [] : [`${code} ${value}, computed ${computedMark}`];
    });
    // △198 of those over 50 moved in.
    expect(disagreeing).toEqual(["M080 対象外, computed D"]);
  });

  it("says why a measure has its grade", async () => {
    const override = async (code: string) => {
      const codes = { plan: "kitakyushu", kind: "project", node: code } as const;
      const reading = await readNode(actingAs(portal, null), codes, 2016);
      return reading?.override && [reading.override.value, reading.override.reason];
    };
    expect(await override("M001")).toEqual(["C", "公表値"]);
    expect(await override("M077")).toEqual(["B", "公表値（中1・中3の実績は転記されていない）"]);
    // 再掲 of M001.
    expect(await override("M085")).toEqual(["C", "公表値"]);
  });

  it("counts 基本目標Ⅰ as the city states it, without 再掲, 対象外 and 調査中", async () => {
    const { node, summary } = await read(kitakyushu, 2016);
    expect(node("G1").counts).toEqual({ A: 26, B: 19, C: 11, D: 7 });
    expect(node("G1").outsideCounts).toEqual({ 対象外: 4, 調査中: 1, 終了: 0 });
    // 72 measures, four of them 再掲.
    expect(summary("G1").counted).toBe(68);
    // As far as the document at hand reaches; the city states 11, 6, 8 and 2.
    expect(node("G2").counts).toEqual({ A: 1, B: 4, C: 4, D: 2 });
    expect(node("G2").outsideCounts).toMatchObject({ 対象外: 6 });
  });

  it("has results of H27 without a grade", async () => {
    const { reading } = await read(kitakyushu, 2015);
    expect(reading.assessments).toEqual([]);
  });

  it("shows merged cells and 再掲 in each place and counts them once", async () => {
    const { reading } = await read(kitakyushu, 2016);
    const shown = projects.flatMap((project) => project.indicators).filter(isShown);
    expect(reading.indicators).toHaveLength(174 - shown.length);
    const place = reading.attachments.find(({ code }) => code === "M074-a");
    expect(place).toMatchObject({
      isRepost: true,
      printedDifferently: "H28年度実績：累計48人（元の施策では「—」）",
    });
  });
});
