import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRetentionTime, retention } from "#app/domain/privacy/retention.ts";
import { nightlyRetention } from "#app/jobs/retention.ts";
import type { Actor } from "#app/policy/can.ts";
import { erasePerson } from "#app/services/person/erase.server.ts";
import { exportPerson } from "#app/services/person/export.server.ts";
import { pruneOutlived } from "#app/services/person/prune.server.ts";
import { renamePerson } from "#app/services/person/rename.server.ts";
import { readPeopleSearch, searchPeople } from "#app/services/person/search.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { createAccount } from "#tests/factories/accounts.ts";
import { createPerson } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { deskOf, figure, question } from "#tests/factories/steps.ts";

let portal: Portal;
let identity: ReturnType<typeof openDatabase>;
let mail: ReturnType<typeof openDatabase>;
let keeper: Actor;

beforeAll(async () => {
  portal = await openPortal();
  identity = openDatabase(portal.urls.authUrl, { max: 2, name: "test identity" });
  mail = openDatabase(portal.urls.mailUrl, { max: 2, name: "test mail" });
  keeper = { ...(await createPerson(portal.owner)), keepsPortal: true };
  await portal.owner`insert into platform_admins (user_id) values (${keeper.id})`;
});
afterAll(async () => {
  await Promise.all([identity.close(), mail.close()]);
  await portal.close();
});

const at = (actor: Actor | null, database: Database = portal.database) => ({
  database,
  actor,
  requestId: "test",
});
const eventsOf = async (actor: Actor) =>
  (
    await portal.owner`select action, subject, detail from audit_events where actor_id = ${actor.id} order by id`
  ).map((row) => ({ ...row }));

