import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromFields, toFields } from "#app/domain/rubric/form.ts";
import { type Rubric, type RubricData, rubricSchema } from "#app/domain/rubric/rubric.ts";
import type { Actor } from "#app/policy/can.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { adoptRubric } from "#app/services/rubric/adopt.server.ts";
import { previewRubric } from "#app/services/rubric/preview.server.ts";
import { readRubricHistory } from "#app/services/rubric/read.server.ts";
import { prefectureSlugs } from "#seeds/organisations.ts";
import { jewels } from "#seeds/plans/jewels/plan.ts";
import { kurume } from "#seeds/plans/kurume/plan.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  deskOf,
  figure,
  outcomeOf,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";

let portal: Portal;
let staff: (post: Post) => Actor;
let council: Actor;
let councilViewer: Actor;

beforeAll(async () => {
  portal = await openPortal();
  staff = await createStaff(portal.owner);
  council = await createPerson(portal.owner, "council editor");
  councilViewer = await createPerson(portal.owner, "council viewer");
});
afterAll(() => portal.close());

const unknown = {
  test: "no_figure" as const,
  because: ["provisional", "under_survey", "no_data", "not_applicable", "no_survey"] as const,
};
const open = { symbol: "ー", label: "判定不能", tone: "none" } as const;

/** S above the target, A above the baseline, B within ±10 ％ of it, C below. */
const compared: RubricData = {
  name: "目標・基準値との比較",
  expectation: "roadmap",
  rate: { default: "ratio", byValueKind: {} },
  marks: [
    { symbol: "S", label: "目標を上回る", tone: "excellent" },
    { symbol: "A", label: "基準値を上回る", tone: "good" },
    { symbol: "B", label: "基準値の±10％以内", tone: "fair" },
    { symbol: "C", label: "基準値を下回る", tone: "poor" },
    open,
  ],
  rules: [
    { ...unknown, because: [...unknown.because], mark: "ー" },
    { test: "target", is: "above", mark: "S" },
    { test: "baseline_change", in: "absolute", is: ">", bound: "0", mark: "A" },
    { test: "baseline_change", in: "percent", is: "within", bound: "10", mark: "B" },
    { test: "baseline_change", in: "absolute", is: "<", bound: "0", mark: "C" },
  ],
  notJudgeable: "ー",
  incomplete: "withhold",
  combination: "worst",
};

/** ◎ above, ○ equal, △ below the target, × without progress; × also by hand, for what has ended. */
const progress: RubricData = {
  name: "目標との比較と進展",
  expectation: "roadmap",
  withoutLine: "final",
  rate: { default: "ratio", byValueKind: {} },
  marks: [
    { symbol: "◎", label: "目標を上回った", tone: "excellent" },
    { symbol: "○", label: "目標どおり", tone: "good" },
    { symbol: "△", label: "目標を下回った", tone: "fair" },
    { symbol: "×", label: "進展なし・終了", tone: "poor" },
    { ...open, counted: false },
    // The grades that 北九州市 printed have been set by people, and stay.
    ...["A", "B", "C", "D", "対象外", "調査中"].map((symbol) => ({
      symbol,
      label: `${symbol}（公表値）`,
      tone: "none" as const,
      byHand: true,
    })),
  ],
  rules: [
    { ...unknown, because: [...unknown.because], mark: "ー" },
    { test: "target", is: "above", mark: "◎" },
    { test: "target", is: "equal", mark: "○" },
    { test: "baseline_change", in: "absolute", is: "<=", bound: "0", mark: "×" },
    { test: "target", is: "below", mark: "△" },
  ],
  notJudgeable: "ー",
  incomplete: "withhold",
  combination: "worst",
  countBy: "project",
};

const as = (actor: Actor | null) => actingAs(portal, actor);

/** A rubric as the editor sends it: through the fields of its form. */
const typed = (data: RubricData) => fromFields(toFields(rubricSchema.parse(data))).content;

async function versionOf(plan: string): Promise<number> {
  return (await readRubricHistory(as(null), plan)).inForce.version;
}

async function adopt(actor: Actor, plan: string, data: RubricData, reason = "評価を見直すため。") {
  const baseVersion = await versionOf(plan);
  await adoptRubric(as(actor), plan, { content: typed(data), reason, baseVersion });
}

