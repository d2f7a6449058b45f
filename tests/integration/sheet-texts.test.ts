import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  action as assessmentAction,
  loader as assessmentPage,
} from "#app/routes/plans/assessment.tsx";
import {
  action as narrativeAction,
  loader as narrativePage,
} from "#app/routes/sheets/narrative.tsx";
import { loader as sheetPage } from "#app/routes/sheets/sheet.tsx";
import { readNarrative } from "#app/services/narrative/read.server.ts";
import { saveNarrative } from "#app/services/narrative/save.server.ts";
import { readSheet } from "#app/services/sheet/read.server.ts";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { takenBack } from "#tests/factories/raw-sql.ts";
import { actingAs, type Fields, outcomeOf, refusalOf } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// The texts of evaluation sheets: who writes them, what stays of them, and who reads them when.

let portal: Portal;
let endWeb: () => Promise<void>;
let staff: Awaited<ReturnType<typeof createStaff>>;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  staff = await createStaff(portal.owner);
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

type Place = { plan: string; node: string; part: string; fy: number };
const issues: Place = { plan: "kurume", node: "G1", part: "issues", fy: 2016 };

const save = (post: Post, place: Place, baseVersion: number, text: string) =>
  saveNarrative(actingAs(portal, staff(post)), place, { text, baseVersion: String(baseVersion) });

const textOf = async (post: Post | null, { plan, node, part, fy }: Place) => {
  const actor = post && staff(post);
  const reading = await readSheet(actingAs(portal, actor), { plan, node }, fy);
  return reading?.sheet.narratives[part as "issues"] ?? null;
};

const versionOf = async (plan: string) => {
  const [row] = await portal.owner<{ version: number }[]>`
    select f.version from plan_figures f join plans p on p.id = f.plan_id where p.code = ${plan}`;
  return row?.version ?? 0;
};

