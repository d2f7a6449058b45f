import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { presentIndicator, presentRollup } from "#app/lib/api/present.ts";
import { presentExplanation } from "#app/lib/api/present-explanation.ts";
import type { Actor } from "#app/policy/can.ts";
import { recomputeEvaluations } from "#app/services/evaluation/recompute.server.ts";
import { explainIndicator } from "#app/services/rollup/explain-indicator.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { readNode } from "#app/services/rollup/read-node.server.ts";
import { readRegion } from "#app/services/rollup/read-region.server.ts";
import { findSession } from "#app/services/session/find.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { placedIndicators } from "#seeds/load/placed-indicators.ts";
import { type OrganisationSlug, prefectureSlugs } from "#seeds/organisations.ts";
import { jewels } from "#seeds/plans/jewels/plan.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { evaluationOf } from "#tests/factories/readings.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  type Fields,
  figure,
  fraction,
  outcomeOf,
  quality,
  question,
  words,
} from "#tests/factories/steps.ts";

let portal: Portal;
let desk: Desk;
let member: Actor;

beforeAll(async () => {
  portal = await openPortal();
  await portal.owner`create schema scene`;
  await portal.owner`create table scene.blank as select * from evaluations`;
  desk = deskOf(portal, await createStaff(portal.owner));
  member = await createPerson(portal.owner, "council viewer");
});
afterAll(() => portal.close());

/** All that was reported for JEWELS+; what the cities published stays. */
async function forgetEverything() {
  await portal.owner.begin(async (sql) => {
    const ofJewels = sql`indicator_id in (
      select i.id from indicators i join plans p on p.id = i.plan_id where p.code = 'jewels')`;
    await sql`delete from observation_versions where ${ofJewels}`;
    await sql`delete from observations where ${ofJewels}`;
    await sql`truncate evaluations`;
    await sql`insert into evaluations select * from scene.blank`;
  });
}

async function recomputeFromScratch() {
  const { database, close } = openDatabase(portal.urls.ownerUrl, { max: 1, name: "test" });
  await portal.owner`delete from evaluations`;
  const ids = await portal.owner<{ id: string }[]>`select id from indicators`;
  await database.transaction((tx) =>
    recomputeEvaluations(tx, { indicatorIds: ids.map((row) => row.id) }),
  );
  await close();
}

/** Everybody's answers to one question, accepted. */
async function report(
  indicator: string,
  answers: Partial<Record<OrganisationSlug, Fields>>,
  fy = 2023,
) {
  await Promise.all(
    Object.entries(answers).map(([slug, fields]) =>
      desk.report(question(indicator, slug as OrganisationSlug, fy), fields),
    ),
  );
}

const everybody = (fields: (index: number) => Fields) =>
  Object.fromEntries(prefectureSlugs.map((slug, index) => [slug, fields(index)]));

const of = (indicator: string, fy?: number) => evaluationOf(portal.owner, indicator, fy);