/** The computed marks of a plan's indicators and years: `T2 2016` → B. */
async function computedMarks(plan: string): Promise<Map<string, string | null>> {
  const rows = await portal.owner<{ key: string; mark: string | null }[]>`
    select i.code || ' ' || e.fy as key, e.computed_mark as mark
    from evaluations e join indicators i on i.id = e.indicator_id
    join plans p on p.id = i.plan_id where p.code = ${plan}`;
  return new Map(rows.map(({ key, mark }) => [key, mark]));
}

const ofYear = (marks: Map<string, string | null>, fy: number, codes: readonly string[]) =>
  Object.fromEntries(codes.map((code) => [code, marks.get(`${code} ${fy}`)]));

/** A preview of what the plan's marks would be, beside what they become when it is adopted. */
async function previewAndAdopt(actor: Actor, plan: string, data: RubricData, fy: number) {
  const rubric = rubricSchema.parse(data) as Rubric;
  const before = await computedMarks(plan);
  const foreseen = await previewRubric(as(actor), plan, rubric, fy);
  expect(await computedMarks(plan)).toEqual(before);
  await adopt(actor, plan, data);
  const after = await computedMarks(plan);
  const changed = new Map(before);
  for (const change of foreseen.changes) {
    if (change.kind !== "indicator") continue;
    const key = `${change.code} ${change.fy}`;
    expect([key, before.get(key)]).toEqual([key, change.from]);
    changed.set(key, change.to);
  }
  expect(after).toEqual(changed);
  return { foreseen, after };
}

describe("S, A, B and C for 久留米市", () => {
  it("grade what was reported, as the preview foretold, and leave the editions alone", async () => {
    const actor = staff("kurume approver");
    const published = async () => [
      await readRollup(as(null), "kurume", 2015),
      await readRollup(as(null), "kurume", 2016),
    ];
    const read = await published();
    const { foreseen, after } = await previewAndAdopt(actor, "kurume", compared, 2016);

    const shown = ["T1", "T2", "T3", "T4", "T5", "T6", "T7"];
    expect(ofYear(after, 2015, shown)).toEqual({
      // 16,639 of at least 16,507.
      T1: "S",
      // 12.9 is less than 13, and more than 12.1.
      T2: "A",
      // 547 leave, 550 may, and fewer is better.
      T3: "S",
      // 525 is less than 530, and more than 515.
      T4: "A",
      // 78.7 is more than 72.
      T5: "S",
      // 73.0 is less than 75.4, by 3.2 ％ of it.
      T6: "B",
      T7: "ー",
    });
    expect(ofYear(after, 2016, shown)).toEqual({
      T1: "S",
      // 11.2 is less than 14.0, and less than 12.1 by 0.9, which is 7.4 ％ of it.
      T2: "B",
      // The mean of 547 and 386 is 466.5.
      T3: "S",
      T4: "ー",
      T5: "S",
      // 76.4 is less than 77, and more than 75.4.
      T6: "A",
      T7: "ー",
    });
    expect(foreseen.changes).toContainEqual({
      kind: "indicator",
      code: "T2",
      name: "市内の大学等の新卒者の市内企業への就職率",
      fy: 2016,
      from: "×",
      to: "B",
    });
    const unchanged = await published();
    for (const [index, reading] of unchanged.entries()) {
      const was = read[index];
      expect(reading.edition).not.toBeNull();
      expect(reading.plan.rubric.name).toBe(kurume.rubric.name);
      expect([...reading.evaluations]).toEqual([...(was?.evaluations ?? [])]);
      expect([...reading.byNode]).toEqual([...(was?.byNode ?? [])]);
    }
  });

  it("are replaced by the old rubric again, and every version stays readable", async () => {
    await adopt(staff("kurume approver"), "kurume", kurume.rubric, "元に戻す。");
    const { versions } = await readRubricHistory(as(null), "kurume");
    expect(versions.map(({ version, reason, content }) => [version, reason, content.name])).toEqual(
      [
        [3, "元に戻す。", kurume.rubric.name],
        [2, "評価を見直すため。", compared.name],
        [1, "", kurume.rubric.name],
      ],
    );
    expect((await computedMarks("kurume")).get("T2 2016")).toBe("×");
  });
});

