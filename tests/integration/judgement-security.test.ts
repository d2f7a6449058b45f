import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { createPerson } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState as outcome, takenBack } from "#tests/factories/raw-sql.ts";

// What the database itself allows of the judgements of people and of what was published, with the
// pages and their verbs left out.

let portal: Portal;
let app: Sql;
let people: Record<string, Actor | null>;
/** Somebody in two organisations, to write in the name of the wrong one. */
let twice: Actor;

const posts = {
  佐賀県の閲覧担当: "saga viewer",
  佐賀県の起案担当: "saga editor",
  佐賀県の決裁担当: "saga approver",
  幹事の閲覧担当: "fukuoka viewer",
  幹事の起案担当: "fukuoka editor",
  幹事の決裁担当: "fukuoka approver",
  戦略会議の委員: "council viewer",
  戦略会議の事務局: "council editor",
  久留米市の閲覧担当: "kurume viewer",
  久留米市の決裁担当: "kurume approver",
} as const;
const everybody = [...Object.keys(posts), "所属のない人", "だれでもない"];

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  people = { 所属のない人: await createPerson(portal.owner), だれでもない: null };
  for (const [name, post] of Object.entries(posts))
    people[name] = await createPerson(portal.owner, post);
  twice = await createPerson(portal.owner, "fukuoka approver", "saga viewer");
});
afterAll(async () => {
  await app.end();
  await portal.close();
});

const who = (name: string): Actor | null => {
  const found = people[name];
  if (found === undefined) throw new RangeError(`Nobody is ${name}`);
  return found;
};

const as = <Result>(name: string, work: (sql: TransactionSql) => Promise<Result>) =>
  takenBack(app, who(name), work);

/** The people of whom a statement is not refused. */
async function allowed(work: (sql: TransactionSql, actor: Actor | null) => ReturnType<Sql>) {
  const found: string[] = [];
  for (const name of everybody) {
    const result = await as(name, (sql) => outcome(work(sql, who(name)) as never));
    if (result === 1) found.push(name);
    else expect(result, name).toBe(forbidden);
  }
  return found;
}

/** Who writes, in whose name and when; everything not said is as it should be. */
type Act = { author?: string | null; organisation?: string; daysAgo?: number };

/** The author, the organisation and the moment of a row, as SQL. */
function signed(sql: TransactionSql, actor: Actor | null, act: Act) {
  const author = act.author === undefined ? (actor?.id ?? null) : act.author;
  const organisation = act.organisation ?? actor?.memberships[0]?.slug ?? "saga";
  return {
    author: sql`${author}::uuid`,
    organisation: sql`(select id from organisations where slug = ${organisation})`,
    at: sql`now() - ${act.daysAgo ?? 0} * interval '1 day'`,
  };
}

type Written = (
  sql: TransactionSql,
  actor: Actor | null,
  subject: { plan: string; code: string },
  act?: Act,
) => ReturnType<TransactionSql>;

const assessIndicator: Written = (sql, actor, { plan, code }, act = {}) => {
  const { author, organisation, at } = signed(sql, actor, act);
  return sql`
    insert into assessments (plan_id, indicator_id, fy, kind, version, value, reason, author_id,
      author_organisation_id, created_at)
    select p.id, i.id, 2016, 'mark', 9, '×', '理由', ${author}, ${organisation}, ${at}
    from plans p join indicators i on i.plan_id = p.id where p.code = ${plan} and i.code = ${code}`;
};

const assessNode: Written = (sql, actor, { plan, code }, act = {}) => {
  const { author, organisation, at } = signed(sql, actor, act);
  return sql`
    insert into assessments (plan_id, node_id, fy, kind, version, value, reason, author_id,
      author_organisation_id, created_at)
    select p.id, n.id, 2016, 'mark', 9, '×', '理由', ${author}, ${organisation}, ${at}
    from plans p join plan_nodes n on n.plan_id = p.id where p.code = ${plan} and n.code = ${code}`;
};

const narrate: Written = (sql, actor, { plan, code }, act = {}) => {
  const { author, organisation, at } = signed(sql, actor, act);
  return sql`
    insert into narratives (node_id, fy, part, version, text, author_id, author_organisation_id,
      created_at)
    select n.id, 2016, 'issues', 9, '課題', ${author}, ${organisation}, ${at}
    from plans p join plan_nodes n on n.plan_id = p.id where p.code = ${plan} and n.code = ${code}`;
};