describe("the figures of a year", () => {
  beforeEach(forgetEverything);

  it("are none where nobody reported, and not zero", async () => {
    expect(await of("SHG-4-1-a")).toEqual({
      actual: null,
      expected: "6400",
      rate: null,
      mark: null,
      unjudged: "not_reported",
      reported: 0,
      expectedReporters: 9,
      missing: prefectureSlugs,
    });
  });

  it("are a partial sum, without a mark, while somebody is missing", async () => {
    await report("SHG-4-1-a", {
      saga: figure("1,000"),
      oita: figure("2000.5"),
      okinawa: figure("▲0.5"),
    });
    expect(await of("SHG-4-1-a")).toMatchObject({
      actual: "3000",
      reported: 3,
      expectedReporters: 9,
      missing: ["fukuoka", "nagasaki", "kumamoto", "miyazaki", "kagoshima", "yamaguchi"],
      rate: null,
      mark: null,
      unjudged: "incomplete",
    });
  });

  it("get their mark with the last reporter", async () => {
    const { okinawa, ...others } = everybody(() => figure("640"));
    await report("SHG-4-1-a", others);
    expect(await of("SHG-4-1-a")).toMatchObject({ mark: null, actual: "5120" });
    await report("SHG-4-1-a", { okinawa: okinawa ?? {} });
    // 9 × 640 = 5,760 of 6,400 is 90 ％.
    expect(await of("SHG-4-1-a")).toMatchObject({ actual: "5760", rate: "0.9", mark: "△" });
  });

  it("count 対象外 out of those expected, and a figure of zero in", async () => {
    await report("SHG-4-1-a", {
      ...everybody(() => figure("800")),
      okinawa: quality("not_applicable", "対象となる取組がない。"),
      yamaguchi: figure("0"),
      saga: figure("1600"),
    });
    // 6 × 800 + 1,600 + 0; 沖縄県 is not waited for.
    expect(await of("SHG-4-1-a")).toMatchObject({
      actual: "6400",
      reported: 8,
      expectedReporters: 8,
      missing: [],
      rate: "1",
      mark: "○",
    });
  });

  it("name who is provisional, who surveys and who has nothing", async () => {
    await report("SHG-4-1-a", {
      ...everybody(() => figure("1")),
      saga: figure("5", { quality: "provisional" }),
      oita: quality("under_survey"),
      okinawa: quality("no_data"),
    });
    const rollup = await readRollup(actingAs(portal, member), "jewels", 2023);
    const result = presentRollup(rollup).indicators.find((one) => one.code === "SHG-4-1-a");
    expect(result).toMatchObject({
      actual: "11",
      reported: 7,
      expectedReporters: 9,
      missing: [],
      provisional: true,
      provisionalReporters: ["saga"],
      mark: null,
      unjudged: "incomplete",
    });
    expect(rollup.organisationNames.saga).toBe("佐賀県");
  });

  it("divide the sum of numerators by the sum of denominators, not the mean of rates", async () => {
    await report("JSD-2-1-b-1", { saga: fraction("10", "10"), oita: fraction("30", "190") });
    expect(await of("JSD-2-1-b-1")).toMatchObject({ actual: "20", reported: 2 });
    await report("ANS-3-2-a", { ...everybody(() => fraction("2", "3")) });
    expect(await of("ANS-3-2-a")).toMatchObject({ actual: "66.6666666667", rate: "0.7407407407" });
  });

  it("keep a threshold exact that a rounded rate would miss", async () => {
    // 60 ／ 90 of 100 ％ expected in 2024 is 66.6…; 70 ％ is 63 of 90, exactly.
    await report("ANS-3-2-a", { ...everybody(() => fraction("7", "10")) }, 2024);
    expect(await of("ANS-3-2-a", 2024)).toMatchObject({ actual: "70", rate: "0.7", mark: "△" });
    await desk.report(question("ANS-3-2-a", "oita", 2024), fraction("69999", "100000"), 2);
    expect(await of("ANS-3-2-a", 2024)).toMatchObject({ mark: "×" });
  });

  it("are the one answer where the lead reports for the region", async () => {
    await report("SHG-1-1-a", { fukuoka: figure("１，８００億円") });
    expect(await of("SHG-1-1-a")).toMatchObject({
      actual: "1800",
      expected: "1800",
      rate: "1",
      mark: "○",
      reported: 1,
      expectedReporters: 1,
    });
  });

  it("are the economic bodies' where those are asked", async () => {
    const asked = ["kyukeiren", "kyushoren", "kyudoyu", "kyukeikyo"] as const;
    for (const [index, slug] of asked.entries())
      await desk.report(question("SHG-6-1-b", slug), figure(String(10 + index)));
    expect(await of("SHG-6-1-b")).toMatchObject({ actual: "46", expected: "50", rate: "0.92" });
  });

  it("judge a milestone by whether it was reached", async () => {
    await report("ANS-3-1-a-2", { miyazaki: words("９県で実施", "yes") });
    expect(await of("ANS-3-1-a-2")).toMatchObject({ actual: null, rate: null, mark: "○" });
    const reading = await readIndicator(
      actingAs(portal, member),
      { plan: "jewels", indicator: "ANS-3-1-a-2" },
      2023,
    );
    expect(reading?.evaluation).toMatchObject({
      actualText: "９県で実施",
      expectedText: "全県で実施",
    });
  });

  it("add a running total up from the years, CKR-o1", async () => {
    await report("CKR-1-1-a", { ...everybody(() => figure("1,500")) }, 2020);
    await report("CKR-1-1-a", { ...everybody(() => figure("1,600")) }, 2021);
    expect(await of("CKR-1-1-a", 2021)).toMatchObject({ actual: "14400", expected: "13100" });
    expect(await of("CKR-o1", 2020)).toMatchObject({ actual: "13500", expected: "12300" });
    expect(await of("CKR-o1", 2021)).toMatchObject({
      actual: "27900",
      expected: "25400",
      reported: 18,
      expectedReporters: 18,
      mark: "○",
    });
    await report("CKR-1-1-a", { saga: figure("1", { note: "募集を止めたため。" }) }, 2022);
    expect(await of("CKR-o1", 2022)).toMatchObject({
      actual: "27901",
      reported: 19,
      expectedReporters: 27,
      mark: null,
      unjudged: "incomplete",
    });
    expect(await of("CKR-o1", 2023)).toMatchObject({ actual: null, unjudged: "not_reported" });
  });

  it("add three indicators up, SGT-o2", async () => {
    await report("SGT-2-1-a", { ...everybody(() => figure("500")) });
    await report("SGT-2-1-b", { ...everybody(() => figure("20")) });
    expect(await of("SGT-o2")).toMatchObject({
      actual: "4680",
      reported: 18,
      expectedReporters: 27,
      mark: null,
    });
    await report("SGT-2-1-c", { ...everybody((index) => figure(String(index))) });
    // 9 × 500 + 9 × 20 + (0 + … + 8) = 4,716.
    expect(await of("SGT-o2")).toMatchObject({ actual: "4716", expected: "5180", mark: "△" });
  });

  it("take over another indicator's figure and hold it against the own target, JSD-3-2-a", async () => {
    await report("JSD-3-1-a", { saga: figure("65.7") }, 2024);
    expect(await of("JSD-3-1-a", 2024)).toMatchObject({
      actual: "65.7",
      expected: "73",
      rate: "0.9",
    });
    // From 47 in the year before R5 to 73 in R9: after two of five years 47 + 26 × 2⁄5 = 57.4.
    expect(await of("JSD-3-2-a", 2024)).toMatchObject({
      actual: "65.7",
      expected: "57.4",
      mark: "○",
    });
  });
});