it("◎, ○, △ and × grade 北九州市's measures", async () => {
  const actor = staff("kitakyushu approver");
  const read = await readRollup(as(null), "kitakyushu", 2016);
  const { foreseen, after } = await previewAndAdopt(actor, "kitakyushu", progress, 2016);
  const codes = ["M001-a", "M003-a", "M004-a", "M004-b", "M005-b", "M006-a", "M007-a", "M008-a"];
  expect(ofYear(after, 2016, codes)).toEqual({
    // 305 of 1,000 × 2⁄5, and more than 115.
    "M001-a": "△",
    // 223; the line from 137 to 330 stands at 214.2.
    "M003-a": "◎",
    // 421; the target of five years is 362.
    "M004-a": "◎",
    // 1,623 is less than the 1,682 of the base year.
    "M004-b": "×",
    // 2,446 of 1,500, without a line.
    "M005-b": "◎",
    "M006-a": "ー",
    // 6,485 of 6,500, and more than 6,000.
    "M007-a": "△",
    // 131 of 131 schools.
    "M008-a": "○",
  });
  // A measure is as good as the worst of its indicators; the grade that was printed stays set.
  const now = await readRollup(as(actor), "kitakyushu", 2016);
  const measure = (code: string) => {
    const node = now.nodes.find((candidate) => candidate.code === code);
    const summary = node && now.byNode.get(node.id);
    return [summary?.computedMark, summary?.mark];
  };
  expect(measure("M003")).toEqual(["◎", "C"]);
  expect(measure("M004")[0]).toBe("×");
  expect(measure("M008")[0]).toBe("○");
  expect(foreseen.changes).toContainEqual(
    expect.objectContaining({ kind: "project", code: "M004", fy: 2016, to: "×" }),
  );
  const published = await readRollup(as(null), "kitakyushu", 2016);
  expect([...published.byNode]).toEqual([...read.byNode]);
  expect(published.total).toEqual(read.total);
});

describe("JEWELS+", () => {
  const kpi = "SHG-4-1-a";

  it("is graded anew on what the prefectures have reported", async () => {
    const desk = deskOf(portal, staff);
    const sums = { 2020: "1400", 2021: "1500", 2022: "4801" };
    for (const [fy, sum] of Object.entries(sums))
      for (const prefecture of prefectureSlugs) {
        const own = prefecture === "fukuoka" ? sum : "0";
        await desk.report(question(kpi, prefecture, Number(fy)), figure(own));
      }
    const { foreseen, after } = await previewAndAdopt(council, "jewels", compared, 2022);
    const changes = foreseen.changes.filter((change) => change.code === kpi);
    expect(changes.map(({ fy, from, to }) => [fy, from, to])).toEqual([
      // 1,400 of 1,600; 223 less than 1,623, which is 13.7 ％ of it.
      [2020, "△", "C"],
      // 1,500 of 3,200; 123 less, which is 7.6 ％.
      [2021, "×", "B"],
      // 4,801 of 4,800.
      [2022, "○", "S"],
    ]);
    expect(after.get(`${kpi} 2023`)).toBeNull();
    const { total } = await readRollup(as(council), "jewels", 2022);
    expect(foreseen.after).toEqual(total);
  });

  it("is graded by what is reported afterwards, too", async () => {
    const desk = deskOf(portal, staff);
    for (const prefecture of prefectureSlugs)
      await desk.report(
        question(kpi, prefecture, 2023),
        figure(prefecture === "fukuoka" ? "6,400" : "0"),
      );
    // As much as the target and no more.
    expect((await computedMarks("jewels")).get(`${kpi} 2023`)).toBe("A");
  });

  it("says who changed it, when and why, in the transaction that did it", async () => {
    const context = actingAs(portal, council, "request-of-the-rubric");
    const baseVersion = await versionOf("jewels");
    await adoptRubric(context, "jewels", {
      content: typed(jewels.rubric),
      reason: "元の基準に戻す。",
      baseVersion: String(baseVersion),
    });
    const version = baseVersion + 1;
    const event = (await auditOf(portal.owner, "jewels")).at(-1);
    expect(event).toMatchObject({
      action: "rubric.adopt",
      actorId: council.id,
      organisation: "council",
      requestId: "request-of-the-rubric",
      detail: { version, reason: "元の基準に戻す。", before: { name: compared.name } },
    });
    const together = await portal.owner`
      select 1 from rubrics r join audit_events a
        on a.xmin = r.xmin and a.action = 'rubric.adopt'
      where r.version = ${version} and r.author_id = ${council.id}`;
    expect(together).toHaveLength(1);
    const [mine] = (await readRubricHistory(as(council), "jewels")).versions;
    const [everybodys] = (await readRubricHistory(as(null), "jewels")).versions;
    expect([mine?.author, everybodys?.author]).toEqual(["council editor", null]);
  });

  it("keeps the first of two who change it at once", async () => {
    const baseVersion = await versionOf("jewels");
    const attempt = (name: string) =>
      outcomeOf(
        adoptRubric(as(council), "jewels", {
          content: typed({ ...jewels.rubric, name }),
          reason: "同時の変更。",
          baseVersion,
        }),
      );
    expect((await Promise.all([attempt("一方"), attempt("他方")])).sort()).toEqual([
      "conflict",
      "done",
    ]);
    expect(await attempt("遅れた人")).toBe("conflict");
    expect(await versionOf("jewels")).toBe(baseVersion + 1);
  });
});