describe("a person's own name", () => {
  it("is changed, and the event says neither the one nor the other", async () => {
    const actor = await createPerson(portal.owner, "saga editor");
    await renamePerson(at(actor, identity.database), { name: " 佐賀 花子\u202e\n" });
    const [user] = await portal.owner`select name from users where id = ${actor.id}`;
    expect(user?.name).toBe("佐賀 花子");
    expect(await eventsOf(actor)).toEqual([
      { action: "person.rename", subject: actor.id, detail: {} },
    ]);
  });

  it.each(["", "  ", "あ".repeat(61), undefined])("is refused as %j", async (name) => {
    const actor = await createPerson(portal.owner, "saga editor");
    await expect(renamePerson(at(actor, identity.database), { name })).rejects.toMatchObject({
      fieldErrors: { name: "person.name" },
    });
  });

  it("is nobody else's to change", async () => {
    await expect(renamePerson(at(null, identity.database), { name: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const url of [portal.urls.appUrl, portal.urls.mailUrl]) {
      const role = connect(url);
      expect(await rowsOrState(role`update users set name = 'x'`)).toBe(forbidden);
      await role.end();
    }
  });
});

describe("what the portal holds about a person", () => {
  it("is all taken away by them, without secrets", async () => {
    const { actor, email } = await createAccount(portal.owner, "saga editor");
    const other = await createPerson(portal.owner, "saga editor");
    const desk = deskOf(portal, () => actor);
    await desk.submit(question("SHG-2-3-a", "saga"), 0, figure("3"));
    await portal.owner`insert into sessions (token, user_id, expires_at, ip_address)
      values ('secret-token', ${actor.id}, now() + interval '1 hour', '192.0.2.1')`;
    for (const person of [actor, other])
      await portal.owner`insert into mails (user_id, kind, subject, items, state)
        values (${person.id}, 'security', ${`to ${person.id}`}, '[]', 'ready')`;
    const held = await exportPerson(at(actor), identity.database);
    expect(held.profile).toMatchObject({ email });
    expect(held.memberships).toMatchObject([{ organisation: "佐賀県", role: "editor", goals: [] }]);
    expect(held.sessions).toMatchObject([{ ipAddress: "192.0.2.1" }]);
    expect(held.mails.map(({ subject }) => subject)).toEqual([`to ${actor.id}`]);
    expect(held.works).toMatchObject([
      { kind: "observation_versions", organisation: "佐賀県", code: "SHG-2-3-a", version: 1 },
    ]);
    expect(held.events).toMatchObject([{ action: "observation.submit", organisation: "佐賀県" }]);
    expect(JSON.stringify(held)).not.toContain("secret-token");
    expect((await eventsOf(actor)).at(-1)).toEqual({
      action: "person.export",
      subject: actor.id,
      detail: {},
    });
    await expect(exportPerson(at(null), identity.database)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is read by them alone, says the database", async () => {
    const actor = await createPerson(portal.owner, "saga editor");
    const other = await createPerson(portal.owner, "saga editor");
    await portal.owner`insert into mails (user_id, kind, subject, items, state)
      values (${actor.id}, 'security', 'x', '[]', 'ready')`;
    await portal.owner`insert into audit_events (action, subject, actor_id) values ('session.create', 'x', ${actor.id})`;
    await portal.owner`insert into comments (node_id, body, author_id, author_organisation_id)
      select n.id, 'x', ${actor.id}, ${actor.memberships[0]?.organisationId ?? ""} from plan_nodes n limit 1`;
    const app = connect(portal.urls.appUrl);
    const count = (person: Actor | null) =>
      takenBack(app, person, async (sql) => [
        await rowsOrState(sql`select subject from mails`),
        await rowsOrState(sql`select * from portal.own_events()`),
        await rowsOrState(sql`select * from portal.own_works()`),
      ]);
    expect(await count(actor)).toEqual([1, 1, 1]);
    expect(await count(other)).toEqual([0, 0, 0]);
    expect(await count(null)).toEqual([0, 0, 0]);
    await app.end();
  });
});

describe("people are found by who keeps the portal", () => {
  const find = async (actor: Actor | null, given: Record<string, string>) =>
    (await searchPeople(at(actor), readPeopleSearch(given))).people.map(({ id }) => id);

  it("by their whole address, or by a part of the name within an organisation", async () => {
    const actor = await createPerson(portal.owner, "oita viewer");
    const gone = await createPerson(portal.owner, "oita viewer");
    await portal.owner`insert into audit_events (action, subject, actor_id, organisation_id)
      select 'comment.write', 'x', user_id, organisation_id from members where user_id = ${gone.id}`;
    await portal.owner`delete from members where user_id = ${gone.id}`;
    const address = `${actor.id}@EXAMPLE.lg.jp`;
    expect(await find(keeper, { address })).toEqual([actor.id]);
    expect(await find(keeper, { address: address.slice(1) })).toEqual([]);
    expect((await find(keeper, { name: "VIEWER", organisation: "oita" })).sort()).toEqual(
      [actor.id, gone.id].sort(),
    );
    expect(await find(keeper, { name: "viewer", organisation: "saga" })).toEqual([]);
    expect(await find(keeper, { name: "viewer" })).toEqual([]);
    expect(await find(keeper, {})).toEqual([]);
    const { people } = await searchPeople(
      at(keeper),
      readPeopleSearch({ address: `${gone.id}@example.lg.jp` }),
    );
    expect(people).toMatchObject([{ offices: null, actedFor: "大分県", keeps: false }]);
    expect(JSON.stringify(people)).not.toContain("@");
  });

  it("and by nobody else", async () => {
    const admin = await createPerson(portal.owner, "saga admin");
    for (const actor of [admin, null])
      await expect(find(actor, { address: `${admin.id}@example.lg.jp` })).rejects.toMatchObject({
        code: "forbidden",
      });
    const app = connect(portal.urls.appUrl);
    const found = takenBack(app, admin, (sql) =>
      rowsOrState(
        sql`select * from portal.search_people(${`${admin.id}@example.lg.jp`}, '', null)`,
      ),
    );
    expect(await found).toBe(0);
    await app.end();
  });
});

describe("a person who is taken out", () => {
  /** Somebody who worked somewhere, was told things, and left. */
  async function retired() {
    const { actor, email } = await createAccount(portal.owner, "saga editor");
    const desk = deskOf(portal, () => actor);
    await portal.owner`truncate observations, observation_versions, evaluations, pt_contacts cascade`;
    await desk.submit(question("SHG-2-3-a", "saga"), 0, figure("3"));
    const { id } = actor;
    const sql = portal.owner;
    await sql`insert into sessions (token, user_id, expires_at) values (${id}, ${id}, now() + interval '1 hour')`;
    await sql`insert into two_factors (secret, backup_codes, user_id) values ('s', 'b', ${id})`;
    await sql`insert into passkeys (public_key, user_id, credential_id, counter, device_type, backed_up)
      values ('k', ${id}, ${id}, 0, 'x', false)`;
    await sql`insert into password_resets (user_id, expires_at) values (${id}, now())`;
    await sql`insert into notification_preferences (user_id, kind, in_app) values (${id}, 'mention', true)`;
    await sql`insert into mails (user_id, kind, subject, items, state, sent_at)
      values (${id}, 'security', ${email}, '[]', 'sent', now())`;
    await sql`insert into mails (address, kind, subject, items, state)
      values (${email}, 'invitation', 'x', '[]', 'ready')`;
    await sql`insert into invitations (organisation_id, email, role, expires_at)
      select id, ${email}, 'viewer', now() + interval '1 day' from organisations where slug = 'saga'`;
    await sql`insert into pt_contacts (node_id, organisation_id, version, department, person, email, author_id)
      select n.id, o.id, 1, '企画課', '佐賀 花子', ${email}, ${id}
      from plan_nodes n, organisations o where o.slug = 'saga' and n.kind = 'goal' limit 1`;
    return { actor, email, leave: () => sql`delete from members where user_id = ${id}` };
  }

  it("leaves their office, their acts and nothing else", async () => {
    const { actor, email, leave } = await retired();
    await leave();
    await erasePerson(at(keeper), { person: actor.id });
    const [user] =
      await portal.owner`select name, email, erased_at from users where id = ${actor.id}`;
    expect(user).toMatchObject({
      name: "（氏名消去）",
      email: `erased-${actor.id}@portal.invalid`,
      erased_at: expect.any(Date),
    });
    // Their address stands nowhere any more, in no column of no table.
    const tables = await portal.owner<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    for (const { name } of tables) {
      const rows = await portal.owner.unsafe(
        `select from ${name} t where position($1 in to_jsonb(t)::text) > 0`,
        [email],
      );
      expect(rows.length, name).toBe(0);
    }
    for (const table of [
      "sessions",
      "accounts",
      "two_factors",
      "passkeys",
      "password_resets",
      "notification_preferences",
      "notifications",
      "mails",
    ]) {
      const rows = await portal.owner.unsafe(`select from ${table} where user_id = $1`, [actor.id]);
      expect(rows.length, table).toBe(0);
    }
    const [version] = await portal.owner`select o.short_name from observation_versions v
      join organisations o on o.id = v.author_organisation_id where v.author_id = ${actor.id}`;
    expect(version?.short_name).toBe("佐賀県");
    const [contact] =
      await portal.owner`select department, person from pt_contacts where author_id = ${actor.id}`;
    expect(contact).toEqual({ department: "企画課", person: "" });
    expect((await eventsOf(keeper)).at(-1)).toEqual({
      action: "person.erase",
      subject: actor.id,
      detail: {},
    });
    await expect(erasePerson(at(keeper), { person: actor.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("belongs nowhere any more, or stays", async () => {
    const { actor, email } = await retired();
    const before = (await eventsOf(keeper)).length;
    for (const person of [actor.id, keeper.id])
      await expect(erasePerson(at(keeper), { person })).rejects.toMatchObject({ code: "locked" });
    const [user] = await portal.owner`select email from users where id = ${actor.id}`;
    expect(user?.email).toBe(email);
    expect(await eventsOf(keeper)).toHaveLength(before);
  });

  it("is nobody unknown, and no program", async () => {
    const [program] = await portal.owner`
      insert into users (name, email, kind) values ('token', 'token@portal.invalid', 'token') returning id`;
    for (const person of [randomUUID(), program?.id, "x", undefined])
      await expect(erasePerson(at(keeper), { person })).rejects.toMatchObject({
        code: "not_found",
      });
  });

  it("is taken out by who keeps the portal alone, says the database", async () => {
    const victim = await createPerson(portal.owner);
    const admin = await createPerson(portal.owner, "saga admin");
    for (const actor of [victim, admin, null])
      await expect(
        erasePerson(at(actor && { ...actor, keepsPortal: true }), { person: victim.id }),
      ).rejects.toThrow();
    const app = connect(portal.urls.appUrl);
    const erase = (actor: Actor | null) =>
      takenBack(app, actor, (sql) => rowsOrState(sql`select portal.erase_person(${victim.id})`));
    expect(await erase(victim)).toBe(forbidden);
    expect(await erase(admin)).toBe(forbidden);
    expect(await erase(null)).toBe(forbidden);
    expect(await erase(keeper)).toBe(1);
    await app.end();
    for (const url of [portal.urls.authUrl, portal.urls.mailUrl]) {
      const role = connect(url);
      expect(await rowsOrState(role`select portal.erase_person(${victim.id})`)).toBe(forbidden);
      await role.end();
    }
  });
});

describe("what its time is over of", () => {
  let person: Actor;
  /** Puts a row of each kind there whose time began so long ago. */
  const put: Record<string, (since: string, key: string) => Promise<unknown>> = {
    sessions: (since, key) =>
      portal.owner`insert into sessions (token, user_id, expires_at) values (${key}, ${person.id}, now() - ${since}::interval)`,
    verifications: (since, key) =>
      portal.owner`insert into verifications (identifier, value, expires_at) values (${key}, 'x', now() - ${since}::interval)`,
    password_resets: (since) =>
      portal.owner`insert into password_resets (user_id, expires_at) values (${person.id}, now() - ${since}::interval)`,
    rate_limits: (since, key) =>
      portal.owner`insert into rate_limits (key, points, expire) values (${key}, 1, now() - ${since}::interval)`,
    members: (since, key) =>
      portal.owner`with program as (
          insert into users (name, email, kind) values ('API：x', ${`${key}@portal.invalid`}, 'token') returning id),
        belongs as (insert into members (organisation_id, user_id, role)
          select m.organisation_id, program.id, 'viewer' from members m, program where m.user_id = ${person.id})
        insert into api_tokens (organisation_id, user_id, name, scope, hash, ending, expires_at, author_id)
        select m.organisation_id, program.id, 'x', 'read', sha256(${key}::bytea), 'abcd',
          now() - ${since}::interval, ${person.id}
        from members m, program where m.user_id = ${person.id}`,
    mails: (since) =>
      portal.owner`with digest as (
          insert into mails (user_id, kind, subject, items, state, sent_at, created_at)
          values (${person.id}, 'digest', 'x', '[]', 'sent', now(), now() - ${since}::interval + interval '1 second') returning id)
        insert into mails (user_id, kind, subject, items, state, digest_id, created_at)
        select ${person.id}, 'mention', 'x', '[]', 'digested', id, now() - ${since}::interval - interval '1 second' from digest`,
    notifications: (since) =>
      portal.owner`insert into notifications (user_id, kind, path, actor_id, actor_organisation_id, read_at)
        select ${person.id}, 'mention', '/', ${keeper.id}, organisation_id, now() - ${since}::interval
        from members where user_id = ${person.id}`,
    invitations: (since, key) =>
      portal.owner`insert into invitations (organisation_id, email, role, expires_at)
        select organisation_id, ${key}, 'viewer', now() - ${since}::interval from members where user_id = ${person.id}`,
    reporter_links: (since, key) =>
      portal.owner`insert into reporter_links (organisation_id, indicator_id, fy, recipient, email, expires_at, author_id)
        select m.organisation_id, i.id, 2023, '久留米商店', ${key}, now() - ${since}::interval, ${person.id}
        from members m, indicators i where m.user_id = ${person.id} limit 1`,
    pt_contacts: (since, key) =>
      portal.owner`insert into pt_contacts (node_id, organisation_id, version, department, person, email, author_id, created_at)
        select n.id, m.organisation_id, v, '企画課', '佐賀 花子', ${key}, ${person.id}, now() - ${since}::interval
        from members m, generate_series(1, 2) v,
          (select id from plan_nodes where kind = 'goal' and id not in (select node_id from pt_contacts) limit 1) n
        where m.user_id = ${person.id} order by v`,
    import_files: (since) =>
      portal.owner`with made as (
          insert into imports (kind, organisation_id, state, file_name, size, sha256, author_id, moved_at)
          select 'plan', organisation_id, 'ready', 'a.xlsx', 1, 'x', ${person.id}, now() - ${since}::interval
          from members where user_id = ${person.id} returning id),
        rows as (insert into import_rows (import_id, sheet, row, cells) select id, 's', 1, '{}' from made)
        insert into import_files (import_id, content) select id, 'x' from made`,
  };

  beforeEach(async () => {
    person = await createPerson(portal.owner, "saga editor");
    await portal.owner`delete from mails`;
    await portal.owner`truncate sessions, verifications, password_resets, rate_limits, notifications,
      invitations, reporter_links, pt_contacts, imports cascade`;
  });

  it("is named kind by kind", async () => {
    expect(retention.map(({ table }) => table).sort()).toEqual(Object.keys(put).sort());
  });

  it.each(retention)("goes: $table after $days days", async ({ table, days }) => {
    const hours = days * 24;
    await put[table]?.(`${hours - 1} hours`, "early@example.jp");
    expect(await pruneOutlived(mail.database)).toEqual({});
    expect((await portal.owner.unsafe(`select from ${table}`)).length).toBeGreaterThan(0);
    await put[table]?.(`${hours + 1} hours`, "late@example.jp");
    // A digest, and what went out with it.
    expect(await pruneOutlived(mail.database)).toEqual({ [table]: table === "mails" ? 2 : 1 });
    expect(await pruneOutlived(mail.database)).toEqual({});
    const whole = await portal.owner.unsafe(`select to_jsonb(t)::text as row from ${table} t`);
    expect(whole.filter(({ row }) => row.includes("late@example.jp"))).toEqual(
      table === "pt_contacts" ? [expect.anything()] : [],
    );
  });

  it("goes in batches", async () => {
    await portal.owner`insert into rate_limits (key, points, expire)
      select n::text, 1, now() - interval '1 hour' from generate_series(1, 1201) n`;
    const both = await Promise.all([pruneOutlived(mail.database), pruneOutlived(mail.database)]);
    expect(both.reduce((sum, { rate_limits = 0 }) => sum + rate_limits, 0)).toBe(1201);
  });

  it("goes by the mail process alone", async () => {
    for (const url of [portal.urls.appUrl, portal.urls.authUrl]) {
      const role = connect(url);
      expect(await rowsOrState(role`select portal.prune(1)`)).toBe(forbidden);
      await role.end();
    }
    const role = connect(portal.urls.mailUrl);
    for (const statement of [
      "delete from mails",
      "delete from sessions",
      "update users set name = 'x'",
    ])
      expect(await rowsOrState(role.unsafe(statement))).toBe(forbidden);
    await role.end();
  });

  it("goes once a night, from half past three in Japan", async () => {
    expect(isRetentionTime(new Date("2026-11-21T03:29:00+09:00"))).toBe(false);
    expect(isRetentionTime(new Date("2026-11-21T03:30:00+09:00"))).toBe(true);
    const taken: Record<string, number>[] = [];
    const night = nightlyRetention(mail.database, (counts) => taken.push(counts));
    const { signal } = new AbortController();
    for (const now of [
      "2026-11-21T03:29:00+09:00",
      "2026-11-21T03:30:00+09:00",
      "2026-11-21T23:00:00+09:00",
      "2026-11-22T03:30:00+09:00",
    ]) {
      await put.rate_limits?.("1 hour", now);
      await night(new Date(now), signal);
    }
    expect(taken).toEqual([{ rate_limits: 2 }, { rate_limits: 2 }]);
  });
});