const adopt: Written = (sql, actor, { plan }, act = {}) => {
  const { author, at } = signed(sql, actor, act);
  return sql`
    insert into rubrics (plan_id, version, content, reason, author_id, created_at)
    select p.id, r.version + 1, r.content, '理由', ${author}, ${at}
    from plans p join rubrics r on r.plan_id = p.id where p.code = ${plan}`;
};

const dismiss: Written = (sql, actor, { plan }, act = {}) => {
  const { author, organisation, at } = signed(sql, actor, act);
  return sql`
    insert into health_dismissals (plan_id, finding_key, dismissed, reason, author_id,
      author_organisation_id, created_at)
    select p.id, 'unit/SHG-4-1-a', true, '理由', ${author}, ${organisation}, ${at}
    from plans p where p.code = ${plan}`;
};

const lead = ["幹事の決裁担当"];
const council = ["戦略会議の事務局"];
const kurume = ["久留米市の決裁担当"];

describe("who writes", () => {
  it.each([
    ["a mark of an indicator", assessIndicator, "jewels", "SHG-4-1-a", [...lead, ...council]],
    ["a mark of a PT that somebody else leads", assessIndicator, "jewels", "CKR-2-1-a", council],
    ["a mark of a city's indicator", assessIndicator, "kurume", "T1", kurume],
    ["a mark of another city's", assessIndicator, "kitakyushu", "M003-a", []],
    ["a mark of a project", assessNode, "jewels", "SHG-4-1", [...lead, ...council]],
    ["a mark of another PT's project", assessNode, "jewels", "CKR-2-1", council],
    ["a mark of a city's project", assessNode, "kitakyushu", "M003", []],
    ["a text", narrate, "jewels", "SHG-4-1", ["幹事の起案担当", ...lead, ...council]],
    ["a text of another PT", narrate, "jewels", "CKR-2-1", council],
    ["a text of a city", narrate, "kurume", "G1", kurume],
    ["a rubric", adopt, "jewels", "", council],
    ["a rubric of a city", adopt, "kurume", "", kurume],
    ["a rubric of another city", adopt, "mine", "", []],
    ["what is set aside", dismiss, "jewels", "", council],
    ["what is set aside of a city", dismiss, "kurume", "", kurume],
    ["what is set aside of another city", dismiss, "kitakyushu", "", []],
  ] as const)("%s", async (_, write, plan, code, who) => {
    const [found] = await portal.owner`
      select p.id from plans p where p.code = ${plan} and (${code} = '' or exists (
        select from indicators where plan_id = p.id and code = ${code} union all
        select from plan_nodes where plan_id = p.id and code = ${code}))`;
    expect(found).toBeDefined();
    expect(await allowed((sql, actor) => write(sql, actor, { plan, code }))).toEqual([...who]);
  });

  const acts = [
    ["a mark", assessIndicator, { plan: "jewels", code: "SHG-4-1-a" }],
    ["a project's mark", assessNode, { plan: "jewels", code: "SHG-4-1" }],
    ["a text", narrate, { plan: "jewels", code: "SHG-4-1" }],
    ["a rubric", adopt, { plan: "jewels", code: "" }],
    ["what is set aside", dismiss, { plan: "jewels", code: "" }],
  ] as const;

  it.each(acts)("%s: now, oneself, for one's own organisation", async (_, write, subject) => {
    const name = "戦略会議の事務局";
    const step = (act: Act) => as(name, (sql) => outcome(write(sql, who(name), subject, act)));
    expect(await step({})).toBe(1);
    expect(await step({ daysAgo: 1 })).toBe(forbidden);
    expect(await step({ daysAgo: -1 })).toBe(forbidden);
    expect(await step({ author: who("幹事の決裁担当")?.id })).toBe(forbidden);
    expect(await step({ author: null })).toBe(forbidden);
    // A rubric is the plan's; it names no organisation beside its author.
    if (write !== adopt) {
      expect(await step({ organisation: "fukuoka" })).toBe(forbidden);
      expect(await step({ organisation: "kurume" })).toBe(forbidden);
    }
  });

  it("in the name of an organisation in which one only reads: nobody", async () => {
    const step = (organisation: string) =>
      takenBack(app, twice, (sql) =>
        outcome(
          assessIndicator(sql, twice, { plan: "jewels", code: "SHG-4-1-a" }, { organisation }),
        ),
      );
    expect(await step("fukuoka")).toBe(1);
    expect(await step("saga")).toBe(forbidden);
  });

  it("a mark twice, or of an indicator and a project at once: nobody", async () => {
    const name = "幹事の決裁担当";
    const both = await as(name, async (sql) => {
      await assessIndicator(sql, who(name), { plan: "jewels", code: "SHG-4-1-a" });
      return outcome(assessIndicator(sql, who(name), { plan: "jewels", code: "SHG-4-1-a" }));
    });
    expect(both).toBe("23505");
    const mixed = await as(name, (sql) =>
      outcome(sql`
        insert into assessments (plan_id, indicator_id, node_id, fy, kind, version, value, reason,
          author_id, author_organisation_id)
        select p.id, i.id, i.home_node_id, 2023, 'mark', 1, '×', '理由', ${who(name)?.id ?? null},
          (select id from organisations where slug = 'fukuoka')
        from plans p join indicators i on i.plan_id = p.id where i.code = 'SHG-4-1-a'`),
    );
    expect(mixed).toBe("23514");
  });

  it("a mark into a plan whose indicator it is not: nobody", async () => {
    const name = "幹事の決裁担当";
    const misplaced = await as(name, (sql) =>
      outcome(sql`
        insert into assessments (plan_id, indicator_id, fy, kind, version, value, reason, author_id,
          author_organisation_id)
        select p.id, i.id, 2016, 'mark', 1, '×', '理由', ${who(name)?.id ?? null},
          (select id from organisations where slug = 'fukuoka')
        from plans p, indicators i where p.code = 'kurume' and i.code = 'SHG-4-1-a'`),
    );
    expect([forbidden, "23503", "23514"]).toContain(misplaced);
  });
});