describe("nobody else", () => {
  const content = typed({ ...jewels.rubric, name: "他団体による変更" });
  const others: [string, () => Actor | null][] = [
    ["a member of another organisation", () => staff("saga approver")],
    ["a city's own people", () => staff("kurume approver")],
    ["who may only look on", () => councilViewer],
    ["nobody", () => null],
  ];

  it.each(others)("adopts or previews the rubric of JEWELS+: %s", async (_who, actor) => {
    const baseVersion = await versionOf("jewels");
    const input = { content, reason: "変更。", baseVersion };
    expect(await outcomeOf(adoptRubric(as(actor()), "jewels", input))).toBe("forbidden");
    const rubric = rubricSchema.parse(jewels.rubric);
    expect(await outcomeOf(previewRubric(as(actor()), "jewels", rubric, 2023))).toBe("forbidden");
    const history = await readRubricHistory(as(actor()), "jewels");
    expect([history.mayAdopt, history.inForce.version]).toEqual([false, baseVersion]);
  });

  it.each(others)("writes it past the verb: %s", async (_who, actor) => {
    const app = connect(portal.urls.appUrl);
    try {
      const insert = (author: string | null) =>
        takenBack(app, actor(), (sql) =>
          rowsOrState(sql`
            insert into rubrics (plan_id, version, content, reason, author_id, created_at)
            select p.id, 99, r.content, '変更', ${author}, now()
            from plans p join rubrics r on r.plan_id = p.id and r.version = 1
            where p.code = 'jewels'`),
        );
      expect(await insert(actor()?.id ?? null)).toBe(forbidden);
      expect(await insert(council.id)).toBe(forbidden);
    } finally {
      await app.end();
    }
  });

  it("changes or deletes a version, the council's own people included", async () => {
    const app = connect(portal.urls.appUrl);
    try {
      const update = await takenBack(app, council, (sql) =>
        rowsOrState(sql`update rubrics set reason = 'x'`),
      );
      const remove = await takenBack(app, council, (sql) => rowsOrState(sql`delete from rubrics`));
      expect([update, remove]).toEqual([forbidden, forbidden]);
    } finally {
      await app.end();
    }
  });
});

describe("what is no rubric", () => {
  it("is refused at its fields, and nothing is written", async () => {
    const baseVersion = await versionOf("mine");
    const { marks, rules } = compared;
    const wrong = {
      ...compared,
      name: " ",
      marks: [...marks, { symbol: "S", label: "もう一度", tone: "good" }],
      rules: [{ test: "target", is: "above", mark: "特" }, ...rules.slice(1)],
      notJudgeable: "？",
    };
    const actor = await createPerson(portal.owner, "mine editor");
    const refusal = await refusalOf(
      adoptRubric(as(actor), "mine", { content: wrong, reason: "", baseVersion }),
    );
    expect(refusal.code).toBe("invalid");
    expect(refusal.fieldErrors).toEqual({
      name: "rubric.name",
      reason: "rubric.reason",
      marks: "rubric.twice",
      "rules.0.mark": "rubric.unknown_mark",
      notJudgeable: "rubric.unknown_mark",
    });
    expect(await versionOf("mine")).toBe(baseVersion);
  });

  it("is no plan's that does not exist", async () => {
    const input = { content: typed(compared), reason: "変更。", baseVersion: 1 };
    expect(await outcomeOf(adoptRubric(as(council), "nowhere", input))).toBe("not_found");
  });
});
