import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exact } from "#app/domain/figure/exact.ts";
import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { EvaluationSheet, SheetIndicator } from "#app/domain/sheet/evaluation-sheet.ts";
import { sheetWorkbook } from "#app/lib/evaluation-sheet/workbook.ts";
import { readSheet } from "#app/services/sheet/read.server.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { yearOf } from "#seeds/plans/plan-data.ts";
import { createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  figure,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";

// Sheets as somebody reads them who is not signed in, held against the transcribed documents.

type Counts = { kpi_count: number; marks: Record<string, number>; outlook: Record<string, number> };
type KurumeFacts = {
  goals: {
    no: number;
    name: string;
    priority_projects: string[];
    policy_rollup: ({ no: string; name: string } & Counts)[];
    numeric_targets: {
      name: string;
      unit: string;
      baseline_value: number | null;
      evaluation_H31_outlook: string;
      years: {
        fy: `H${number}`;
        target_text: string;
        target_value: number | null;
        actual_value: number | null;
        mark: string | null;
      }[];
    }[];
  }[];
};
type KitakyushuFacts = {
  stated_counts: Record<string, { stated: Record<string, number>; stated_total: number }>;
  measures: {
    no: number;
    goal: string;
    name: string;
    bureau: string;
    grade: string;
    repost: boolean;
    funding_tags: string[];
  }[];
};
type MineFacts = {
  goals: {
    no: number;
    strategies: {
      no: string;
      name: string;
      measures: {
        no: string;
        name: string;
        kpis: { name: string; target_text: string }[];
        initiatives: { name: string; schedule: Record<`H${number}`, string | null> }[];
      }[];
    }[];
  }[];
};

function facts<Facts>(city: string): Facts {
  const file = new URL(`../golden/${city}.facts.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

let portal: Portal;
let desk: Desk;
let staff: Awaited<ReturnType<typeof createStaff>>;

beforeAll(async () => {
  portal = await openPortal();
  staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
});
afterAll(() => portal.close());

async function sheetOf(
  plan: string,
  node: string,
  fy: number,
  reader: OrganisationSlug | null = null,
): Promise<EvaluationSheet> {
  const actor = reader && staff(`${reader} editor`);
  const reading = await readSheet(actingAs(portal, actor), { plan, node }, fy);
  if (!reading) throw new Error("A first reading is never null");
  expect(reading.member).toBe(reader !== null);
  return reading.sheet;
}

const figureOf = (value: number | null) => (value === null ? null : String(value));
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

describe("久留米市", () => {
  const { goals } = facts<KurumeFacts>("kurume");

  it.each(goals)("$no $name: every numeric target as printed", async (goal) => {
    const sheet = await sheetOf("kurume", `G${goal.no}`, 2016);
    expect([sheet.layout, sheet.node.name]).toEqual(["numeric_targets", goal.name]);
    expect(sheet.years.map(fiscalYearShort)).toEqual(["H27", "H28", "H29", "H30", "R1"]);
    expect(sheet.outcomes).toHaveLength(goal.numeric_targets.length);
    for (const [index, printed] of goal.numeric_targets.entries()) {
      const shown = sheet.outcomes[index] as SheetIndicator;
      expect([shown.name, shown.unit]).toEqual([printed.name, printed.unit]);
      expect(shown.baseline.value).toBe(figureOf(printed.baseline_value));
      const outlook = printed.evaluation_H31_outlook;
      expect(shown.outlook).toBe(outlook === "ー" ? null : outlook);
      const years = printed.years.map((year) => ({
        fy: yearOf(year.fy),
        target: figureOf(year.target_value) ?? year.target_text,
        actual: figureOf(year.actual_value),
        mark: year.mark,
      }));
      expect(
        shown.years.map(({ fy, target, result }) => ({
          fy,
          target: target && (target.value ?? target.text),
          actual: result?.value ?? null,
          mark: result?.mark ?? null,
        })),
        printed.name,
      ).toEqual(years);
    }
  });

  it.each(goals)("$no $name: the KPIs of each direction, which add up", async (goal) => {
    const { counts } = await sheetOf("kurume", `G${goal.no}`, 2016);
    expect(counts.rows).toHaveLength(goal.policy_rollup.length);
    for (const [index, printed] of goal.policy_rollup.entries()) {
      const row = counts.rows[index];
      expect([row?.node.number, row?.node.name]).toEqual([printed.no, printed.name]);
      const symbols = (steps: readonly { symbol: string }[], numbers: readonly number[] = []) =>
        Object.fromEntries(steps.map(({ symbol }, step) => [symbol, numbers[step]]));
      expect(symbols(counts.marks, row?.marks)).toEqual(printed.marks);
      expect(symbols(counts.outlook, row?.outlooks)).toEqual(printed.outlook);
      expect([row?.total, row?.outlookTotal]).toEqual([printed.kpi_count, printed.kpi_count]);
    }
    for (const column of counts.marks.keys())
      expect(counts.total.marks[column]).toBe(
        sum(counts.rows.map((row) => row.marks[column] ?? 0)),
      );
    expect(counts.total.total).toBe(sum(counts.rows.map((row) => row.total)));
    expect([counts.open, counts.aside, counts.fromPublished]).toEqual([[], [], true]);
  });

  it.each(goals)("$no $name: the priority projects", async (goal) => {
    const { activities } = await sheetOf("kurume", `G${goal.no}`, 2016);
    // What stands in square brackets was remarked by the transcription.
    expect(activities.map(({ name }) => name)).toEqual(
      goal.priority_projects.map((name) => name.replace(/ \[.*\]$/, "")),
    );
  });

  it("shows in an earlier year's sheet nothing of what came later", async () => {
    const sheet = await sheetOf("kurume", "G1", 2015);
    const [target] = sheet.outcomes;
    expect(target?.years.map(({ result }) => result?.value ?? null)).toEqual([
      "16639",
      null,
      null,
      null,
      null,
    ]);
    expect([target?.outlook, sheet.counts.outlook]).toEqual([null, []]);
  });

  it("shows in a year that is not published what was published before", async () => {
    const sheet = await sheetOf("kurume", "G1", 2018);
    expect([sheet.figures, sheet.edition]).toEqual([false, null]);
    expect(sheet.outcomes[0]?.years.map(({ result }) => result?.value ?? null)).toEqual([
      "16639",
      "17375",
      null,
      null,
      null,
    ]);
  });

  it("says what a figure is made of, and what was printed in the place of one", async () => {
    const [moving, visitors] = (await sheetOf("kurume", "G2", 2016)).outcomes;
    expect(moving?.parts.map(({ years }) => years.map(({ result }) => result?.value))).toEqual([
      ["547", "386", undefined, undefined, undefined],
    ]);
    expect(visitors?.notes).toEqual([{ fy: 2016, text: "公表資料の記載：（集計中）" }]);
  });
});

describe("北九州市", () => {
  const { measures, stated_counts } = facts<KitakyushuFacts>("kitakyushu");

  it("counts 基本目標Ⅰ as stated: 26, 19, 11 and 7", async () => {
    const { counts, layout } = await sheetOf("kitakyushu", "G1", 2016);
    expect(layout).toBe("measures");
    expect(counts.marks.map(({ symbol }) => symbol)).toEqual(["A", "B", "C", "D"]);
    expect(counts.total.marks).toEqual([26, 19, 11, 7]);
    expect(counts.total.total).toBe(stated_counts.Ⅰ?.stated_total);
    expect(counts.aside.map(({ symbol }) => symbol)).toEqual(["対象外", "調査中", "終了"]);
    expect(counts.total.aside).toEqual([4, 1, 0]);
    expect(counts.rows).toHaveLength(9);
    for (const column of counts.marks.keys())
      expect(counts.total.marks[column]).toBe(
        sum(counts.rows.map((row) => row.marks[column] ?? 0)),
      );
  });

  it.each(["Ⅰ", "Ⅱ"])("基本目標%s: every measure with its grade, 再掲 as such", async (goal) => {
    const sheet = await sheetOf("kitakyushu", goal === "Ⅰ" ? "G1" : "G2", 2016);
    const shown = sheet.sections.flatMap((section) => section.measures);
    const printed = measures.filter((measure) => measure.goal === goal);
    expect(shown.map(({ node }) => node.name)).toEqual(printed.map(({ name }) => name));
    for (const [index, measure] of printed.entries()) {
      const row = shown[index];
      expect([row?.bureau, row?.fundingTags], measure.name).toEqual([
        measure.bureau,
        measure.funding_tags,
      ]);
      expect(row?.isRepost, measure.name).toBe(measure.repost);
      if ("ABCD".includes(measure.grade)) expect(row?.mark, measure.name).toBe(measure.grade);
    }
  });

  it("shows the computed grade beside the one that the city gave", async () => {
    const sheet = await sheetOf("kitakyushu", "G1", 2016);
    const third = sheet.sections[0]?.measures[2];
    expect([third?.node.code, third?.mark, third?.computedMark]).toEqual(["M003", "C", "B"]);
  });

  it("shows both years and the achievement rate of a KPI", async () => {
    const sheet = await sheetOf("kitakyushu", "G1", 2016);
    const matching = sheet.sections[0]?.measures[0]?.indicators[1];
    const [before, now] = matching?.years.map(({ result }) => result) ?? [];
    expect([before?.value, now?.value, now?.mark]).toEqual(["1070", "2192", "C"]);
    // 2,192 of two fifths of 6,000.
    expect(
      exact(now?.rate ?? "")
        .sub(exact("2192").div(2400))
        .abs()
        .compare(0.00001),
    ).toBe(-1);
  });
});

describe("美祢市", () => {
  const { goals } = facts<MineFacts>("mine");

  it.each(goals)("基本目標$no: strategies, measures, KPIs and schedules", async (goal) => {
    const sheet = await sheetOf("mine", `G${goal.no}`, 2016);
    expect([sheet.layout, sheet.figures]).toEqual(["schedule", false]);
    expect(sheet.sections.map(({ node }) => node.name)).toEqual(
      goal.strategies.map(({ name }) => name),
    );
    for (const [index, strategy] of goal.strategies.entries()) {
      const shown = sheet.sections[index]?.measures ?? [];
      expect(shown.map(({ node }) => node.name)).toEqual(strategy.measures.map(({ name }) => name));
      for (const [place, measure] of strategy.measures.entries()) {
        const { indicators = [], activities = [] } = shown[place] ?? {};
        expect(indicators.map(({ name, target }) => [name, target.text])).toEqual(
          measure.kpis.map(({ name, target_text }) => [name, target_text]),
        );
        expect(activities.map(({ name }) => name)).toEqual(
          measure.initiatives.map(({ name }) => name),
        );
        for (const [line, { schedule, name }] of measure.initiatives.entries()) {
          const texts = Object.entries(schedule).flatMap(([year, text]) =>
            text === null || text === "→" ? [] : [[yearOf(year as `H${number}`), text]],
          );
          const { bars = [] } = activities[line] ?? {};
          expect(
            bars.map(({ fromFy, text }) => [fromFy, text]),
            name,
          ).toEqual(texts);
        }
      }
    }
  });

  it("a 重要戦略: its own schedule, and the measures that it refers to", async () => {
    const sheet = await sheetOf("mine", "S2", 2016);
    expect(sheet.activities.length).toBeGreaterThan(0);
    const measures = sheet.sections.flatMap((section) => section.measures);
    expect(measures.length).toBeGreaterThan(0);
    for (const { strategies } of measures)
      expect(strategies.map(({ code }) => code)).toContain("S2");
  });
});

describe("JEWELS+", () => {
  it("says of a sum whose reporters are missing that it is partial, to members only", async () => {
    await desk.report(question("SHG-4-1-a", "saga"), figure("1200"));
    await desk.report(question("SHG-4-1-a", "oita"), figure("34"));
    const find = (sheet: EvaluationSheet) =>
      sheet.sections
        .flatMap((section) => section.measures.flatMap((measure) => measure.indicators))
        .find(({ code }) => code === "SHG-4-1-a");
    const sheet = await sheetOf("jewels", "SHG", 2023, "kagoshima");
    const year = find(sheet)?.years.find(({ fy }) => fy === 2023);
    expect(year?.target?.value).toBe("6400");
    expect(year?.result).toMatchObject({ value: "1234", mark: null, partial: true, reported: 2 });
    expect(year?.result?.missing).toHaveLength(7);
    expect(sheet.leaders.length).toBeGreaterThan(0);
    expect([sheet.lead, sheet.layout]).toEqual([["福岡県"], "summary"]);
    const { counts } = sheet;
    for (const row of [...counts.rows, counts.total])
      expect(row.total).toBe(sum(row.marks) + sum(row.open));
    const open = await sheetOf("jewels", "SHG", 2023);
    expect(find(open)?.years.flatMap(({ result }) => result ?? [])).toEqual([]);
  });

  it("has a sheet for PTs and strategies of the plan, for its years, and for nothing else", async () => {
    const outcome = (plan: string, node: string, fy: number) =>
      outcomeOf(readSheet(actingAs(portal, null), { plan, node }, fy));
    expect(await outcome("jewels", "SHG", 2023)).toBe("done");
    expect(await outcome("jewels", "SHG-4", 2023)).toBe("not_found");
    expect(await outcome("jewels", "G1", 2023)).toBe("not_found");
    expect(await outcome("jewels", "SHG", 2019)).toBe("not_found");
    expect(await outcome("nowhere", "SHG", 2023)).toBe("not_found");
  });
});

it("a sheet costs few statements, and none but one while nothing has changed", async () => {
  const counted = countedDatabase(portal.urls.appUrl);
  try {
    for (const [plan, node, fy, actor] of [
      ["kitakyushu", "G1", 2016, null],
      ["kurume", "G1", 2016, staff("kurume editor")],
      ["jewels", "SHG", 2023, staff("saga editor")],
    ] as const) {
      const context = { ...actingAs(portal, actor), database: counted.database };
      const read = (unless?: string) => readSheet(context, { plan, node }, fy, unless);
      const reading = await read();
      const full = await counted.statementsOf(() => read());
      // Who acts is a statement of its own.
      expect(full.length, plan).toBeLessThanOrEqual(9);
      const kept = await counted.statementsOf(async () => {
        expect(await read(reading?.version)).toBeNull();
      });
      expect(kept.length, plan).toBeLessThanOrEqual(2);
    }
  } finally {
    await counted.close();
  }
});

it("a workbook is made of every plan's sheets", async () => {
  for (const [plan, node] of [
    ["kurume", "G1"],
    ["kitakyushu", "G1"],
    ["mine", "G1"],
    ["mine", "S1"],
    ["jewels", "SHG"],
  ] as const) {
    const { sheets } = sheetWorkbook(await sheetOf(plan, node, plan === "jewels" ? 2023 : 2016));
    expect(sheets[0]?.name).toBe("調書");
    for (const { blocks, name } of sheets)
      for (const { columns, rows } of blocks)
        for (const row of rows)
          if (!("heading" in row)) expect(row.length, `${plan} ${name}`).toBe(columns.length);
  }
});
