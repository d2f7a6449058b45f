import { createHash } from "node:crypto";
import { verifyPassword } from "better-auth/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { seed } from "#seeds/run.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { checksums } from "#tests/golden/checksums.ts";

const quiet = () => {};
let database: TestDatabase;
let connection: ReturnType<typeof openDatabase>;
let signIns: Awaited<ReturnType<typeof seed>>["signIns"];
let answers: Awaited<ReturnType<typeof readAnswers>>;

beforeAll(async () => {
  database = await testDatabase();
  connection = openDatabase(database.ownerUrl, { max: 1, name: "test" });
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

/** What every organisation is asked for in FY2023 and how far its answer has come. */
function readAnswers() {
  return connection.pool<{ organisation: string; code: string; state: string; lead: string }[]>`
    select o.slug as organisation, i.code, coalesce(b.state, 'due') as state, lead.slug as lead
    from indicators i
    join plans p on p.id = i.plan_id and p.code = 'jewels'
    join indicator_reporters r on r.indicator_id = i.id
    join organisations o on o.id = r.organisation_id
    join plan_nodes goal on goal.plan_id = p.id and goal.code = left(i.code, 3)
    join node_organisations n on n.node_id = goal.id and n.role = 'lead'
    join organisations lead on lead.id = n.organisation_id
    left join observations b
      on b.indicator_id = i.id and b.organisation_id = o.id and b.fy = 2023
    where 2023 between i.first_fy and i.last_fy
    order by o.position, i.position`;
}

const codes = (organisation: string, state: string) =>
  answers
    .filter((answer) => answer.organisation === organisation && answer.state === state)
    .map((answer) => answer.code);

describe("without a demo", () => {
  it("holds no person, no figure but those the cities published, and no round", async () => {
    const result = await seed({ ownerUrl: database.ownerUrl, demo: false, log: quiet });
    expect(result.signIns).toEqual([]);
    const [count] = await connection.pool`
      select (select count(*)::int from users) as users,
             (select count(*)::int from members) as members,
             (select count(*)::int from observations h join indicators i on i.id = h.indicator_id
              join plans p on p.id = i.plan_id where p.code = 'jewels') as observations,
             (select count(*)::int from observation_versions
              where author_id is not null or is_demo) as entered,
             (select count(*)::int from reporting_rounds) as rounds,
             (select count(*)::int from evaluations where is_demo) as evaluations`;
    expect(count).toEqual({
      users: 0,
      members: 0,
      observations: 0,
      entered: 0,
      rounds: 0,
      evaluations: 0,
    });
    const published = await connection.pool<{ code: string }[]>`
      select distinct p.code from observations h join indicators i on i.id = h.indicator_id
      join plans p on p.id = i.plan_id order by p.code`;
    expect(published.map(({ code }) => code)).toEqual(["kitakyushu", "kurume"]);
  });
});

describe("the demo", () => {
  beforeAll(async () => {
    ({ signIns } = await seed({ ownerUrl: database.ownerUrl, demo: true, log: quiet }));
    answers = await readAnswers();
  });

  it("prints sign-ins that work", async () => {
    expect(signIns.map(({ email }) => email)).toEqual([
      "editor@saga.example.jp",
      "approver@saga.example.jp",
      "approver@fukuoka.example.jp",
      "editor@kyukeiren.example.jp",
      "viewer@council.example.jp",
      "editor@council.example.jp",
      "approver@council.example.jp",
      "editor@nagasaki.example.jp",
      "approver@kurume.example.jp",
      "approver@kitakyushu.example.jp",
      "admin@saga.example.jp",
      "admin@portal.example.jp",
    ]);
    for (const { email, password } of signIns) {
      const [account] = await connection.pool<{ hash: string; accountId: string; id: string }[]>`
        select a.password as hash, a.account_id as "accountId", u.id
        from accounts a join users u on u.id = a.user_id
        where u.email = ${email} and a.provider_id = 'credential'`;
      expect(account?.accountId).toBe(account?.id);
      expect(await verifyPassword({ hash: account?.hash ?? "", password })).toBe(true);
    }
  });

  it("has somebody who drafts and somebody who approves in every organisation", async () => {
    const roles = await connection.pool`
      select o.slug, array_agg(distinct m.role order by m.role) as roles
      from organisations o left join members m on m.organisation_id = o.id
      group by o.slug, o.position order by o.position`;
    for (const { slug, roles: held } of roles) {
      if (slug === "council") expect(held).toEqual(["admin", "approver", "editor", "viewer"]);
      else expect(held, slug).toEqual(expect.arrayContaining(["approver", "editor"]));
    }
    const twice = await connection.pool`
      select u.email from members m join users u on u.id = m.user_id
      group by u.email having count(*) > 1`;
    expect(twice.map(({ email }) => email)).toEqual(["editor@oita.example.jp"]);
  });

  it("leaves 佐賀県 something to begin, to finish and to correct", () => {
    expect(codes("saga", "due")).toEqual([
      "SHG-4-1-a",
      "SGT-1-2-a",
      "JNZ-6-2-a",
      "JSD-o1",
      "CKR-8-2-a",
      "ANS-3-3-a",
    ]);
    expect(codes("saga", "draft")).toEqual(["CKR-1-1-a"]);
    expect(codes("saga", "returned")).toEqual(["SHG-2-3-a"]);
    expect(codes("saga", "submitted")).toEqual(expect.arrayContaining(["SHG-2-2-a", "SHG-3-1-a"]));
  });

  it("leaves 福岡県 answers of others to review, 佐賀県's among them", () => {
    const queue = answers.filter((a) => a.lead === "fukuoka" && a.state === "submitted");
    expect(queue.length).toBeGreaterThanOrEqual(6);
    expect(queue.map((answer) => answer.organisation)).toContain("saga");
    expect(queue.map((answer) => answer.organisation)).toContain("kyushoren");
    expect(queue.map((answer) => answer.organisation)).not.toContain("fukuoka");
  });

  it("asks 九経連 for two figures, and every other economic body for one", () => {
    expect(codes("kyukeiren", "due")).toEqual(["SHG-6-1-b", "ANS-2-3-a"]);
    const asked = (slug: string) => answers.filter((a) => a.organisation === slug).length;
    expect(["kyukeiren", "kyushoren", "kyudoyu", "kyukeikyo"].map(asked)).toEqual([2, 1, 1, 1]);
  });

  it("has about 7 % of FY2023 missing, and 1–2 % of the years before", async () => {
    const missing = answers.filter((answer) => answer.state === "due").length / answers.length;
    expect(missing).toBeGreaterThan(0.05);
    expect(missing).toBeLessThan(0.09);
    const [before] = await connection.pool<{ asked: number; given: number }[]>`
      select count(*)::int as asked, count(b.id)::int as given
      from indicators i
      join plans p on p.id = i.plan_id and p.code = 'jewels'
      join indicator_reporters r on r.indicator_id = i.id
      cross join generate_series(2020, 2022) fy
      left join observations b
        on b.indicator_id = i.id and b.organisation_id = r.organisation_id and b.fy = fy.fy
      where fy.fy between i.first_fy and i.last_fy`;
    const share = 1 - (before?.given ?? 0) / (before?.asked ?? 1);
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.02);
  });

  it("gives a reason with every return and only there", async () => {
    const wrong = await connection.pool`
      select from observation_versions where (state = 'returned') <> (reason is not null)`;
    expect(wrong).toHaveLength(0);
  });

  it("shows every mark, quality and state", async () => {
    const { pool } = connection;
    const marks = await pool`
      select distinct mark from evaluations e join indicators i on i.id = e.indicator_id
      join plans p on p.id = i.plan_id where p.code = 'jewels' and mark is not null`;
    expect(new Set(marks.map(({ mark }) => mark))).toEqual(new Set(["○", "△", "×", "ー"]));
    const inYear = await pool`
      select distinct mark from evaluations where fy = 2023 and mark is not null`;
    expect(inYear).toHaveLength(4);
    const [kinds] = await pool`
      select array_agg(distinct quality order by quality) as qualities,
             array_agg(distinct state order by state) as states
      from observation_versions where is_demo`;
    expect(kinds).toEqual({
      qualities: ["final", "no_data", "not_applicable", "provisional", "under_survey"],
      states: ["accepted", "draft", "returned", "submitted"],
    });
  });

  it("lets no running total fall and no share exceed the whole", async () => {
    const { pool } = connection;
    const falling = await pool`
      select from (
        select v.value - lag(v.value) over (partition by v.indicator_id, v.organisation_id
          order by v.fy) as step
        from observation_versions v join indicators i on i.id = v.indicator_id
        where i.series = 'cumulative' and v.version = 1 and v.value is not null) steps
      where step < 0`;
    expect(falling).toHaveLength(0);
    const beyond = await pool`select from observation_versions where numerator > denominator`;
    expect(beyond).toHaveLength(0);
  });

  it("adds up to the figures that the plan prints for the plan's own years", async () => {
    const rows = await connection.pool<{ code: string; fy: number; actual: string }[]>`
      select i.code, e.fy, trim_scale(e.actual)::text as actual
      from evaluations e join indicators i on i.id = e.indicator_id`;
    const actual = (code: string, fy: number) =>
      rows.find((row) => row.code === code && row.fy === fy)?.actual;
    expect(actual("SHG-1-1-a", 2020)).toBe("931");
    expect(actual("SHG-2-3-a", 2020)).toBe("129");
    expect(actual("SHG-4-1-a", 2020)).toBe("1623");
    expect(actual("JNZ-2-1-a", 2020)).toBe("23442");
    expect(actual("CKR-1-1-a", 2021)).toBe("13966");
    expect(actual("CKR-o1", 2022)).toBe("40872");
    expect(actual("JSD-3-2-a", 2023)).toBe(actual("JSD-3-1-a", 2023));
  });

  it("marks every figure as demo and asks for nothing after FY2023", async () => {
    const rest = await connection.pool`
      select from observation_versions v join indicators i on i.id = v.indicator_id
      join plans p on p.id = i.plan_id
      where p.code = 'jewels' and (not is_demo or fy > 2023 or v.created_at > '2026-11-20')`;
    expect(rest).toHaveLength(0);
    const elsewhere = await connection.pool`
      select from observation_versions v join indicators i on i.id = v.indicator_id
      join plans p on p.id = i.plan_id where p.code <> 'jewels' and is_demo`;
    expect(elsewhere).toHaveLength(0);
    const rounds = await connection.pool`select fy, due_on::text as due from reporting_rounds`;
    expect([...rounds]).toEqual([{ fy: 2023, due: "2026-11-30" }]);
  });

  it("is the same in every database", async () => {
    const rows = await connection.pool`
      select o.slug, i.code, v.fy, v.version, v.state, v.quality, v.value, v.numerator,
             v.denominator, v.words, v.reached, v.note, v.reason, v.author_id,
             extract(epoch from v.created_at)::int as at
      from observation_versions v
      join indicators i on i.id = v.indicator_id
      join organisations o on o.id = v.organisation_id
      where v.is_demo
      order by i.position, o.position, v.fy, v.version`;
    const hash = createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 16);
    expect(hash).toMatchInlineSnapshot(`"782cac9a225d3e3e"`);
  });

  it("changes nothing when it is loaded again, what people entered included", async () => {
    const { pool } = connection;
    await pool`
      with taken_up as (
        update observations set state = 'draft', version = version + 1
        where state = 'returned' and fy = 2023 returning *)
      insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
        state, quality, author_organisation_id)
      select id, indicator_id, organisation_id, fy, version, state, 'under_survey', organisation_id
      from taken_up`;
    await pool`update reporting_rounds set title = '令和5年度実績の照会（再通知）'`;
    const before = await checksums(pool);
    await seed({ ownerUrl: database.ownerUrl, demo: true, log: quiet });
    expect(await checksums(pool)).toEqual(before);
  });

  it("refuses to become a production database", async () => {
    const before = await checksums(connection.pool);
    await expect(
      seed({ ownerUrl: database.ownerUrl, demo: false, log: quiet }),
    ).rejects.toMatchObject({ japanese: expect.stringContaining("デモ用の利用者") });
    expect(await checksums(connection.pool)).toEqual(before);
  });
});

it("refuses a demo among real people", async () => {
  const real = await testDatabase();
  const { pool, close } = openDatabase(real.ownerUrl, { max: 1, name: "test" });
  await pool`insert into users (name, email) values ('実在の職員', 'someone@pref.example.lg.jp')`;
  await expect(seed({ ownerUrl: real.ownerUrl, demo: true, log: quiet })).rejects.toMatchObject({
    japanese: expect.stringContaining("実際の利用者"),
  });
  const entered = await pool`
    select from observation_versions where is_demo or author_id is not null`;
  expect(entered).toHaveLength(0);
  await close();
  await real.close();
});
