import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as regionPage } from "#app/routes/plans/region.tsx";
import { advanceMilestone } from "#app/services/milestone/advance.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { readRegion } from "#app/services/rollup/read-region.server.ts";
import { findSession } from "#app/services/session/find.server.ts";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { publishYear } from "#tests/factories/editions.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { actingAs, type Desk, deskOf, figure, form, question } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// The page that answers at once, and what it can be narrowed down to.
let portal: Portal;
let endWeb: () => Promise<void>;
let desk: Desk;
let staff: Awaited<ReturnType<typeof createStaff>>;
let council: Awaited<ReturnType<typeof createPerson>>;
let cookie = "";

const plan = "jewels";
const fy = 2023;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  council = await createPerson(portal.owner, "council viewer");
  const { email } = await createAccount(portal.owner, "council viewer");
  cookie = await signInAs(email);
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

const page = (query = `?fy=${fy}`, reader: string | undefined = cookie, code = plan) =>
  regionPage(routeArgs(`/plans/${code}${query}`, { params: { plan: code }, cookie: reader }));
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const region = async (year = fy) => {
  const found = await readRegion(actingAs(portal, council), plan, year);
  if (!found) throw new Error("Nothing was kept.");
  return found;
};
const goalOf = async (code: string) =>
  (await region()).goals.find(({ node }) => node.code === code);
const movementIn = async (year: number) => {
  const { movement } = await region(year);
  return {
    since: movement?.since,
    moved: movement?.moved.map(({ kind, indicator }) => [kind, indicator.code]),
  };
};

describe("what moved since the last meeting", () => {
  it("is told against the year before, as long as nothing was published", async () => {
    expect((await region()).movement).toBeNull();
    // 1,800億円 are expected in 2023, less in the year before.
    await desk.report(question("SHG-1-1-a", "fukuoka", fy - 1), figure("3000"));
    await desk.report(question("SHG-1-1-a", "fukuoka", fy), figure("1,000"));
    expect(await movementIn(fy)).toEqual({
      since: { fy: fy - 1, edition: null },
      moved: [["worse", "SHG-1-1-a"]],
    });
    const shown = textOf((await page()).html);
    expect(shown).toContain("前年度（R4）の評価との比較");
    expect(shown).toContain("3,000億円 → 1,000億円");
  });

  it("is told against the newest edition of the year, and leads to all changes", async () => {
    expect(await publishYear(portal.owner, plan, fy)).toBe(1);
    expect((await movementIn(fy)).moved).toEqual([]);
    await desk.report(question("SHG-1-1-a", "fukuoka", fy), figure("1,800"), 2);
    await desk.report(question("SHG-4-1-a", "saga", fy), figure("100"));
    expect(await movementIn(fy)).toEqual({
      since: { fy, edition: 1 },
      moved: [
        ["better", "SHG-1-1-a"],
        ["first", "SHG-4-1-a"],
      ],
    });
    const { html } = await page();
    expect(html).toContain(`/plans/jewels/changes?fy=${fy}&amp;from=edition-1"`);
    expect(textOf(html)).toContain("公表された第1版との比較");
  });

  it("is told to the public from one edition to the next", async () => {
    const first = textOf((await page(undefined, "")).html);
    expect(first).not.toContain("前回からの動き");
    expect(first).not.toContain("1,800億円 →");
    expect(await publishYear(portal.owner, plan, fy)).toBe(2);
    const { html } = await page(undefined, "");
    expect(textOf(html)).toContain("1,000億円 → 1,800億円");
    expect(html).toContain(`/plans/jewels/changes?fy=${fy}&amp;from=edition-1&amp;to=edition-2"`);
    // As it was published first, there was nothing before it.
    const then = textOf((await page(`?fy=${fy}&asOf=edition-1`)).html);
    expect(then).not.toContain("1,800億円 →");
  });

  it("is told of a city from the edition of the year before", async () => {
    const shown = textOf((await page("?fy=2016", "", "kurume")).html);
    expect(shown).toContain("前年度（H27）の公表された第1版との比較");
    expect(shown).toContain("12.9％ → 11.2％");
    // From a grade to 現時点では判断が困難 is neither better nor worse.
    expect(shown).not.toContain("年間観光客数 久留米市への新しい人の流れをつくる");
  });
});

