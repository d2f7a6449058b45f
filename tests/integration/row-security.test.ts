import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { asActor, openDatabase } from "#db/client.server.ts";
import { observations } from "#db/schema/index.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import {
  forbidden,
  rowsOrState as outcome,
  takenBack,
  violated,
} from "#tests/factories/raw-sql.ts";
import { deskOf, figure, question } from "#tests/factories/steps.ts";

// The pages and their verbs are left out here: what the database itself allows to whom.
const indicator = "SHG-4-1-a";

let portal: Portal;
let app: Sql;
let identity: Sql;
let staff: Awaited<ReturnType<typeof createStaff>>;
let people: Record<string, Actor | null>;

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  identity = connect(portal.urls.authUrl);
  staff = await createStaff(portal.owner);
  const person = (
    ...posts: Parameters<typeof createPerson> extends [Sql, ...infer P] ? P : never
  ) => createPerson(portal.owner, ...posts);
  people = {
    佐賀県の起案担当: staff("saga editor"),
    佐賀県の閲覧担当: await person("saga viewer"),
    長崎県の起案担当: staff("nagasaki editor"),
    熊本県の決裁担当: staff("kumamoto approver"),
    幹事の閲覧担当: await person("fukuoka viewer"),
    幹事の起案担当: staff("fukuoka editor"),
    幹事の決裁担当: staff("fukuoka approver"),
    戦略会議の委員: await person("council viewer"),
    戦略会議の事務局: await person("council editor"),
    所属のない人: await person(),
    だれでもない: null,
  };
  const desk = deskOf(portal, staff);
  await desk.save(question(indicator, "saga"), 0, figure("1"));
  await desk.submit(question(indicator, "nagasaki"), 0, figure("2"));
  await desk.submit(question(indicator, "oita"), 0, figure("3"));
  await desk.return(question(indicator, "oita"), 1);
  await desk.report(question(indicator, "okinawa"), figure("4"));
  await desk.report(question(indicator, "miyazaki"), figure("5"));
  await desk.save(question(indicator, "miyazaki"), 2, figure("6"));
  await desk.submit(question(indicator, "fukuoka"), 0, figure("7"));
});
afterAll(async () => {
  await Promise.all([app.end(), identity.end()]);
  await portal.close();
});

const who = (name: string): Actor | null => {
  const found = people[name];
  if (found === undefined) throw new RangeError(`Nobody is ${name}`);
  return found;
};

/** Runs SQL as the pages' role for somebody, and takes everything back. */
const as = <Result>(actor: Actor | null, work: (sql: TransactionSql) => Promise<Result>) =>
  takenBack(app, actor, work);

