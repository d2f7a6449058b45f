import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type IndicatorInput, writeIndicatorForm } from "#app/domain/plan/indicator-fields.ts";
import { type ProjectInput, writeProjectForm } from "#app/domain/plan/project-form.ts";
import type { SubjectKind } from "#app/domain/plan/revision.ts";
import type { Actor } from "#app/policy/can.ts";
import { compareVersions } from "#app/services/plan/compare-versions.server.ts";
import { editPlan } from "#app/services/plan/edit.server.ts";
import { succeedPlan } from "#app/services/plan/succeed.server.ts";
import { adoptRevision } from "#app/services/revision/adopt.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { decideProposal } from "#app/services/revision/decide.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { proposeChange } from "#app/services/revision/propose.server.ts";
import { readRevision } from "#app/services/revision/read.server.ts";
import { withdrawProposal } from "#app/services/revision/withdraw.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { searchPortal } from "#app/services/search/find.server.ts";
import { contentOf } from "#tests/factories/definition.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  figure,
  form,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";

let portal: Portal;
let desk: Desk;
let person: (post: Post) => Actor;

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  const council = new Map<Post, Actor>();
  for (const post of ["council editor", "council approver", "council viewer"] as const)
    council.set(post, await createPerson(portal.owner, post));
  person = (post) => council.get(post) ?? staff(post);
});
afterAll(() => portal.close());

const as = (post: Post) => actingAs(portal, person(post));
const now = new Date("2026-11-20T09:00:00+09:00");
const plan = "jewels";
const kpi = "SHG-4-1-a";

const content = () => contentOf(portal.owner, plan);
const indicatorInput = async (code: string, change: IndicatorInput): Promise<IndicatorInput> => {
  const found = (await content()).indicators.find((one) => one.code === code) ?? null;
  return { ...writeIndicatorForm(found, found?.home ?? ""), ...change };
};
const projectInput = async (code: string, change: ProjectInput): Promise<ProjectInput> => {
  const found = (await content()).nodes.find((one) => one.code === code) ?? null;
  return { ...writeProjectForm(found, found?.parent ?? ""), ...change };
};

const open = (post: Post = "fukuoka editor") =>
  openRevision(as(post), plan, { title: "令和8年度見直し", requestKey: randomUUID() });
const propose = (
  post: Post,
  number: number,
  target: { kind: SubjectKind; code: string | null },
  input: Readonly<Record<string, string>>,
  baseVersion = 0,
) =>
  proposeChange(as(post), { plan, number }, target, {
    reason: "実績を踏まえて見直す。",
    ...form(baseVersion),
    ...input,
  });
const step = async (post: Post, number: number, name: string, reason = "会議の決定による。") => {
  const { revision } = await readRevision(as(post), { plan, number });
  return advanceRevision(
    as(post),
    { plan, number },
    { step: name, reason, baseStep: revision.step },
  );
};
const adopt = async (
  number: number,
  more: Record<string, unknown> = {},
  post: Post = "council approver",
) => {
  const { revision } = await readRevision(as(post), { plan, number });
  const fields = { adoptedOn: "2026-11-18", firstFy: "2026", requestKey: randomUUID() };
  return adoptRevision(
    as(post),
    { plan, number },
    { ...fields, baseStep: revision.step, ...more },
    now,
  );
};
const versionsOf = () => portal.owner<{ version: number; kind: string }[]>`
  select v.version, v.kind from plan_versions v join plans p on p.id = v.plan_id
  where p.code = ${plan} order by v.version`;

const item = { kind: "indicator" as const, code: kpi };

