import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { reportProgress } from "#app/services/progress/report.server.ts";
import { searchPortal } from "#app/services/search/find.server.ts";
import { createPerson } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { actingAs, form } from "#tests/factories/steps.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const find = (typed: string, plan?: string) =>
  searchPortal(actingAs(portal, null), typed, { plan });
const codes = async (typed: string, plan?: string) =>
  (await find(typed, plan)).results.map((result) => `${result.plan.code} ${result.code}`);

describe("searching the plans", () => {
  it("finds by two characters, whoever asks", async () => {
    const { results, terms } = await find("観光");
    expect(terms).toEqual(["観光"]);
    expect(results.length).toBeGreaterThan(10);
    expect(new Set(results.map((result) => result.plan.code)).size).toBe(3);
    for (const { name } of results.slice(0, 3)) expect(name).toContain("観光");
  });
  it("knows no half or full width, no upper or lower case, no hiragana or katakana", async () => {
    const wide = await codes("ｆｃｖ");
    expect(wide).toContain("kitakyushu M047-b");
    expect(await codes("FCV")).toEqual(wide);
    expect(await codes("てれわーく")).toEqual(await codes("テレワーク"));
  });
  it("narrows down with every further term", async () => {
    const both = await codes("インターンシップ 地方創生");
    expect(both).toEqual(["kitakyushu M003", "kitakyushu M088-a"]);
  });
  it("puts the name that is the term first, and those that begin with it next", async () => {
    const [first] = (await find("国際交流の推進")).results;
    expect(first).toMatchObject({ plan: { code: "mine" }, kind: "project", code: "2-1-2" });
    expect(first?.place).toContain("ひとの流れづくり");
  });
  it("finds by code, and stays in a plan where it is told to", async () => {
    expect(await codes("JNZ-3-2-a")).toEqual(["jewels JNZ-3-2-a"]);
    const inPlan = await find("雇用", "kurume");
    expect(new Set(inPlan.results.map((result) => result.plan.code))).toEqual(new Set(["kurume"]));
  });
  it("shows a repost once, as its original", async () => {
    expect(await codes("介護ロボット等導入実証事業")).toEqual(["kitakyushu M017"]);
  });
  it("finds nothing in what is no word, and breaks on nothing", async () => {
    for (const typed of ["", "x", "　", "%", "_", "'", "\\", "💥", "' or 1=1 --", "a".repeat(5000)])
      expect((await find(typed)).results, typed).toEqual([]);
  });
  it("says that there is more than it shows", async () => {
    await portal.owner`
      insert into search_entries (plan_id, kind, code, name, place, searched_name, searched, pairs, position)
      select p.id, 'indicator', 'X' || n, '試験項目' || n, '', '試験項目' || n, '試験項目' || n,
        array['試験', '験項', '項目'], n
      from plans p, generate_series(1, 60) n where p.code = 'jewels'`;
    const found = await find("試験項目");
    expect([found.results.length, found.more]).toEqual([50, true]);
    expect(found.results[0]?.name).toBe("試験項目1");
  });
});

describe("searching what members write", () => {
  const own = { plan: "jewels", node: "SHG-4-1", organisation: "saga", scope: "own" } as const;
  let editor: Actor;
  beforeAll(async () => {
    editor = await createPerson(portal.owner, "saga editor");
  });
  const report = (baseVersion: number, done: string) =>
    reportProgress(
      actingAs(portal, editor),
      own,
      form(baseVersion, { status: "on_track", done, issues: "", next: "" }),
    );
  const seen = async (typed: string, actor: Actor | null) =>
    (await searchPortal(actingAs(portal, actor), typed)).results;

  it("finds the newest word of an organisation, for members, and leads to it", async () => {
    await report(0, "蒲公英計画の説明会を開いた。");
    const member = await createPerson(portal.owner, "nagasaki viewer");
    const [found] = await seen("蒲公英計画", member);
    expect(found).toMatchObject({
      kind: "update",
      plan: { code: "jewels" },
      place: expect.stringContaining("しごとづくり"),
      subject: { on: "update", plan: "jewels", project: "SHG-4-1" },
    });
    expect(found?.name).toContain("（佐賀県）");
    for (const nobody of [null, await createPerson(portal.owner)])
      expect(await seen("蒲公英計画", nobody)).toEqual([]);

    await report(1, "紫陽花計画に改めた。");
    expect(await seen("蒲公英計画", member)).toEqual([]);
    expect(await seen("紫陽花計画", member)).toHaveLength(1);
  });

  it("says what is made up", async () => {
    const marks = async () => (await seen("紫陽花計画", editor)).map(({ isDemo }) => isDemo);
    expect(await marks()).toEqual([false]);
    await portal.owner`update project_updates set is_demo = true`;
    expect(await marks()).toEqual([true]);
    await portal.owner`update project_updates set is_demo = false`;
  });
  it("puts definitions before what is written about them", async () => {
    const results = await seen("働き方改革", editor);
    const kinds = results.map(({ kind }) => kind);
    expect(kinds.indexOf("update")).toBeGreaterThan(kinds.lastIndexOf("project"));
  });
});