describe("what is seen", () => {
  const accepted = ["miyazaki 2 accepted", "okinawa 2 accepted"];
  const notDraft = [
    "fukuoka 1 submitted",
    "miyazaki 1 submitted",
    "miyazaki 2 accepted",
    "nagasaki 1 submitted",
    "oita 1 submitted",
    "oita 2 returned",
    "okinawa 1 submitted",
    "okinawa 2 accepted",
  ];
  const headsNotDraft = [
    "fukuoka 1 submitted",
    "nagasaki 1 submitted",
    "oita 2 returned",
    "okinawa 2 accepted",
  ];
  const ownSaga = ["saga 1 draft"];
  const ownNagasaki = ["nagasaki 1 submitted"];

  const table: [string, { versions: string[]; heads: string[] }][] = [
    ["佐賀県の起案担当", { versions: [...accepted, ...ownSaga], heads: ownSaga }],
    ["佐賀県の閲覧担当", { versions: [...accepted, ...ownSaga], heads: ownSaga }],
    ["長崎県の起案担当", { versions: [...accepted, ...ownNagasaki], heads: ownNagasaki }],
    ["熊本県の決裁担当", { versions: accepted, heads: [] }],
    ["幹事の閲覧担当", { versions: notDraft, heads: headsNotDraft }],
    ["幹事の決裁担当", { versions: notDraft, heads: headsNotDraft }],
    ["戦略会議の委員", { versions: accepted, heads: [] }],
    ["戦略会議の事務局", { versions: notDraft, heads: headsNotDraft }],
    ["所属のない人", { versions: [], heads: [] }],
    ["だれでもない", { versions: [], heads: [] }],
  ];

  it.each(table)("by %s", async (name, { versions, heads }) => {
    const seen = await as(who(name), async (sql) => ({
      versions: await sql<{ text: string }[]>`
        select o.slug || ' ' || v.version || ' ' || v.state as text
        from observation_versions v join organisations o on o.id = v.organisation_id
        join indicators i on i.id = v.indicator_id join plans p on p.id = i.plan_id
        where p.code = 'jewels'`,
      heads: await sql<{ text: string }[]>`
        select o.slug || ' ' || h.version || ' ' || h.state as text
        from observations h join organisations o on o.id = h.organisation_id
        join indicators i on i.id = h.indicator_id join plans p on p.id = i.plan_id
        where p.code = 'jewels'`,
    }));
    expect(seen.versions.map((row) => row.text).sort()).toEqual([...versions].sort());
    expect(seen.heads.map((row) => row.text).sort()).toEqual([...heads].sort());
  });

  it("by members only: what indicators come to, and the names of people", async () => {
    for (const [name, actor] of Object.entries(people)) {
      const isMember = (actor?.memberships.length ?? 0) > 0;
      const seen = await as(actor, async (sql) => [
        await outcome(sql`select 1 from evaluations limit 1`),
        await outcome(sql`select name from users limit 1`),
      ]);
      expect(seen, name).toEqual(isMember ? [1, 1] : [0, 0]);
    }
  });

  it("of memberships: one's own organisations' only", async () => {
    const seen = await as(
      who("佐賀県の起案担当"),
      (sql) => sql<{ slug: string }[]>`
      select distinct o.slug from members m join organisations o on o.id = m.organisation_id`,
    );
    expect(seen.map((row) => row.slug)).toEqual(["saga"]);
  });

  it("whatever temporary tables a client puts in front of the real ones", async () => {
    const actor = who("長崎県の起案担当");
    const seen = await as(actor, async (sql) => {
      await sql`create temporary table members as table members`;
      await sql`
        insert into pg_temp.members (organisation_id, user_id, role)
        select id, ${actor?.id ?? null}, 'admin' from organisations`;
      return sql`select 1 from observation_versions v join organisations o on o.id = v.organisation_id
        where o.slug = 'saga'`;
    });
    expect(seen).toHaveLength(0);
  });

  it("of what PTs another prefecture leads: not the submissions", async () => {
    await deskOf(portal, staff).submit(question("CKR-2-1-a", "saga"), 0, figure("1"));
    const seen = (actor: Actor | null) =>
      as(actor, (sql) =>
        outcome(sql`
          select 1 from observation_versions v join indicators i on i.id = v.indicator_id
          where i.code = 'CKR-2-1-a'`),
      );
    expect(await seen(who("幹事の決裁担当"))).toBe(0);
    expect(await seen(staff("nagasaki approver"))).toBe(1);
  });
});

/** The rows that a step writes, with whatever is wrong about them. */
type Step = {
  organisation: OrganisationSlug;
  version: number;
  state: string;
  author: string | null;
  authorOrganisation?: OrganisationSlug;
  value?: string;
  isDemo?: boolean;
};

function appendVersion(sql: TransactionSql, step: Step) {
  const { organisation, version, state, author, value = "2", isDemo = false } = step;
  return sql`
    insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
      state, quality, value, is_demo, author_id, author_organisation_id, request_key)
    select h.id, i.id, o.id, 2023, ${version}, ${state}, 'final', ${value}, ${isDemo}, ${author},
      (select id from organisations where slug = ${step.authorOrganisation ?? organisation}),
      ${randomUUID()}
    from (values (${scene[`${organisation}`] ?? null}::uuid)) h(id)
    cross join indicators i join organisations o on o.slug = ${organisation}
    where i.code = ${indicator}`;
}

/** The ids of the heads, which somebody may have learnt elsewhere. */
const scene: Record<string, string> = {};
beforeAll(async () => {
  const heads = await portal.owner<{ slug: string; id: string }[]>`
    select o.slug, h.id from observations h join organisations o on o.id = h.organisation_id
    join indicators i on i.id = h.indicator_id where i.code = ${indicator}`;
  for (const { slug, id } of heads) scene[slug] = id;
});