describe("a revision", () => {
  it("changes a target from its first year on, and leaves what was graded as it was", async () => {
    await desk.report(question(kpi, "saga", 2023), figure("7000"));
    const years = async (fy: number) => {
      const found = await readIndicator(as("saga editor"), { plan, indicator: kpi }, fy);
      return { target: found?.indicator.targetText, expected: found?.evaluation?.expected };
    };
    const graded = await years(2023);
    const number = await open();
    await propose(
      "fukuoka editor",
      number,
      { kind: "indicator", code: kpi },
      await indicatorInput(kpi, {
        targetValue: "9,000",
        targetText: "目標：9,000社（５年間の累計）",
        targetFy: "2026",
        lastFy: "2026",
        "cell.2025": "8,500 社",
        "cell.2026": "9,000 社",
      }),
    );
    const { groups } = await readRevision(as("saga editor"), { plan, number });
    expect(groups).toMatchObject([
      {
        goal: { code: "SHG" },
        entries: [{ node: { code: "SHG-4-1" }, change: "changed", indicators: [{ code: kpi }] }],
      },
    ]);
    expect(groups[0]?.entries[0]?.indicators[0]?.fields).toContainEqual({
      kind: "figure",
      field: "targetValue",
      before: "8000",
      after: "9000",
    });
    // Nothing is in force yet.
    expect((await years(2026)).target).toContain("8,000");
    await step("council editor", number, "assemble");
    await adopt(number);
    expect(await years(2023)).toEqual(graded);
    expect(await years(2026)).toEqual({
      target: "目標：9,000社（５年間の累計）",
      expected: "9000",
    });
    // A late correction of a graded year is held against what that year was graded by.
    await desk.report(question(kpi, "saga", 2023), figure("7100"), 2);
    expect(await years(2023)).toEqual(graded);
    expect((await versionsOf()).at(-1)).toEqual({ version: 3, kind: "revision" });
  });

  it("adds a project with a KPI, and both are found, asked for and counted from then on", async () => {
    const before = await readRollup(as("saga editor"), plan, 2023);
    const number = await open("council editor");
    await propose(
      "fukuoka editor",
      number,
      { kind: "node", code: null },
      {
        code: "SHG-4-2",
        number: "②",
        name: "若者の定着支援プロジェクト",
        parent: "SHG-4",
        purpose: "若者が働き続けられる環境を整える。",
        firstFy: "R8",
        lastFy: "R9",
        activities: "相談窓口の設置\n　R8　準備\n　R9～　運用",
        "theme.women": "on",
      },
    );
    await propose(
      "fukuoka editor",
      number,
      { kind: "indicator", code: null },
      {
        code: "SHG-4-2-a",
        home: "SHG-4-2",
        name: "相談件数",
        unit: "件",
        series: "annual",
        direction: "increase",
        valueKind: "count",
        aggregation: "sum",
        targetValue: "500",
        targetText: "目標：500件",
        targetFy: "2027",
        firstFy: "2026",
        lastFy: "2027",
        "cell.2026": "300件",
        "cell.2027": "500件",
        "reporter.saga": "on",
        "reporter.fukuoka": "on",
      },
    );
    await step("council editor", number, "assemble");
    await adopt(number);
    const after = await readRollup(as("saga editor"), plan, 2026);
    const added = after.nodes.find((node) => node.code === "SHG-4-2");
    expect(added).toMatchObject({ themes: ["women"], name: "若者の定着支援プロジェクト" });
    expect(added?.activities[0]?.bars).toEqual([
      { fromFy: 2026, toFy: 2026, text: "準備" },
      { fromFy: 2027, toFy: null, text: "運用" },
    ]);
    const { indicators } = after;
    const id = indicators.find((one) => one.code === "SHG-4-2-a")?.id ?? "";
    expect(after.evaluations.get(id)).toMatchObject({
      expected: "300",
      expectedReporters: 2,
      missing: ["fukuoka", "saga"],
    });
    const graded = await readRollup(as("saga editor"), plan, 2023);
    expect(graded.nodes.map(({ code }) => code)).toEqual(before.nodes.map(({ code }) => code));
    expect((await searchPortal(as("saga editor"), "若者の定着支援")).results).toHaveLength(1);
    await desk.report(question("SHG-4-2-a", "saga", 2026), figure("120"));
  });

  it("takes no year that is graded already", async () => {
    const number = await open();
    await propose(
      "fukuoka editor",
      number,
      { kind: "indicator", code: "SHG-1-1-a" },
      await indicatorInput("SHG-1-1-a", { targetText: "目標：令和9年までに2,500億円" }),
    );
    await step("council editor", number, "assemble");
    // 佐賀県 has an accepted figure of 2026 by now.
    await expect(adopt(number)).rejects.toMatchObject({
      detail: { errors: { firstFy: "revision.graded" } },
    });
    await expect(adopt(number, { firstFy: "2027", adoptedOn: "2026-12-01" })).rejects.toMatchObject(
      {
        detail: { errors: { adoptedOn: "revision.adopted_on" } },
      },
    );
    await adopt(number, { firstFy: "2027" });
    expect((await versionsOf()).at(-1)?.version).toBe(5);
  });
});