describe("the tree", () => {
  const read = () => readRollup(actingAs(portal, member), "jewels", 2023);

  beforeAll(async () => {
    await forgetEverything();
    for (const slug of prefectureSlugs) await desk.report(question("SHG-4-1-a", slug), figure("1"));
  });

  it("has the plan's six PTs, 37 policies and 56 projects, 52 without reposts", async () => {
    const { nodes } = presentRollup(await read());
    const count = (kind: string) => nodes.filter((node) => node.kind === kind).length;
    expect([count("goal"), count("policy"), count("project")]).toEqual([6, 37, 56]);
    const region = await readRegion(actingAs(portal, member), "jewels", 2023);
    expect(region?.size).toEqual({ policies: 37, projects: 52, reposts: 4 });
    expect(region?.goals).toHaveLength(6);
  });

  it("lists every indicator once", async () => {
    const codes = presentRollup(await read()).indicators.map((indicator) => indicator.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(placedIndicators(jewels).map((placed) => placed.data.code));
  });

  it("shows a repost in both places and counts it once", async () => {
    const rollup = await read();
    const { nodes } = presentRollup(rollup);
    const at = (code: string) => nodes.find((node) => node.code === code);
    expect(at("SHG-4-1")).toMatchObject({ mark: "×", counts: { "×": 1 } });
    expect(at("SHG-7-1")).toMatchObject({ mark: "×", counts: { "×": 1 } });
    expect(at("SHG-4")?.counts["×"]).toBe(1);
    expect(at("SHG-7")?.counts["×"]).toBe(0);
    expect(at("SHG")?.counts["×"]).toBe(1);
    expect(rollup.total.counts["×"]).toBe(1);
  });

  it("counts an indicator shared by two PTs in each, and once in the region", async () => {
    await desk.report(question("SGT-3-1-a", "kagoshima"), figure("100"));
    const rollup = await read();
    const { nodes } = presentRollup(rollup);
    const counted = (code: string) => nodes.find((node) => node.code === code)?.counts["○"];
    expect([counted("SGT-3-1"), counted("JNZ-4-1")]).toEqual([1, 1]);
    expect([counted("SGT"), counted("JNZ")]).toEqual([1, 1]);
    expect(rollup.total.counts["○"]).toBe(1);
  });

  it("counts as many KPIs as there are series", async () => {
    const { total } = await read();
    const attached = await portal.owner`
      select distinct n.indicator_id from indicator_nodes n
      join indicators i on i.id = n.indicator_id
      join plans p on p.id = i.plan_id and p.code = 'jewels'
      where n.role = 'kpi'`;
    expect(total.counted).toBe(attached.length);
    const { counts, notReported, incomplete, outOfTerm } = total;
    const judged = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(judged + notReported + incomplete + outOfTerm).toBe(total.counted);
  });

  it("has no place for what is not in it", async () => {
    const context = actingAs(portal, member);
    const node = (kind: "goal" | "policy" | "project", code: string) =>
      outcomeOf(readNode(context, { plan: "jewels", kind, node: code }, 2023));
    expect(await node("project", "SHG-4-1")).toBe("done");
    expect(await node("policy", "SHG-4-1")).toBe("not_found");
    expect(await node("project", "SHG-44-1")).toBe("not_found");
    expect(await outcomeOf(readRollup(context, "kurume", 2023))).toBe("not_found");
    expect(await outcomeOf(readRollup(context, "jewels", 2019))).toBe("not_found");
    expect(await outcomeOf(readRollup(context, "jewels", 2028))).toBe("not_found");
    const indicator = { plan: "jewels", indicator: "SHG-4-1-z" };
    expect(await outcomeOf(readIndicator(context, indicator, 2023))).toBe("not_found");
  });

  it("takes a code that no text can hold for one that is not there", async () => {
    const context = actingAs(portal, member);
    const indicator = { plan: "jewels", indicator: "SHG\0" };
    expect(await outcomeOf(readRollup(context, "jew\0els", 2023))).toBe("not_found");
    expect(await outcomeOf(readIndicator(context, indicator, 2023))).toBe("not_found");
  });
});

describe("what is not accepted", () => {
  beforeAll(async () => {
    await forgetEverything();
    await desk.report(question("SHG-4-1-a", "saga"), figure("111"));
    await desk.save(question("SHG-4-1-a", "saga"), 2, figure("77701"));
    await desk.save(question("SHG-4-1-a", "oita"), 0, figure("77702", { note: "77702" }));
    await desk.submit(question("SHG-4-1-a", "nagasaki"), 0, figure("77703", { note: "77703" }));
    await desk.submit(question("SHG-4-1-a", "okinawa"), 0, figure("77704"));
    await desk.return(question("SHG-4-1-a", "okinawa"), 1, "77704 は速報値です。");
  });

  it.each(["council editor", "council viewer", "fukuoka approver", "oita editor"] as const)(
    "is in no roll-up that %s reads",
    async (post) => {
      const context = actingAs(portal, await createPerson(portal.owner, post));
      const codes = { plan: "jewels", indicator: "SHG-4-1-a" };
      const project = { plan: "jewels", kind: "project", node: "SHG-4-1" } as const;
      const readings = await Promise.all([
        readRollup(context, "jewels", 2023).then(presentRollup),
        readRegion(context, "jewels", 2023),
        readNode(context, project, 2023),
        readIndicator(context, codes, 2023),
        explainIndicator(context, codes, 2023).then((found) => found && presentExplanation(found)),
      ]);
      const seen = JSON.stringify(readings);
      expect(seen).toContain('"111"');
      expect(seen).not.toContain("7770");
      const answers = readings[3]?.reporters.flatMap((reporter) => reporter.answers);
      expect(answers).toHaveLength(1);
      expect(readings[3]?.evaluation).toMatchObject({ actual: "111", reported: 1 });
      // The project's page has the same years as the indicator's own.
      expect(readings[2]?.roadmaps.map(({ years }) => years)).toEqual([readings[3]?.years]);
    },
  );

  it.each([
    ["nobody", null],
    ["somebody without an organisation", []],
  ] as const)("%s sees no figure at all, and is told so", async (_, posts) => {
    const actor = posts && (await createPerson(portal.owner, ...posts));
    const context = actingAs(portal, actor);
    const rollup = presentRollup(await readRollup(context, "jewels", 2023));
    expect(rollup.published).toBe(false);
    for (const result of rollup.indicators)
      expect(result).toMatchObject({
        actual: null,
        expected: null,
        achievementRate: null,
        mark: null,
        reported: null,
        missing: [],
        provisional: false,
      });
    for (const node of rollup.nodes)
      expect([node.mark, ...Object.values(node.counts)].filter(Boolean)).toEqual([]);
    const codes = { plan: "jewels", indicator: "SHG-4-1-a" };
    const reading = await readIndicator(context, codes, 2023);
    const indicator = reading && presentIndicator(reading);
    expect(indicator).toMatchObject({ published: false, result: null });
    expect(indicator?.reporters.every((r) => r.quality === null && r.value === null)).toBe(true);
    const explanation = await explainIndicator(context, codes, 2023);
    const explained = explanation && presentExplanation(explanation);
    expect(explained).toMatchObject({ result: null });
    expect(JSON.stringify([rollup, indicator])).not.toMatch(/111|7770/);
    expect(JSON.stringify(explained)).not.toMatch(/"111"|7770/);
    expect(indicator?.roadmap.map((cell) => cell.value)).toEqual([
      "1600",
      "3200",
      "4800",
      "6400",
      "8000",
    ]);
  });
});

describe("the cost of a page", () => {
  const plan = "jewels";
  const token = "a-session-token-for-counting";
  let counted: ReturnType<typeof countedDatabase>;
  let identity: ReturnType<typeof countedDatabase>;

  const pages = {
    region: () => readRegion(actingAs(counted, member), plan, 2023),
    goal: () => readNode(actingAs(counted, member), { plan, kind: "goal", node: "SHG" }, 2023),
    policy: () =>
      readNode(actingAs(counted, member), { plan, kind: "policy", node: "SHG-4" }, 2023),
    project: () =>
      readNode(actingAs(counted, member), { plan, kind: "project", node: "SHG-4-1" }, 2023),
    repost: () =>
      readNode(actingAs(counted, member), { plan, kind: "project", node: "SHG-7-1" }, 2023),
    rollup: () => readRollup(actingAs(counted, member), plan, 2023),
    indicator: () => readIndicator(actingAs(counted, member), { plan, indicator: "CKR-o1" }, 2023),
    reported: () =>
      readIndicator(actingAs(counted, member), { plan, indicator: "SHG-4-1-a" }, 2023),
    signedOut: () => readIndicator(actingAs(counted, null), { plan, indicator: "SHG-4-1-a" }, null),
  };

  const cost = async () => {
    const session = await identity.statementsOf(() => findSession(identity.database, token));
    const counts: Record<string, number> = {};
    for (const [name, read] of Object.entries(pages))
      counts[name] = session.length + (await counted.statementsOf(read)).length;
    return counts;
  };

  /** Accepted answers of so many reporters and years, this year's first. */
  const addObservations = (count: number) => portal.owner`
    with added as (
      insert into observations (indicator_id, organisation_id, fy, version, state)
      select i.id, r.organisation_id, y.fy, 2, 'accepted'
      from indicators i
      join plans p on p.id = i.plan_id and p.code = ${plan}
      join indicator_reporters r on r.indicator_id = i.id
      cross join lateral generate_series(2000, 2030) y(fy)
      where i.direction <> 'milestone'
      order by y.fy = 2023 desc, i.position limit ${count}
      on conflict do nothing
      returning *)
    insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
      state, quality, value, numerator, denominator, author_organisation_id)
    select a.id, a.indicator_id, a.organisation_id, a.fy, v.version, v.state, 'final', 3, 1, 2,
      a.organisation_id
    from added a cross join (values (1, 'submitted'), (2, 'accepted')) v(version, state)`;

  beforeAll(async () => {
    await forgetEverything();
    counted = countedDatabase(portal.urls.appUrl);
    identity = countedDatabase(portal.urls.authUrl);
    await portal.owner`
      insert into sessions (user_id, token, expires_at)
      values (${member.id}, ${token}, now() + interval '1 hour')`;
  });
  afterAll(async () => {
    await Promise.all([counted.close(), identity.close()]);
  });

  it("is seven statements at most, with ten observations or with two thousand", async () => {
    await addObservations(10);
    const few = await cost();
    for (const [page, statements] of Object.entries(few))
      expect(statements, page).toBeLessThanOrEqual(7);
    await addObservations(2_000);
    const [row] = await portal.owner<{ count: number }[]>`
      select count(*)::int as count from observation_versions`;
    expect(row?.count).toBeGreaterThanOrEqual(4_000);
    expect(await cost()).toEqual(few);
  });

  it("is no more for a process that does not know the plan yet", async () => {
    for (const [page, read] of Object.entries(pages)) {
      await portal.owner`update plans set definition_version = ${`revised for ${page}`}`;
      const statements = await counted.statementsOf(read);
      // The region is held against the year before, too.
      expect(statements.length + 1, page).toBeLessThanOrEqual(page === "region" ? 8 : 7);
    }
  });

  it("that is kept is the session and its version", async () => {
    const first = await readRegion(actingAs(counted, member), plan, 2023);
    const again = () => readRegion(actingAs(counted, member), plan, 2023, first?.version);
    expect(await again()).toBeNull();
    expect(await counted.statementsOf(again)).toHaveLength(2);
  });

  it("reads no observation for a roll-up", async () => {
    const statements = await counted.statementsOf(pages.region);
    expect(statements.join(" ")).not.toMatch(/observations?\b|observation_versions/);
  });
});

describe("the kept evaluations", () => {
  /** Numbers in [0, 1) that are the same in every run. */
  function dice(seed: number) {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
  }

  const kept = () => portal.owner`
    select i.code, e.fy, to_jsonb(e) - 'updated_at' as row
    from evaluations e join indicators i on i.id = e.indicator_id
    order by i.plan_id, i.position, e.fy`;

  it.each([1, 2, 3])("are what a computation from scratch gives, case %i", async (seed) => {
    await forgetEverything();
    const next = dice(seed);
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("Nothing to pick from");
      return item;
    };
    const asked = placedIndicators(jewels).filter((placed) => placed.reporters.length > 0);
    // Mostly those that others are computed from, so that years and parts meet each other.
    const parts = asked.filter(({ data }) => /^(SGT-2-1|CKR-1-1|JSD-3-1)/.test(data.code));
    const versions = new Map<string, number>();
    for (let step = 0; step < 30; step += 1) {
      const placed = pick(next() < 0.5 ? parts : asked);
      const years = placed.lastFy - placed.firstFy + 1;
      const codes = question(
        placed.data.code,
        pick(placed.reporters),
        placed.firstFy + Math.floor(next() * years),
      );
      const key = JSON.stringify(codes);
      const base = versions.get(key) ?? 0;
      await desk.report(codes, randomAnswer(placed.data, next), base);
      versions.set(key, base + 2);
    }
    const current = await kept();
    await recomputeFromScratch();
    expect(current).toEqual(await kept());
    expect(current.some(({ row }) => row.actual !== null)).toBe(true);
  });

  function randomAnswer(
    { direction, reporting }: ReturnType<typeof placedIndicators>[number]["data"],
    next: () => number,
  ): Fields {
    const chance = next();
    if (chance < 0.1) return quality("not_applicable");
    if (chance < 0.2) return quality("under_survey");
    // Figures by chance look like slips; the note says that they are none.
    const given = { quality: chance < 0.35 ? "provisional" : "final", note: "確認済み" };
    if (direction === "milestone") return { ...words("進めた", next() < 0.5 ? "yes" : "no") };
    const number = (next() * 2000).toFixed(Math.floor(next() * 4));
    if ("aggregation" in reporting && reporting.aggregation === "ratio")
      return { ...given, numerator: number, denominator: String(1 + Math.floor(next() * 3000)) };
    return { ...given, value: number };
  }
});