describe("a text", () => {
  it("is there for members once it is saved, and not for the public", async () => {
    const before = await versionOf("kurume");
    await save(
      "kurume editor",
      issues,
      0,
      "　市内企業への就職率が低下した。\r\n\r\n要因を調べる。  \n",
    );
    expect(await textOf("kurume approver", issues)).toBe(
      "　市内企業への就職率が低下した。\n\n要因を調べる。",
    );
    expect(await textOf("saga editor", issues)).not.toBeNull();
    expect(await textOf(null, issues)).toBeNull();
    expect(await textOf("kurume editor", { ...issues, fy: 2015 })).toBeNull();
    expect(await textOf("kurume editor", { ...issues, node: "G2" })).toBeNull();
    expect(await versionOf("kurume")).toBe(before + 1);
  });

  it("keeps its earlier versions, with what each of them changed and by whom", async () => {
    await save("kurume approver", issues, 1, "　市内企業への就職率が上昇した。\n\n要因を調べる。");
    const reading = await readNarrative(actingAs(portal, staff("kurume editor")), issues);
    expect(reading.newest).toEqual({
      version: 2,
      text: "　市内企業への就職率が上昇した。\n\n要因を調べる。",
    });
    expect(reading.versions.map(({ version, author }) => [version, author])).toEqual([
      [2, "kurume approver"],
      [1, "kurume editor"],
    ]);
    const changed = reading.versions[0]?.changes.filter(({ kind }) => kind !== "same");
    expect(changed).toEqual([
      { kind: "removed", text: "低下" },
      { kind: "added", text: "上昇" },
    ]);
  });

  it("is written into the audit trail, with what was there before", async () => {
    const rows = await portal.owner`
      select a.action, a.subject, a.detail, u.name, o.slug from audit_events a
      join users u on u.id = a.actor_id join organisations o on o.id = a.organisation_id
      where a.action = 'narrative.save' and a.subject = 'kurume/G1/2016/issues' order by a.at`;
    expect(rows).toMatchObject([
      { name: "kurume editor", slug: "kurume", detail: { version: 1, before: null } },
      {
        name: "kurume approver",
        detail: { version: 2, before: "　市内企業への就職率が低下した。\n\n要因を調べる。" },
      },
    ]);
  });

  it("is not saved over what somebody else has saved meanwhile", async () => {
    expect((await refusalOf(save("kurume editor", issues, 1, "古い画面から"))).code).toBe(
      "conflict",
    );
    expect(await textOf("kurume editor", issues)).toContain("上昇");
    const both = await Promise.all(
      ["甲", "乙"].map((text) => outcomeOf(save("kurume editor", issues, 2, text))),
    );
    expect(both.sort()).toEqual(["conflict", "done"]);
  });

  it("that is the same as before changes nothing", async () => {
    const place = { ...issues, part: "overview" };
    await save("kurume editor", place, 0, "概要");
    const version = await versionOf("kurume");
    await save("kurume editor", place, 1, "\r\n概要 \r\n");
    const reading = await readNarrative(actingAs(portal, staff("kurume editor")), place);
    expect([reading.newest.version, await versionOf("kurume")]).toEqual([1, version]);
    await save("kurume editor", { ...issues, part: "efforts" }, 0, "");
    expect(await versionOf("kurume")).toBe(version);
  });

  it("can be taken away, and is 未記入 again", async () => {
    const place = { ...issues, part: "next_steps" };
    await save("kurume editor", place, 0, "続ける");
    await save("kurume editor", place, 1, "  ");
    expect(await textOf("kurume editor", place)).toBeNull();
  });

  it("has at most 4,000 characters", async () => {
    const place = { ...issues, part: "evaluation" };
    const refusal = await refusalOf(save("kurume editor", place, 0, "字".repeat(4001)));
    expect(refusal.fieldErrors).toEqual({ text: "narrative.too_long" });
    expect(await outcomeOf(save("kurume editor", place, 0, "字".repeat(4000)))).toBe("done");
  });

  it("loses the blanks at the ends of lines; too many of them are refused unread", async () => {
    const place = { ...issues, part: "evaluation", fy: 2018 };
    const blanks = (count: number) => `甲${" ".repeat(count)}\n　乙${" ".repeat(count)}丙`;
    const refusal = await refusalOf(save("kurume editor", place, 0, blanks(80_000)));
    expect(refusal.fieldErrors).toEqual({ text: "narrative.too_long" });
    await save("kurume editor", place, 0, blanks(3000));
    expect(await textOf("kurume editor", place)).toBe(`甲\n　乙${" ".repeat(3000)}丙`);
  });

  it("shows its newest 20 versions, each with what it changed, and counts the older ones", async () => {
    const place = { ...issues, part: "evaluation", fy: 2019 };
    for (let version = 0; version < 22; version += 1)
      await save("kurume editor", place, version, `第${version + 1}案`);
    const reading = await readNarrative(actingAs(portal, staff("kurume editor")), place);
    expect(reading.newest).toEqual({ version: 22, text: "第22案" });
    expect(reading.versions.map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, index) => 22 - index),
    );
    expect(reading.versions.at(-1)?.changes).toContainEqual({ kind: "removed", text: "2" });
    expect(reading.olderVersions).toBe(2);
  });
});

describe("who writes", () => {
  const pt: Place = { plan: "jewels", node: "SHG", part: "overview", fy: 2023 };
  const write = async (post: Post, place: Place) => {
    const reading = await readNarrative(actingAs(portal, staff(post)), place);
    const outcome = await outcomeOf(save(post, place, reading.newest.version, `${post}の文章`));
    expect(reading.maySave, post).toBe(outcome === "done");
    return outcome;
  };

  it("of a PT's sheet those who lead it, of a city's those of the city", async () => {
    expect(await write("fukuoka editor", pt)).toBe("done");
    expect(await write("fukuoka approver", pt)).toBe("done");
    for (const post of ["saga approver", "kyukeiren editor", "kurume editor"] as const)
      expect(await write(post, pt), post).toBe("forbidden");
    expect(await write("kitakyushu approver", issues)).toBe("forbidden");
    expect(await write("fukuoka approver", issues)).toBe("forbidden");
  });

  it("nobody who only reads, or is not signed in", async () => {
    const viewer = actingAs(portal, await createPerson(portal.owner, "kurume viewer"));
    const input = { text: "文章", baseVersion: "0" };
    const place = { ...issues, fy: 2017 };
    expect(await outcomeOf(saveNarrative(viewer, place, input))).toBe("forbidden");
    expect((await readNarrative(viewer, place)).maySave).toBe(false);
    const nobody = actingAs(portal, null);
    expect(await outcomeOf(saveNarrative(nobody, place, input))).toBe("forbidden");
    expect(await outcomeOf(readNarrative(nobody, place))).toBe("forbidden");
  });

  it("nowhere else than in a sheet of the plan", async () => {
    const outcome = (changed: Partial<Place>) =>
      outcomeOf(save("kurume editor", { ...issues, ...changed }, 0, "文章"));
    expect(await outcome({ part: "title" })).toBe("not_found");
    expect(await outcome({ node: "D1" })).toBe("not_found");
    expect(await outcome({ plan: "mine" })).toBe("forbidden");
    expect(await outcome({ fy: 2014 })).toBe("not_found");
  });
});