describe("a number in an address", () => {
  it.each([0, -1, 1.5, 99_999_999_999, Number.NaN])(
    "that no revision has is none: %d",
    async (n) => {
      expect(await outcomeOf(readRevision(as("saga editor"), { plan, number: n }))).toBe(
        "not_found",
      );
    },
  );
});

describe("who may", () => {
  let number: number;
  beforeEach(async () => {
    number = await open();
  });

  it("opens and proposes: the leads and the plan's owner, each for what they keep", async () => {
    const input = await indicatorInput(kpi, { name: "働き方改革を実践する企業数" });
    const target = { kind: "indicator" as const, code: kpi };
    for (const post of ["oita editor", "kyukeiren editor", "kagoshima editor"] as const)
      expect(await outcomeOf(propose(post, number, target, input)), post).toBe("forbidden");
    expect(await outcomeOf(open("oita editor"))).toBe("forbidden");
    expect(await outcomeOf(propose("council editor", number, target, input))).toBe("done");
    // Nobody moves a project into somebody else's PT.
    const elsewhere = await projectInput("SHG-4-1", { parent: "SGT-1" });
    expect(
      await outcomeOf(
        propose("fukuoka editor", number, { kind: "node", code: "SHG-4-1" }, elsewhere),
      ),
    ).toBe("forbidden");
  });

  it("adopts: those who decide for the owner, once, after it was put together", async () => {
    const input = await indicatorInput("SHG-1-1-a", { targetDue: "令和9年" });
    await propose("fukuoka editor", number, { kind: "indicator", code: "SHG-1-1-a" }, input);
    const late = { firstFy: "2027" };
    expect(await outcomeOf(adopt(number, late))).toBe("locked");
    expect(await outcomeOf(step("fukuoka editor", number, "assemble"))).toBe("forbidden");
    await step("council editor", number, "assemble");
    expect(await outcomeOf(adopt(number, late, "council editor"))).toBe("forbidden");
    expect(await outcomeOf(adopt(number, late, "fukuoka approver"))).toBe("forbidden");
    const { revision } = await readRevision(as("council editor"), { plan, number });
    const both = await Promise.all(
      [1, 2].map(() => outcomeOf(adopt(number, { ...late, baseStep: revision.step }))),
    );
    expect(both.sort()).toEqual(["conflict", "done"]);
    expect(
      await outcomeOf(propose("fukuoka editor", number, { kind: "indicator", code: kpi }, input)),
    ).toBe("locked");
  });

  it("sets aside: the secretariat with a reason; a lead takes its own proposal back", async () => {
    const input = await indicatorInput(kpi, { name: "働き方改革を実践する企業数" });
    await propose("fukuoka editor", number, item, input);
    const codes = { plan, number };
    const set = (post: Post, reason: string, baseVersion: number) =>
      outcomeOf(decideProposal(as(post), codes, item, "set_aside", form(baseVersion, { reason })));
    expect(await set("fukuoka approver", "不要", 1)).toBe("forbidden");
    expect(await set("council editor", "", 1)).toBe("invalid");
    expect(await set("council editor", "来年度に検討する。", 0)).toBe("conflict");
    expect(await set("council editor", "来年度に検討する。", 1)).toBe("done");
    expect((await readRevision(as("saga editor"), codes)).groups).toEqual([]);
    await decideProposal(as("council editor"), codes, item, "take_up", form(2));
    expect((await readRevision(as("saga editor"), codes)).groups).toHaveLength(1);
    const back = (post: Post) => outcomeOf(withdrawProposal(as(post), codes, item, form(3)));
    expect(await back("kagoshima editor")).toBe("forbidden");
    expect(await back("fukuoka editor")).toBe("done");
    await step("council editor", number, "assemble");
    await expect(adopt(number, { firstFy: "2027" })).rejects.toMatchObject({
      detail: { errors: { items: "revision.empty" } },
    });
  });
});