describe("what stays as it is", () => {
  const appended = ["rubrics", "assessments", "narratives", "health_dismissals", "publications"];
  const loaded = ["strategy_nodes", "activities", "activity_bars", "published_summaries"];

  it.each([...appended, ...loaded])("%s", async (table) => {
    const [column] = await portal.owner<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} limit 1`;
    expect(column).toBeDefined();
    for (const name of ["戦略会議の事務局", "幹事の決裁担当", "久留米市の決裁担当", "だれでもない"])
      for (const statement of [
        `update ${table} set ${column?.name} = ${column?.name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        ...(loaded.includes(table) ? [`insert into ${table} select * from ${table}`] : []),
      ])
        expect(
          await as(name, (sql) => outcome(sql.unsafe(statement))),
          `${name}: ${statement}`,
        ).toBe(forbidden);
  });

  it("for the role that signs people in, all of it unread", async () => {
    const identity = connect(portal.urls.authUrl);
    try {
      for (const table of [...appended, ...loaded])
        expect(await outcome(identity.unsafe(`select * from ${table}`)), table).toBe(forbidden);
    } finally {
      await identity.end();
    }
  });
});

describe("who reads", () => {
  const count = (name: string, table: string) =>
    as(name, async (sql) => {
      const [row] = await sql.unsafe<{ rows: number }[]>(
        `select count(*)::int as rows from ${table}`,
      );
      return row?.rows;
    });
  const all = async (table: string) => {
    const [row] = await portal.owner.unsafe<{ rows: number }[]>(
      `select count(*)::int as rows from ${table}`,
    );
    return row?.rows;
  };

  beforeAll(async () => {
    await portal.owner`
      insert into narratives (node_id, fy, part, version, text, author_organisation_id)
      select n.id, 2023, 'issues', 1, '課題', p.owner_id from plan_nodes n
      join plans p on p.id = n.plan_id where p.code = 'jewels' and n.code = 'SHG-4-1'`;
    await portal.owner`
      insert into health_dismissals (plan_id, finding_key, dismissed, reason, author_id,
        author_organisation_id)
      select id, 'x', true, '理由', ${who("戦略会議の事務局")?.id ?? null}, owner_id
      from plans where code = 'jewels'`;
  });

  it.each([
    "rubrics",
    "health_dismissals",
    "strategy_nodes",
    "activities",
    "activity_bars",
    "published_summaries",
    "publications",
    "plan_figures",
  ])("%s: everybody, all of it", async (table) => {
    const rows = await all(table);
    expect(rows).toBeGreaterThan(0);
    for (const name of everybody) expect(await count(name, table), name).toBe(rows);
  });

  it.each(["assessments", "narratives", "evaluations"])("%s: members only", async (table) => {
    const rows = await all(table);
    expect(rows).toBeGreaterThan(0);
    for (const name of everybody)
      expect(await count(name, table), name).toBe(name in posts ? rows : 0);
  });
});