describe("who reads", () => {
  it("is decided by the database too", async () => {
    const app = connect(portal.urls.appUrl);
    try {
      const seen = (actor: Parameters<typeof takenBack>[1]) =>
        takenBack(app, actor, async (sql) => (await sql`select id from narratives`).length);
      expect(await seen(staff("oita editor"))).toBeGreaterThan(0);
      expect(await seen(null)).toBe(0);
      expect(await seen(await createPerson(portal.owner))).toBe(0);
    } finally {
      await app.end();
    }
  });

  it("the public the texts of the edition, as they were published", async () => {
    await portal.owner`
      insert into publications (plan_id, fy, edition, title, content)
      select p.plan_id, p.fy, p.edition + 1, '訂正版', jsonb_set(p.content, '{narratives}',
        jsonb_build_array(
          jsonb_build_object('nodeId', n.id, 'part', 'issues', 'text', '公表した課題'),
          jsonb_build_object('nodeId', n.id, 'part', 'overview', 'text', '')))
      from publications p join plans on plans.id = p.plan_id
      join plan_nodes n on n.plan_id = plans.id and n.code = 'G1'
      where plans.code = 'kurume' and p.fy = 2016`;
    expect(await textOf(null, issues)).toBe("公表した課題");
    expect(await textOf(null, { ...issues, part: "overview" })).toBeNull();
    expect(await textOf(null, { ...issues, node: "G2" })).toBeNull();
    expect(await textOf("kurume editor", issues)).not.toBe("公表した課題");
  });
});

type WritingPage = {
  page: string;
  action: typeof narrativeAction | typeof assessmentAction;
  loader: typeof narrativePage | typeof assessmentPage;
  params: Fields;
  typed: Fields;
};

it.each<WritingPage>([
  {
    page: "a text",
    action: narrativeAction,
    loader: narrativePage,
    params: { plan: "kurume", node: "G1", part: "issues" },
    typed: { text: "書きかけの\n文章", baseVersion: "0" },
  },
  {
    page: "an assessment",
    action: assessmentAction,
    loader: assessmentPage,
    params: { plan: "kitakyushu", node: "M003" },
    typed: { kind: "mark", value: "B", reason: "書きかけの理由", baseVersion: "0" },
  },
])("$page loses nothing that was typed when the session ends meanwhile", async (form) => {
  const { action, loader, params, typed } = form;
  const post = { method: "POST", body: new URLSearchParams(typed) };
  expect(await action(routeArgs("/?fy=2016", { params, init: post }))).toMatchObject({
    data: { said: "signed_out", values: typed },
    init: { status: 401 },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const page = await loader(routeArgs("/?fy=2016", { params, init: { headers } }));
  expect(page).toEqual({ signedOut: true });
  const visit = loader(routeArgs("/?fy=2016", { params }));
  await expect(visit).rejects.toMatchObject({ status: 302 });
});

it("a kept page shows a text at once, names nobody, and leads nobody but members to its writing", async () => {
  const { email } = await createAccount(portal.owner, "kurume viewer");
  const cookie = await signInAs(email);
  const page = async (as?: string) => {
    const params = { plan: "kurume", node: "G3" };
    const args = routeArgs("/plans/kurume/sheets/G3?fy=2016", { params, cookie: as });
    return (await sheetPage(args)).html;
  };
  const before = await page(cookie);
  expect(before).toContain("未記入");
  expect(before).toContain("/plans/kurume/sheets/G3/narratives/overview?fy=2016");
  await save(
    "kurume editor",
    { ...issues, node: "G3", part: "overview" },
    0,
    "子育ての<b>満足度</b>は目標を上回った。",
  );
  const after = await page(cookie);
  expect(after).toContain("子育ての&lt;b&gt;満足度&lt;/b&gt;は目標を上回った。");
  expect(after).not.toContain("kurume editor");
  const open = await page();
  expect(open).not.toContain("満足度&lt;");
  expect(open).not.toContain("/narratives/");
});