describe("what is written", () => {
  const step = (name: string, given: Omit<Step, "author"> & { author?: string | null }) =>
    as(who(name), (sql) =>
      outcome(appendVersion(sql, { author: who(name)?.id ?? null, ...given })),
    );

  it("is one's own organisation's draft and submission", async () => {
    const own = { organisation: "saga", version: 2 } as const;
    expect(await step("佐賀県の起案担当", { ...own, state: "draft" })).toBe(1);
    expect(await step("佐賀県の起案担当", { ...own, state: "submitted" })).toBe(1);
  });

  it("is the lead's judgement", async () => {
    const judged = { organisation: "nagasaki", version: 2, authorOrganisation: "fukuoka" } as const;
    expect(await step("幹事の決裁担当", { ...judged, state: "accepted" })).toBe(1);
    expect(await step("幹事の決裁担当", { ...judged, state: "returned" })).toBe(1);
  });

  it.each(["draft", "submitted", "accepted", "returned"])(
    "is never 佐賀県's, %s, by 長崎県's editor, whoever is named as its author",
    async (state) => {
      const foreign = { organisation: "saga", version: 2, state } as const;
      const name = "長崎県の起案担当";
      const refused = [forbidden, violated];
      expect(refused).toContain(await step(name, foreign));
      expect(refused).toContain(await step(name, { ...foreign, authorOrganisation: "nagasaki" }));
      const author = who("佐賀県の起案担当")?.id ?? null;
      expect(refused).toContain(await step(name, { ...foreign, author }));
    },
  );

  it("is never 佐賀県's head by 長崎県's editor, new or moved", async () => {
    const results = await as(who("長崎県の起案担当"), async (sql) => [
      await outcome(sql`update observations set state = 'submitted', version = 2`),
    ]);
    expect(results).toEqual([1]);
    const [saga] =
      await portal.owner`select state, version from observations where id = ${scene.saga ?? null}`;
    expect(saga).toEqual({ state: "draft", version: 1 });
    const begun = await as(who("長崎県の起案担当"), (sql) =>
      outcome(sql`
        insert into observations (indicator_id, organisation_id, fy, version, state)
        select i.id, o.id, 2022, 1, 'draft' from indicators i, organisations o
        where i.code = ${indicator} and o.slug = 'saga'`),
    );
    expect(begun).toBe(forbidden);
  });

  it.each(["佐賀県の閲覧担当", "戦略会議の事務局", "所属のない人", "だれでもない"])(
    "is nothing by %s",
    async (name) => {
      const own = { organisation: "saga", version: 2 } as const;
      expect(await step(name, { ...own, state: "draft" })).toBe(forbidden);
      expect(await step(name, { ...own, state: "submitted" })).toBe(forbidden);
      const judged = { organisation: "nagasaki", version: 2, state: "accepted" } as const;
      expect(await step(name, { ...judged, authorOrganisation: "fukuoka" })).toBe(forbidden);
    },
  );

  it("begins only where the organisation is asked", async () => {
    const begin = (post: OrganisationSlug, code: string, version: number, state: string) =>
      as(staff(`${post} editor`), (sql) =>
        outcome(sql`
          insert into observations (indicator_id, organisation_id, fy, version, state)
          select i.id, o.id, 2021, ${version}, ${state} from indicators i, organisations o
          where i.code = ${code} and o.slug = ${post}`),
      );
    expect(await begin("saga", indicator, 1, "draft")).toBe(1);
    expect(await begin("kyukeiren", indicator, 1, "draft")).toBe(forbidden);
    expect(await begin("saga", "SHG-1-1-a", 1, "draft")).toBe(forbidden);
    expect(await begin("saga", indicator, 1, "accepted")).toBe(forbidden);
    expect(await begin("saga", indicator, 2, "draft")).toBe(forbidden);
  });

  it.each([
    "佐賀県の起案担当",
    "長崎県の起案担当",
    "熊本県の決裁担当",
    "幹事の起案担当",
    "幹事の閲覧担当",
  ])("is no judgement by %s", async (name) => {
    const judged = { organisation: "nagasaki", version: 2, state: "accepted" } as const;
    // 長崎県's editor is refused for two reasons.
    for (const authorOrganisation of ["nagasaki", "fukuoka"] as const)
      expect([forbidden, violated]).toContain(await step(name, { ...judged, authorOrganisation }));
    const head = await as(who(name), (sql) =>
      outcome(sql`update observations set state = 'accepted' where id = ${scene.nagasaki ?? null}`),
    );
    expect([0, forbidden]).toContain(head);
  });

  it("skips no state: what was not submitted cannot be judged", async () => {
    const lead = { state: "accepted", authorOrganisation: "fukuoka" } as const;
    const judge = (organisation: OrganisationSlug, version: number, value: string) =>
      step("幹事の決裁担当", { ...lead, organisation, version, value });
    expect(await judge("saga", 2, "1")).toBe(violated);
    expect(await judge("oita", 3, "3")).toBe(violated);
    expect(await judge("okinawa", 3, "4")).toBe(violated);
    expect(await judge("miyazaki", 4, "6")).toBe(violated);
    expect(await judge("nagasaki", 3, "2")).toBe(violated);
    expect(await judge("nagasaki", 1, "2")).toBe(violated);
  });

  it("is no judgement on one's own submission", async () => {
    const own = { organisation: "fukuoka", version: 2, state: "accepted" } as const;
    const editor = await createPerson(portal.owner, "fukuoka approver");
    await portal.owner`
      update observation_versions set author_id = ${editor.id} where observation_id = ${scene.fukuoka ?? null}`;
    people.幹事の提出者 = editor;
    expect(await step("幹事の提出者", { ...own, value: "7" })).toBe(violated);
    expect(await step("幹事の決裁担当", { ...own, value: "7" })).toBe(1);
  });

  it("changes no figure by accepting it, nor its demo mark", async () => {
    const judged = {
      organisation: "nagasaki",
      version: 2,
      state: "accepted",
      authorOrganisation: "fukuoka",
    } as const;
    expect(await step("幹事の決裁担当", { ...judged, value: "2.0001" })).toBe(violated);
    expect(await step("幹事の決裁担当", { ...judged, isDemo: true })).toBe(violated);
    expect(await step("幹事の決裁担当", { ...judged, value: "2.00" })).toBe(1);
  });

  it("is never marked as demo, and never somebody else's or nobody's", async () => {
    const own = { organisation: "saga", version: 2, state: "draft" } as const;
    const name = "佐賀県の起案担当";
    expect(await step(name, { ...own, isDemo: true })).toBe(forbidden);
    expect(await step(name, { ...own, author: null })).toBe(forbidden);
    expect(await step(name, { ...own, author: who("長崎県の起案担当")?.id ?? null })).toBe(
      forbidden,
    );
    expect(await step(name, { ...own, authorOrganisation: "fukuoka" })).toBe(forbidden);
    const accepted = { ...own, state: "accepted", author: null } as const;
    expect(await step("幹事の決裁担当", accepted)).toBe(forbidden);
  });

  it("agrees with its head about whose and when it is", async () => {
    const moved = await as(who("佐賀県の起案担当"), (sql) =>
      outcome(sql`
        insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
          state, quality, author_id, author_organisation_id)
        select ${scene.nagasaki ?? null}::uuid, i.id, o.id, 2023, 2, 'draft', 'final',
          ${who("佐賀県の起案担当")?.id ?? null}, o.id
        from indicators i, organisations o where i.code = ${indicator} and o.slug = 'saga'`),
    );
    expect(moved).toBe("23503");
  });
});