describe("the furthest behind and ahead", () => {
  it("say why in a sentence, with PT and lead", async () => {
    const shown = textOf((await page()).html);
    expect(shown).toContain("目標 1,800億円に対し実績 1,800億円（達成率 100％）。");
    expect(shown).toContain("（幹事 福岡県）");
  });
});

describe("milestones", () => {
  const project = { plan, node: "SHG-5-2" };
  const as = (post: Post) => actingAs(portal, staff(post));

  it("are counted where they are due, and move the page when one is reached", async () => {
    const due = { name: "運用開始", dueKind: "year", dueFy: String(fy), organisation: "fukuoka" };
    const before = await region();
    expect(before.milestones).toEqual({ due: 0, reached: 0 });
    const milestone = await saveMilestone(
      as("fukuoka editor"),
      { ...project, milestone: null },
      form(0, due),
    );
    expect((await goalOf("SHG"))?.milestones).toEqual({ due: 1, reached: 0 });
    expect((await goalOf("ANS"))?.milestones).toEqual({ due: 0, reached: 0 });
    expect((await region()).version).not.toBe(before.version);
    expect(textOf((await page()).html)).toContain("0／1 到達");
    const [now] = await portal.owner<{ at: string }[]>`
      select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
    await portal.owner`select pg_sleep(0.01)`;
    await advanceMilestone(
      as("fukuoka editor"),
      { ...project, milestone },
      form(1, { step: "reach", reachedOn: "2026-01-31" }),
      new Date("2026-11-20"),
    );
    expect((await region()).milestones).toEqual({ due: 1, reached: 1 });
    expect(textOf((await page()).html)).toContain("1／1 到達");
    const then = await page(`?fy=${fy}&asOf=${now?.at}`);
    expect(textOf(then.html)).toContain("0／1 到達");
    expect(textOf((await page(undefined, "")).html)).not.toContain("マイルストーン");
  });
});

describe("narrowed down", () => {
  it("the page names who has not reported, KPI by KPI", async () => {
    await desk.report(question("ANS-3-2-a", "saga", fy), {
      quality: "final",
      numerator: "1",
      denominator: "2",
    });
    const whole = await page();
    const link = `/plans/jewels?fy=${fy}&amp;pt=ANS&amp;mark=open`;
    expect(whole.html).toContain(`href="${link}"`);
    const { html, title } = await page(link.slice("/plans/jewels".length).replaceAll("&amp;", "&"));
    expect(title[0]).toBe("第２期九州創生アクションプランの指標");
    const shown = textOf(html);
    expect(shown).not.toContain("しごとづくりPT ›");
    expect(shown).toContain(
      "未報告：福岡県、長崎県、熊本県、大分県、宮崎県、鹿児島県、沖縄県、山口県",
    );
    // Down to the policy, the project and the KPI.
    for (const way of ["goals/ANS", "policies/ANS-3", "projects/ANS-3-2", "indicators/ANS-3-2-a"])
      expect(html).toContain(`href="/plans/jewels/${way}?fy=${fy}"`);
  });

  it("is one page for each address, whatever else is asked for", async () => {
    const [open, reported, again] = await Promise.all([
      page(`?fy=${fy}&pt=SHG&mark=open`),
      page(`?fy=${fy}&pt=SHG&reported=1`),
      page(`?mark=open&utm=x&pt=SHG&fy=${fy}`),
    ]);
    expect(again.html).toBe(open.html);
    expect(reported.html).not.toBe(open.html);
    expect(textOf(reported.html)).toContain("条件に合う指標 1件");
    expect((await page()).html).toContain("前回からの動き");
  });

  it("is new with an acceptance, too", async () => {
    const query = `?fy=${fy}&pt=ANS&mark=open`;
    const before = (await page(query)).html;
    await desk.report(question("ANS-3-2-a", "oita", fy), {
      quality: "final",
      numerator: "1",
      denominator: "2",
    });
    const after = (await page(query)).html;
    expect(after).not.toBe(before);
    expect(textOf(after)).toContain(
      "未報告：福岡県、長崎県、熊本県、宮崎県、鹿児島県、沖縄県、山口県",
    );
  });

  it("takes no harm from what nobody could mean", async () => {
    for (const query of [
      "&pt=%00",
      "&org=toString",
      "&mark=%F0%9F%92%A9",
      "&due=-1",
      "&theme=<b>",
      `&pt=${"x".repeat(10_000)}`,
    ]) {
      const { html } = await page(`?fy=${fy}${query}`);
      expect(textOf(html)).toContain("この計画・年度にない条件は無視しました：");
      expect(textOf(html)).toContain("域内全体");
    }
  });

  it("keeps the conditions from an earlier time and in another year", async () => {
    const { html, today } = await page(`?fy=${fy}&theme=gx&asOf=2026-06-30`);
    expect(today).toBe(`/plans/jewels?fy=${fy}&theme=gx`);
    expect(html).toContain("/plans/jewels?theme=gx&amp;asOf=2026-06-30&amp;fy=2022");
    expect(html).toContain(`href="/plans/jewels?fy=${fy}&amp;asOf=2026-06-30"`);
    expect(html).toContain('name="asOf" value="2026-06-30"');
  });

  it("shows the public no figures, marks or reports that are not published", async () => {
    const { html } = await page("?fy=2022&pt=SHG", "");
    expect(html).not.toContain("3,000");
    expect(html).not.toContain('name="mark"');
    expect(textOf(html)).toContain("条件に合う指標");
  });
});

describe("the page of the whole plan, with every figure in it,", () => {
  beforeAll(async () => {
    await portal.owner`
      update evaluations e set actual = '12345.6', rate = '0.9312', reported = 7,
        expected_reporters = 9, missing = '{saga,oita}', unjudged = null, is_demo = true,
        mark = (array['○', '△', '×'])[1 + length(i.name) % 3],
        computed_mark = (array['○', '△', '×'])[1 + length(i.name) % 3]
      from indicators i where i.id = e.indicator_id`;
    await portal.owner`update plan_figures set version = version + 1`;
  });

  it("is light", async () => {
    const weight = ({ html }: { html: string }) => gzipSync(html).byteLength / 1000;
    expect(weight(await page())).toBeLessThan(40);
    expect(weight(await page("?fy=2024"))).toBeLessThan(40);
    // Every KPI of the plan at once.
    expect(weight(await page(`?fy=${fy}&mark=missed`))).toBeLessThan(40);
  });

  it("costs eight statements at most, the session among them", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const identity = countedDatabase(portal.urls.authUrl);
    const session = await identity.statementsOf(() => findSession(identity.database, "none"));
    const costs = async (year: number, unless?: string) => {
      const context = { ...actingAs(portal, council), database: counted.database };
      const sent = await counted.statementsOf(() => readRegion(context, plan, year, unless));
      return Math.max(session.length, 1) + sent.length;
    };
    // A process that does not know the plan yet; a year with editions, and one without.
    for (const year of [fy, 2024, 2025]) {
      await portal.owner`update plans set definition_version = definition_version || 'x'`;
      expect(await costs(year)).toBeLessThanOrEqual(8);
    }
    const { version } = await region(2024);
    expect(await costs(2024, version)).toBe(3);
    await Promise.all([counted.close(), identity.close()]);
  });
});