describe("two people", () => {
  it("propose for the same thing: the second is told, and nothing is lost", async () => {
    const number = await open();
    const target = { kind: "indicator" as const, code: kpi };
    const one = await indicatorInput(kpi, { name: "案その一" });
    const two = await indicatorInput(kpi, { name: "案その二" });
    const outcomes = await Promise.all([
      outcomeOf(propose("fukuoka editor", number, target, one)),
      outcomeOf(propose("council editor", number, target, two)),
    ]);
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
  });

  it("edit and propose: what is changed apart is put together, the same field stops the adoption", async () => {
    const number = await open();
    const target = { kind: "node" as const, code: "SHG-6-1" };
    await propose(
      "fukuoka editor",
      number,
      target,
      await projectInput("SHG-6-1", { name: "九州ロゴマーク普及プロジェクト" }),
    );
    const edit = async (change: ProjectInput) => {
      const [newest] = (await versionsOf()).slice(-1);
      return editPlan(
        as("fukuoka editor"),
        { plan, node: "SHG-6-1" },
        {
          ...(await projectInput("SHG-6-1", change)),
          ...form(newest?.version ?? 0),
        },
        now,
      );
    };
    await edit({ bureau: "企画・地域振興部" });
    await step("council editor", number, "assemble");
    await adopt(number, { firstFy: "2027" });
    expect((await content()).nodes.find(({ code }) => code === "SHG-6-1")).toMatchObject({
      name: "九州ロゴマーク普及プロジェクト",
      project: { bureau: "企画・地域振興部" },
    });
    const again = await open();
    await propose(
      "fukuoka editor",
      again,
      target,
      await projectInput("SHG-6-1", { purpose: "案" }),
    );
    await edit({ purpose: "編集した目的" });
    await step("council editor", again, "assemble");
    expect((await readRevision(as("saga editor"), { plan, number: again })).conflicts).toEqual([
      { kind: "node", code: "SHG-6-1", fields: ["project.purpose"] },
    ]);
    await expect(adopt(again, { firstFy: "2027" })).rejects.toMatchObject({
      detail: { errors: { items: "revision.conflicts" } },
    });
  });
});

it("takes back nothing that came into force while the form lay open", async () => {
  const number = await open();
  const planVersion = (await versionsOf()).at(-1)?.version ?? 0;
  const lying = await projectInput("SHG-3-1", { name: "事業承継の円滑化プロジェクト" });
  const fields = await projectInput("SHG-3-1", { bureau: "商工部" });
  const node = { plan, node: "SHG-3-1" };
  await editPlan(as("fukuoka approver"), node, { ...fields, ...form(planVersion) }, now);
  const target = { kind: "node" as const, code: "SHG-3-1" };
  await propose("fukuoka editor", number, target, { ...lying, planVersion: String(planVersion) });
  const { groups } = await readRevision(as("saga editor"), { plan, number });
  expect(groups[0]?.entries[0]?.own?.fields).toEqual([
    {
      kind: "text",
      field: "name",
      before: "事業承継円滑化プロジェクト",
      after: "事業承継の円滑化プロジェクト",
    },
  ]);
});