describe("what stays as it is", () => {
  const attempt = (sql: Sql, statement: string) => outcome(sql.unsafe(statement));
  const asLead = (statement: string) =>
    as(who("幹事の決裁担当"), (sql) => outcome(sql.unsafe(statement)));

  it.each([
    "update observation_versions set value = 1",
    "update observation_versions set state = 'accepted'",
    "delete from observation_versions",
    "truncate observation_versions",
    "delete from observations",
    "truncate observations cascade",
    "update observations set organisation_id = gen_random_uuid()",
    "update observations set fy = 2020",
    "update audit_events set action = 'observation.save'",
    "delete from audit_events",
    "truncate audit_events",
    "delete from evaluations",
    "truncate evaluations",
    "delete from plan_figures",
    "select * from accounts",
    "select * from sessions",
    "select * from verifications",
    "select * from rate_limits",
    "select email from users",
    "select * from users",
    "update users set name = 'x'",
    "insert into members (organisation_id, user_id, role) select organisation_id, user_id, 'admin' from members",
    "delete from drizzle.__drizzle_migrations",
    "alter table observations disable row level security",
    "alter table observations no force row level security",
    "drop policy see on observations",
    "create policy all_of_it on observations using (true)",
    "alter function portal.actor_id() security definer",
    "create or replace function portal.is_member() returns boolean language sql as 'select true'",
    "create function public.mine() returns int language sql as 'select 1'",
    "create table public.mine (id int)",
    "alter table observation_versions disable trigger check_judgement",
    "set session_replication_role = replica",
  ])("%s", async (statement) => {
    expect(await asLead(statement)).toBe(forbidden);
  });

  it.each([
    "select * from audit_events",
    "update members set role = 'admin'",
    "delete from members",
  ])("%s: nothing, for who administers no organisation", async (statement) => {
    expect(await asLead(statement)).toBe(0);
  });

  it("the plan", async () => {
    const tables = [
      "organisations",
      "plans",
      "plan_nodes",
      "projects",
      "node_themes",
      "node_organisations",
      "node_leaders",
      "indicators",
      "indicator_parts",
      "indicator_nodes",
      "indicator_reporters",
      "targets",
    ];
    for (const table of tables) {
      const [column] = await portal.owner<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} limit 1`;
      for (const statement of [
        `insert into ${table} select * from ${table}`,
        `update ${table} set ${column?.name} = ${column?.name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        expect(await asLead(statement), statement).toBe(forbidden);
      expect(await attempt(app, `select 1 from ${table} limit 1`), table).not.toBe(forbidden);
    }
  });

  it("evaluations of what another lead looks after", async () => {
    const set = (code: string) =>
      asLead(`update evaluations set mark = '○' where indicator_id =
        (select id from indicators where code = '${code}') and fy = 2023`);
    expect(await set(indicator)).toBe(1);
    expect(await set("CKR-2-1-a")).toBe(0);
    const inserted = `insert into evaluations select (jsonb_populate_record(e, '{"fy": 2099}')).*
      from evaluations e join indicators i on i.id = e.indicator_id
      where i.code = 'CKR-2-1-a' and e.fy = 2023`;
    expect(await asLead(inserted)).toBe(forbidden);
    for (const name of ["幹事の起案担当", "佐賀県の起案担当", "戦略会議の委員", "だれでもない"])
      expect(
        await as(who(name), (sql) => outcome(sql`update evaluations set mark = '○'`)),
        name,
      ).toBe(0);
  });

  it("evaluations of a plan, for the office of another plan's owner", async () => {
    const plansOf = (name: string) =>
      as(who(name), async (sql) => {
        const touched = await sql<{ code: string; rows: number }[]>`
          with touched as (update evaluations set mark = '○' returning indicator_id)
          select p.code, count(*)::int as rows from touched t
          join indicators i on i.id = t.indicator_id join plans p on p.id = i.plan_id
          group by p.code`;
        return Object.fromEntries(touched.map(({ code, rows }) => [code, rows]));
      });
    const [jewels] = await portal.owner<{ rows: number }[]>`
      select count(*)::int as rows from evaluations e join indicators i on i.id = e.indicator_id
      join plans p on p.id = i.plan_id where p.code = 'jewels'`;
    // A new rubric recomputes the whole plan, and the council owns JEWELS+.
    expect(await plansOf("戦略会議の事務局")).toEqual({ jewels: jewels?.rows });
    const lead = await plansOf("幹事の決裁担当");
    expect(Object.keys(lead)).toEqual(["jewels"]);
    expect(lead.jewels).toBeLessThan(jewels?.rows ?? 0);
    const rest = await as(who("戦略会議の事務局"), (sql) =>
      outcome(sql`
        insert into evaluations select (jsonb_populate_record(e, '{"fy": 2099}')).*
        from evaluations e join indicators i on i.id = e.indicator_id
        join plans p on p.id = i.plan_id where p.code = 'kurume' limit 1`),
    );
    expect(rest).toBe(forbidden);
  });

  it("the version of a plan's figures, for all but those who accept, judge or write in it", async () => {
    await deskOf(portal, staff).report(question("CKR-2-1-a", "oita"), figure("1"));
    const move = (name: string, plan = "jewels") =>
      as(who(name), (sql) =>
        outcome(sql`
          update plan_figures set version = version + 1
          where plan_id = (select id from plans where code = ${plan})`),
      );
    // Who drafts for the lead writes the texts of the PT's evaluation sheet.
    for (const name of ["幹事の起案担当", "幹事の決裁担当", "戦略会議の事務局"]) {
      expect(await move(name), name).toBe(1);
      expect(await move(name, "kurume"), name).toBe(0);
    }
    for (const name of ["幹事の閲覧担当", "戦略会議の委員", "だれでもない"])
      expect(await move(name), name).toBe(0);
  });

  it("who did what: nobody writes an act of somebody else", async () => {
    const saga = who("佐賀県の起案担当");
    const nagasaki = who("長崎県の起案担当");
    const organisationOf = (actor: Actor | null) => actor?.memberships[0]?.organisationId ?? null;
    const write = (
      actor: Actor | null,
      actorId: string | null,
      { organisation = organisationOf(saga), action = "observation.accept", daysAgo = 0 } = {},
    ) =>
      as(actor, (sql) =>
        outcome(sql`
          insert into audit_events (actor_id, organisation_id, action, subject, at)
          values (${actorId}, ${organisation}, ${action}, 'jewels',
            now() - ${daysAgo} * interval '1 day')`),
      );
    const own = saga?.id ?? null;
    expect(await write(saga, own)).toBe(1);
    expect(await write(saga, own, { organisation: organisationOf(nagasaki) })).toBe(forbidden);
    expect(await write(saga, own, { action: "session.create" })).toBe(forbidden);
    expect(await write(saga, own, { daysAgo: 1 })).toBe(forbidden);
    expect(await write(saga, nagasaki?.id ?? null)).toBe(forbidden);
    expect(await write(saga, null)).toBe(forbidden);
    expect(await write(null, null)).toBe(forbidden);
  });

  it("everything but identity, for the role that signs people in", async () => {
    for (const statement of [
      "select * from observations",
      "select * from observation_versions",
      "select * from evaluations",
      "select * from plans",
      "select * from audit_events",
      "update members set role = 'admin'",
      "delete from users",
      "insert into audit_events (action, subject) values ('observation.accept', 'x')",
      "delete from audit_events",
      "select portal.is_member()",
    ])
      expect(await attempt(identity, statement), statement).toBe(forbidden);
    expect(await attempt(identity, "select * from members limit 1")).toBe(1);
  });
});