describe("the figures behind an edition", () => {
  const seen = (name: string) =>
    as(name, async (sql) => {
      const rows = await sql<{ text: string }[]>`
        select distinct p.code || ' ' || v.fy as text from observation_versions v
        join indicators i on i.id = v.indicator_id join plans p on p.id = i.plan_id order by 1`;
      return rows.map(({ text }) => text);
    });

  /** An answer of the city with these versions, without an author, after or before its editions. */
  const report = async (code: string, fy: number, states: string[], daysFromNow: number) => {
    await portal.owner.begin(async (sql) => {
      const [head] = await sql<{ id: string }[]>`
        insert into observations (indicator_id, organisation_id, fy, version, state)
        select i.id, p.owner_id, ${fy}, ${states.length}, ${states.at(-1) ?? ""} from indicators i
        join plans p on p.id = i.plan_id where p.code = 'kurume' and i.code = ${code}
        on conflict (indicator_id, fy, period, organisation_id)
          do update set version = observations.version + ${states.length}, state = excluded.state
        returning id, version`;
      for (const [index, state] of states.entries())
        await sql`
          insert into observation_versions (observation_id, indicator_id, organisation_id, fy,
            version, state, quality, value, author_organisation_id, created_at)
          select h.id, h.indicator_id, h.organisation_id, h.fy,
            h.version - ${states.length - 1 - index}, ${state}, 'final', 987, h.organisation_id,
            now() + ${daysFromNow} * interval '1 day'
          from observations h where h.id = ${head?.id ?? null}`;
    });
  };

  const published = ["kitakyushu 2015", "kitakyushu 2016", "kurume 2015", "kurume 2016"];
  const values = (name: string) =>
    as(name, async (sql) => {
      const rows = await sql<{ text: string }[]>`
        select v.fy || ' ' || v.state as text from observation_versions v
        where v.value = 987 order by 1`;
      return rows.map(({ text }) => text);
    });

  it("are everybody's, of published years", async () => {
    for (const name of ["だれでもない", "所属のない人", "佐賀県の閲覧担当"])
      expect(await seen(name), name).toEqual(published);
  });

  it("are nobody's before the year is published, nor when they came after the edition", async () => {
    await report("T1", 2017, ["submitted", "accepted"], -1);
    await report("T1", 2016, ["submitted", "accepted"], 1);
    for (const name of ["だれでもない", "所属のない人"]) {
      expect(await seen(name), name).toEqual(published);
      expect(await values(name), name).toEqual([]);
    }
    expect(await values("佐賀県の閲覧担当")).toEqual(["2016 accepted", "2017 accepted"]);
    expect(await values("久留米市の決裁担当")).toEqual([
      "2016 accepted",
      "2016 submitted",
      "2017 accepted",
      "2017 submitted",
    ]);
  });

  it("are nobody's while they are drafts or submitted, however old", async () => {
    await report("T2", 2016, ["draft", "submitted"], -400);
    expect(await values("だれでもない")).toEqual([]);
  });

  it("are everybody's with the next edition, and with that of this plan only", async () => {
    const publish = (plan: string) => portal.owner`
      insert into publications (plan_id, fy, edition, title, content, created_at)
      select p.id, 2017, 1, '公表', x.content, now()
      from plans p cross join lateral (select content from publications limit 1) x
      where p.code = ${plan}`;
    await publish("kitakyushu");
    expect(await seen("だれでもない")).toEqual(published);
    await publish("kurume");
    expect(await seen("だれでもない")).toEqual([...published, "kurume 2017"]);
    expect(await values("だれでもない")).toEqual(["2017 accepted"]);
  });

  it("are read without the heads, the drafts and the names behind them", async () => {
    for (const name of ["だれでもない", "所属のない人"]) {
      const rows = await as(name, async (sql) => [
        await outcome(sql`select 1 from observations`),
        await outcome(sql`select name from users`),
      ]);
      expect(rows, name).toEqual([0, 0]);
    }
  });
});

describe("audit events", () => {
  const write = (name: string, action: string) =>
    as(name, (sql) =>
      outcome(sql`
        insert into audit_events (actor_id, organisation_id, action, subject)
        values (${who(name)?.id ?? null}, ${who(name)?.memberships[0]?.organisationId ?? null},
          ${action}, 'jewels')`),
    );

  it.each([
    ["observation.accept", 1],
    ["rubric.adopt", 1],
    ["override.set", 1],
    ["outlook.set", 1],
    ["narrative.save", 1],
    ["finding.dismiss", 1],
    ["session.create", forbidden],
    ["account.create", forbidden],
    ["publication.publish", forbidden],
    ["overrides.set", forbidden],
    ["", forbidden],
  ] as const)("%s", async (action, result) => {
    expect(await write("戦略会議の事務局", action)).toBe(result);
    for (const name of ["所属のない人", "だれでもない"])
      expect(await write(name, action), name).toBe(forbidden);
  });
});