describe("a project's keepers", () => {
  const edit = async (post: Post, code: string, change: ProjectInput, baseVersion?: number) => {
    const newest = (await versionsOf()).at(-1)?.version ?? 0;
    const input = { ...(await projectInput(code, change)), ...form(baseVersion ?? newest) };
    return editPlan(as(post), { plan, node: code }, input, now);
  };

  it("edit its texts, and nothing that is graded", async () => {
    for (const post of ["oita editor", "kagoshima editor", "council viewer"] as const)
      expect(await outcomeOf(edit(post, "SHG-1-1", { purpose: "変更" })), post).toBe("forbidden");
    const graded = (await content()).indicators;
    await edit("fukuoka editor", "SHG-1-1", {
      purpose: "輸出の体制を整える。",
      name: "別の名前",
      lastFy: "R9",
    });
    const after = await content();
    expect(after.indicators).toEqual(graded);
    expect(after.nodes.find(({ code }) => code === "SHG-1-1")).toMatchObject({
      name: "海外における九州・山口県産農林水産物のブランドづくりプロジェクト",
      project: { purpose: "輸出の体制を整える。", lastFy: 2024 },
    });
    const version = (await versionsOf()).at(-1)?.version ?? 0;
    const { groups } = await compareVersions(actingAs(portal, null), {
      plan,
      version,
      against: null,
    });
    expect(groups.flatMap(({ entries }) => entries.map(({ node }) => node.code))).toEqual([
      "SHG-1-1",
    ]);
  });

  it("who come late to the same field are told; other fields stay as others left them", async () => {
    const base = (await versionsOf()).at(-1)?.version ?? 0;
    await edit("fukuoka editor", "SHG-1-1", { bureau: "農林水産部" }, base);
    const stale = await projectInput("SHG-1-1", { bureau: "", overviewText: "輸出額2,000億円" });
    await editPlan(
      as("fukuoka approver"),
      { plan, node: "SHG-1-1" },
      { ...stale, ...form(base) },
      now,
    );
    expect((await content()).nodes.find(({ code }) => code === "SHG-1-1")?.project).toMatchObject({
      bureau: "農林水産部",
      overviewText: "輸出額2,000億円",
    });
    expect(await outcomeOf(edit("fukuoka editor", "SHG-1-1", { bureau: "商工部" }, base))).toBe(
      "conflict",
    );
  });

  it("add a project under a policy of their own, once for one form", async () => {
    const fields = {
      code: "SHG-1-2",
      number: "②",
      name: "輸出人材の育成プロジェクト",
      parent: "SHG-1",
      firstFy: "R8",
      lastFy: "R9",
      ...form((await versionsOf()).at(-1)?.version ?? 0),
    };
    const add = (post: Post, input: ProjectInput = fields) =>
      editPlan(as(post), { plan, node: null }, input, now);
    expect(await outcomeOf(add("oita editor"))).toBe("forbidden");
    expect(await outcomeOf(add("kagoshima editor"))).toBe("forbidden");
    const made = await Promise.all([add("fukuoka editor"), add("fukuoka editor")]);
    expect(made).toEqual(["SHG-1-2", "SHG-1-2"]);
    const taken = { ...fields, ...form(1) };
    await expect(add("fukuoka editor", taken)).rejects.toMatchObject({
      detail: { errors: { code: "plan.code_taken" } },
    });
  });
});