describe("a pooled connection", () => {
  it("forgets its actor with the transaction, also after an error", async () => {
    const one = openDatabase(portal.urls.appUrl, { max: 1, name: "test" });
    const saga = who("佐賀県の起案担当")?.id ?? null;
    const seen = (actorId: string | null) =>
      asActor(one.database, actorId, (tx) => tx.select().from(observations));
    const left = async () => {
      const [row] = await one.pool`select current_setting('portal.actor_id', true) as actor`;
      return row?.actor ?? "";
    };
    try {
      expect((await seen(saga)).length).toBeGreaterThan(0);
      expect(await left()).toBe("");
      expect(await seen(null)).toEqual([]);
      await expect(
        asActor(one.database, saga, (tx) => tx.execute("select 1 / 0")),
      ).rejects.toThrow();
      expect(await left()).toBe("");
      expect(await seen(null)).toEqual([]);
      await expect(
        asActor(one.database, saga, async () => {
          throw new Error("an error of the program");
        }),
      ).rejects.toThrow("an error of the program");
      expect(await left()).toBe("");
      expect(await one.pool`select 1 from observations`).toHaveLength(0);
    } finally {
      await one.close();
    }
  });

  it("takes what is no person for nobody, or refuses", async () => {
    expect(await as(null, (sql) => outcome(sql`select 1 from observations`))).toBe(0);
    const unknown = { id: randomUUID(), name: "", memberships: [] };
    expect(await as(unknown, (sql) => outcome(sql`select 1 from observations`))).toBe(0);
    const forged = { id: "' or true --", name: "", memberships: [] };
    expect(await as(forged, (sql) => outcome(sql`select 1 from observations`))).toBe("22P02");
  });
});

describe("the database as a whole", () => {
  it("has row-level security with a policy on every table", async () => {
    const open = await portal.owner`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (not c.relrowsecurity or not exists (select from pg_policy where polrelid = c.oid))`;
    expect(open.map((row) => row.relname)).toEqual([]);
    const [count] = await portal.owner`select count(*)::int as tables from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    expect(count?.tables).toBeGreaterThan(20);
  });

  it("grants its roles no policy without a condition on figures", async () => {
    const policies = await portal.owner<{ relname: string }[]>`
      select distinct c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
      where 'portal_app'::regrole = any (p.polroles)
        and pg_get_expr(coalesce(p.polqual, p.polwithcheck), p.polrelid) = 'true'
        and c.relname in ('observations', 'observation_versions', 'evaluations', 'audit_events',
          'users', 'members')`;
    expect(policies).toHaveLength(0);
    const toEverybody = await portal.owner`select polname from pg_policy where 0 = any (polroles)`;
    expect(toEverybody).toHaveLength(0);
  });

  it("has nothing that runs with its owner's rights outside the schema portal", async () => {
    const functions = await portal.owner`
      select p.oid::regprocedure::text as name from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('portal', 'pg_catalog', 'information_schema')`;
    expect(functions.map((row) => row.name)).toEqual([]);
    const views = await portal.owner`
      select c.oid::regclass::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`;
    expect(views.map((row) => row.name)).toEqual([]);
  });

  it("pins where the functions with the owner's rights look, and lets only the pages call them", async () => {
    const functions = await portal.owner<{ name: string; config: string[]; all: boolean }[]>`
      select p.oid::regprocedure::text as name, p.proconfig as config,
             has_function_privilege('public', p.oid, 'execute') as all
      from pg_proc p where p.pronamespace = 'portal'::regnamespace and p.prosecdef`;
    expect(functions.length).toBeGreaterThan(3);
    for (const { name, config, all } of functions) {
      expect(config?.join(), name).toMatch(/^search_path=pg_catalog, public/);
      expect(all, name).toBe(false);
    }
  });

  it("lets one PT's lead recompute whatever is computed from its figures", async () => {
    const pairs = await portal.owner<{ code: string; same: boolean }[]>`
      with recursive above as (
        select id, id as top, parent_id from plan_nodes
        union all
        select above.id, n.id, n.parent_id from above join plan_nodes n on n.id = above.parent_id),
      leads as (
        select above.id, x.organisation_id as lead from above
        join node_organisations x on x.node_id = above.top and x.role = 'lead')
      select i.code, i.plan_id = part.plan_id and (select lead from leads where id = i.home_node_id)
        = (select lead from leads where id = part.home_node_id) as same
      from indicator_parts p
      join indicators i on i.id = p.indicator_id join indicators part on part.id = p.part_id`;
    expect(pairs.length).toBeGreaterThan(6);
    expect(pairs.filter(({ same }) => !same)).toEqual([]);
  });
});

it("no head moves without the version that says so", async () => {
  const lead = who("幹事の決裁担当");
  const moved = app.begin(async (sql) => {
    await sql`select set_config('portal.actor_id', ${lead?.id ?? ""}, true)`;
    await sql`
      update observations set state = 'accepted', version = version + 1
      where state = 'submitted' and indicator_id = (select id from indicators where code = ${indicator})`;
  });
  await expect(moved).rejects.toMatchObject({ constraint_name: "observations_newest" });
});