describe("a successor", () => {
  const begin = (post: Post, more: Record<string, string> = {}) =>
    succeedPlan(as(post), plan, {
      code: "jewels-3",
      name: "第３期九州創生アクションプラン",
      firstFy: "R10",
      lastFy: "R14",
      requestKey: randomUUID(),
      ...more,
    });
  const guest = () => actingAs(portal, null);

  it("begins with what goes on, linked to it, and is its members' alone until it is adopted", async () => {
    for (const post of ["council editor", "fukuoka approver"] as const)
      expect(await outcomeOf(begin(post)), post).toBe("forbidden");
    await expect(begin("council approver", { firstFy: "R1" })).rejects.toMatchObject({
      detail: { errors: { firstFy: "plan.first_fy" } },
    });
    const requestKey = randomUUID();
    const begun = [await begin("council approver", { requestKey })];
    begun.push(await begin("council approver", { requestKey }));
    expect(begun).toEqual(["jewels-3", "jewels-3"]);
    await expect(begin("council approver")).rejects.toMatchObject({
      detail: { errors: { code: "plan.code_taken" } },
    });
    const rollup = await readRollup(as("saga editor"), "jewels-3", 2028);
    const project = rollup.nodes.find(({ code }) => code === "SHG-4-1");
    expect(project).toMatchObject({
      continues: "SHG-4-1",
      project: { firstFy: 2028, lastFy: 2032 },
    });
    expect(rollup.indicators.find(({ code }) => code === kpi)).toMatchObject({
      continues: kpi,
      targetValue: null,
      baselineValue: null,
      roadmap: [],
    });
    expect(rollup.plan.rubric.name).toBe("JEWELS+ 評価基準");
    expect(await outcomeOf(readRollup(guest(), "jewels-3", null))).toBe("not_found");
    expect(
      (await searchPortal(guest(), "働き方改革")).results.map(({ plan: of }) => of.code),
    ).not.toContain("jewels-3");
    const rows = await rowsOfDraft("jewels-3");
    for (const [table, kept] of Object.entries(await rows(person("saga editor"))))
      expect(kept, table).toBeGreaterThan(0);
    for (const [table, kept] of Object.entries(await rows(null))) expect(kept, table).toBe(0);
    const revision = await openRevision(as("council editor"), "jewels-3", {
      title: "第３期計画の決定",
      requestKey: randomUUID(),
    });
    const input = {
      ...writeIndicatorForm(await successorKpi(), "SHG-4-1"),
      targetValue: "10,000",
      targetText: "目標：10,000社",
    };
    const fields = { reason: "第３期の目標", ...form(0), ...input };
    const target = { kind: "indicator" as const, code: kpi };
    await proposeChange(
      as("fukuoka editor"),
      { plan: "jewels-3", number: revision },
      target,
      fields,
    );
    const codes = { plan: "jewels-3", number: revision };
    await advanceRevision(as("council editor"), codes, { step: "assemble", baseStep: 1 });
    const adopted = {
      adoptedOn: "2028-03-20",
      firstFy: "2028",
      baseStep: 2,
      requestKey: randomUUID(),
    };
    await adoptRevision(
      as("council approver"),
      codes,
      adopted,
      new Date("2028-03-21T09:00:00+09:00"),
    );
    const open = await readRollup(guest(), "jewels-3", null);
    // Decided before it begins, in force from its first day.
    expect(open.plan.versions.at(-1)).toMatchObject({ version: 2, effectiveOn: "2028-04-01" });
    expect(open.indicators.find(({ code }) => code === kpi)?.targetValue).toBe("10000");
  });

  /** How many rows of a plan's definition somebody sees, by table. */
  async function rowsOfDraft(code: string) {
    const [{ id } = { id: "" }] = await portal.owner<{ id: string }[]>`
      select id from plans where code = ${code}`;
    const idsOf = async (table: "plan_nodes" | "indicators") =>
      (await portal.owner`select id from ${portal.owner(table)} where plan_id = ${id}`).map(
        (row) => row.id as string,
      );
    const [nodes, indicators] = [await idsOf("plan_nodes"), await idsOf("indicators")];
    return async (actor: Actor | null): Promise<Record<string, number>> => {
      const app = connect(portal.urls.appUrl, 1);
      const counts = takenBack(app, actor, async (sql) => {
        const by = async (key: string, values: string[], tables: string[]) => {
          for (const table of tables)
            found[table] = (
              await sql`select from ${sql(table)} where ${sql(key)} = any (${values})`
            ).length;
        };
        const found: Record<string, number> = {};
        await by("plan_id", [id], ["plan_versions", "plan_nodes", "indicators", "search_entries"]);
        await by("node_id", nodes, ["projects", "node_themes", "node_organisations", "activities"]);
        await by("indicator_id", indicators, ["indicator_nodes", "indicator_reporters"]);
        return found;
      });
      return counts.finally(() => app.end());
    };
  }

  const successorKpi = async () =>
    (await contentOf(portal.owner, "jewels-3")).indicators.find(({ code }) => code === kpi) ?? null;
});

describe("the database decides again", () => {
  const attempt = (post: Post, statement: string) => {
    const app = connect(portal.urls.appUrl, 1);
    return takenBack(app, person(post), (sql) => rowsOrState(sql.unsafe(statement))).finally(() =>
      app.end(),
    );
  };
  const insert = (post: Post, kind: string, change: string) => `
    insert into plan_versions (plan_id, version, kind, title, first_fy, effective_on, content,
      author_id, author_organisation_id)
    select plan_id, version + 1, '${kind}', 'x', first_fy, current_date, ${change},
      '${person(post).id}', '${person(post).memberships[0]?.organisationId}'
    from plan_versions v where plan_id = (select id from plans where code = 'jewels')
    order by version desc limit 1`;

  it("about versions: a lead changes no target, and nothing of another PT", async () => {
    const target = `jsonb_set(content, '{indicators,0,targetValue}', '"1"')`;
    expect(await attempt("fukuoka editor", insert("fukuoka editor", "edit", target))).toBe(
      violated,
    );
    const index = (await content()).nodes.findIndex(({ code }) => code === "SGT-1-1");
    const other = `jsonb_set(content, '{nodes,${index},project,purpose}', '"x"')`;
    expect(await attempt("fukuoka editor", insert("fukuoka editor", "edit", other))).toBe(violated);
    expect(await attempt("kagoshima editor", insert("kagoshima editor", "edit", other))).toBe(1);
    const name = `jsonb_set(content, '{nodes,${index},name}', '"x"')`;
    expect(await attempt("kagoshima editor", insert("kagoshima editor", "edit", name))).toBe(
      violated,
    );
    // Whose years, ends and members are not said by an edit either, nor anything of what is closed.
    const mine = (await content()).nodes.findIndex(({ code }) => code === "SHG-1-1");
    for (const [path, value] of [
      ["project,lastFy", "9999"],
      ["project,fundingTags", '["国費"]'],
      ["organisations", '[{"slug": "fukuoka", "role": "lead"}]'],
    ]) {
      const set = `jsonb_set(content, '{nodes,${mine},${path}}', '${value}')`;
      expect(await attempt("fukuoka editor", insert("fukuoka editor", "edit", set)), path).toBe(
        violated,
      );
    }
    const less = "jsonb_set(content, '{nodes}', (content -> 'nodes') - 0)";
    expect(await attempt("fukuoka editor", insert("fukuoka editor", "edit", less))).toBe(violated);
  });

  it("about versions: nobody adopts without a revision, and others not at all", async () => {
    expect(
      await attempt("council approver", insert("council approver", "revision", "content")),
    ).toBe(violated);
    // A trigger speaks before the policy does.
    for (const post of ["council editor", "fukuoka approver", "oita editor"] as const)
      expect([forbidden, violated], post).toContain(
        await attempt(post, insert(post, "revision", "content")),
      );
    expect(await attempt("oita editor", insert("oita editor", "edit", "content"))).toBe(forbidden);
    for (const statement of [
      "update plan_versions set title = 'x'",
      "delete from plan_versions",
      "truncate plan_versions cascade",
      "update plan_nodes set name = 'x'",
      "delete from revision_items",
      "update revision_items set reason = 'x'",
    ])
      expect(await attempt("council approver", statement), statement).toBe(forbidden);
  });

  it("about revisions: states go one way, and only the owner moves them", async () => {
    const number = await open();
    const set = (state: string) => `
      update plan_revisions set state = '${state}', step = step + 1
      where number = ${number} and plan_id = (select id from plans where code = 'jewels')`;
    expect(await attempt("fukuoka editor", set("assembled"))).toBe(0);
    expect(await attempt("council editor", set("assembled"))).toBe(1);
    expect(await attempt("council editor", set("adopted"))).toBe(violated);
    expect(
      await attempt(
        "council editor",
        `update plan_revisions set state = 'abandoned' where number = ${number}`,
      ),
    ).toBe(violated);
  });
});
