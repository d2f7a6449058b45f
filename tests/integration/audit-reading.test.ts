import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import type { AuditFilter } from "#app/services/audit/events.server.ts";
import { exportAudit } from "#app/services/audit/export.server.ts";
import { type AuditPlace, readAudit, readAuditFilter } from "#app/services/audit/read.server.ts";
import { createPerson } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";

let portal: Portal;
let admin: Actor;
let editor: Actor;
let stranger: Actor;
let twice: Actor;
let keeper: Actor;
let nobody: Actor;

const everything: AuditFilter = readAuditFilter(new URLSearchParams());
const asked = (query: string) => readAuditFilter(new URLSearchParams(query));

async function write(events: readonly [string, Actor | null, string | null, string?, string?][]) {
  for (const [action, actor, slug, subject = "x", at = "2026-11-20T12:00:00+09:00"] of events)
    await portal.owner`
      insert into audit_events (action, actor_id, organisation_id, subject, at, request_id, detail)
      select ${action}, ${actor?.id ?? null}, (select id from organisations where slug = ${slug}),
        ${subject}, ${at}, ${`request-${subject}`}, ${portal.owner.json({ version: 1 })}`;
}

const read = (
  actor: Actor | null,
  place: AuditPlace,
  filter = everything,
  before: bigint | null = null,
) => readAudit({ database: portal.database, actor, requestId: "test" }, place, filter, before);
const actions = async (...args: Parameters<typeof read>) =>
  (await read(...args)).rows.map(({ action, subject }) => `${action} ${subject}`);

beforeAll(async () => {
  portal = await openPortal();
  admin = await createPerson(portal.owner, "saga admin");
  editor = await createPerson(portal.owner, "saga editor");
  stranger = await createPerson(portal.owner, "fukuoka editor");
  twice = await createPerson(portal.owner, "saga viewer", "fukuoka admin");
  nobody = await createPerson(portal.owner);
  keeper = { ...(await createPerson(portal.owner)), keepsPortal: true };
  await portal.owner`insert into platform_admins (user_id) values (${keeper.id})`;
  await portal.owner`truncate audit_events, audit_seals`;
  await write([
    [
      "observation.submit",
      editor,
      "saga",
      "jewels/SHG-2-3-a/2023/saga",
      "2026-10-01T23:59:00+09:00",
    ],
    ["observation.accept", stranger, "fukuoka", "jewels/SHG-2-3-a/2023/saga"],
    ["session.create", editor, null, editor.id],
    ["session.create", stranger, null, stranger.id],
    ["session.refuse", null, null, "unknown"],
    ["session.refuse", null, null, editor.id],
    ["person.rename", editor, null, editor.id],
    ["member.change", admin, "saga", editor.id],
    ["organisation.create", keeper, null, "new"],
  ]);
});
afterAll(() => portal.close());

const ofSaga = [
  "member.change saga editor",
  "session.refuse saga editor",
  "session.create ",
  "observation.submit jewels/SHG-2-3-a/2023/saga",
];
const ofPortal = [
  "organisation.create new",
  "member.change saga editor",
  "person.rename ",
  "session.refuse saga editor",
  "session.refuse unknown",
  "session.create ",
  "session.create ",
];

describe("audit events", () => {
  it("are read by an organisation's administrators: its own, and how its members signed in", async () => {
    expect(await actions(admin, { slug: "saga" })).toEqual(ofSaga);
  });

  it("are read by who keeps the portal: of people and rights, never of figures", async () => {
    expect(await actions(keeper, "portal")).toEqual(ofPortal);
  });

  it("are refused to everybody else", async () => {
    for (const [actor, place] of [
      [editor, { slug: "saga" }],
      [twice, { slug: "saga" }],
      [{ ...twice, keepsPortal: true }, { slug: "saga" }],
      [stranger, { slug: "saga" }],
      [keeper, { slug: "saga" }],
      [nobody, "portal"],
      [admin, "portal"],
      [null, "portal"],
    ] as const)
      await expect(read(actor, place)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("name who acted and for whom, and their place in the chain", async () => {
    const { rows } = await read(admin, { slug: "saga" });
    expect(rows[0]?.actor).toEqual({ name: "saga admin", office: "佐賀県" });
    expect(rows.map(({ seal }) => seal)).toEqual(["8", "6", "3", "1"]);
    expect(rows[2]?.actor).toEqual({ name: "saga editor", office: "佐賀県" });
    const events = (await read(keeper, "portal")).rows;
    expect(events.at(-1)?.actor).toEqual({ name: "saga editor", office: "佐賀県" });
    expect(events.find(({ action }) => action === "session.refuse")?.actor).toBeNull();
  });

  it.each([
    ["from=2026-11-01", 3],
    ["until=2026-10-01", 1],
    ["until=2026-09-30", 0],
    ["actor=EDITOR", 2],
    ["actor=%25", 0],
    ["action=observation", 1],
    ["action=observation.submit", 1],
    ["action=observation.accept", 0],
    ["action=%25", 0],
    ["subject=shg-2-3", 1],
    ["subject=_", 0],
    ["request=request-jewels/SHG-2-3-a/2023/saga", 1],
    ["from=yesterday", 4],
    ["organisation=fukuoka", 0],
  ])("are filtered by %s", async (query, count) => {
    expect(await actions(admin, { slug: "saga" }, asked(query))).toHaveLength(count);
  });

  it("are filtered by the organisation for who keeps the portal", async () => {
    expect(await actions(keeper, "portal", asked("organisation=saga"))).toEqual([
      "member.change saga editor",
    ]);
  });

  it("come page by page", async () => {
    await write(
      Array.from(
        { length: 60 },
        (_, n) => ["round.open", editor, "saga", `page ${n}`] as const,
      ).map((event) => [...event] as [string, Actor, string, string]),
    );
    const first = await read(admin, { slug: "saga" }, asked("action=round.open"));
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]?.subject).toBe("page 59");
    const next = BigInt(first.next ?? 0);
    const second = await read(admin, { slug: "saga" }, asked("action=round.open"), next);
    expect(second.rows.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 10 }, (_, n) => `page ${9 - n}`),
    );
    expect(second.next).toBeNull();
  });

  it("leave as a file in batches, and that they left is one of them", async () => {
    const context = { database: portal.database, actor: admin, requestId: "export" };
    const rows = [];
    const filter = asked("action=round.open&actor=saga&from=2026-11-01");
    for await (const batch of await exportAudit(context, { slug: "saga" }, filter, "csv"))
      rows.push(...batch);
    expect(rows).toHaveLength(60);
    const [{ detail, requestId } = { detail: {}, requestId: "" }] = (
      await read(admin, { slug: "saga" })
    ).rows;
    expect(detail).toEqual({ format: "csv", fromOn: "2026-11-01", filter: ["actor", "action"] });
    expect(requestId).toBe("export");
    await expect(
      exportAudit({ ...context, actor: editor }, { slug: "saga" }, filter, "csv"),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the database says the same of audit events", () => {
  const count = (actor: Actor | null) =>
    withApp((app) =>
      takenBack(app, actor, (sql) =>
        rowsOrState(
          sql`select * from audit_events where action <> 'round.open' and action <> 'audit.read'`,
        ),
      ),
    );
  async function withApp<Result>(work: (app: ReturnType<typeof connect>) => Promise<Result>) {
    const app = connect(portal.urls.appUrl);
    try {
      return await work(app);
    } finally {
      await app.end();
    }
  }

  it("whoever asks", async () => {
    expect(await count(admin)).toBe(4);
    expect(await count(keeper)).toBe(7);
    // Of 福岡県: its acceptance, and the sign-in of its editor.
    expect(await count(twice)).toBe(2);
    for (const actor of [editor, stranger, nobody, null]) expect(await count(actor)).toBe(0);
  });

  it("also of their places in the chain, and of what leaves", async () => {
    await withApp(async (app) => {
      const seals = (actor: Actor | null) =>
        takenBack(app, actor, (sql) =>
          rowsOrState(
            sql`select * from portal.seals_of((select array_agg(n) from generate_series(1, 9) n)::bigint[])`,
          ),
        );
      expect(await seals(editor)).toBe(0);
      expect(await seals(null)).toBe(0);
      expect(await seals(keeper)).toBe(9);
      const tell = (actor: Actor, slug: string | null) =>
        takenBack(app, actor, (sql) =>
          rowsOrState(sql`insert into audit_events (action, actor_id, organisation_id, subject)
            values ('audit.read', ${actor.id}, (select id from organisations where slug = ${slug}), 'x')`),
        );
      expect(await tell(admin, "saga")).toBe(1);
      expect(await tell(keeper, null)).toBe(1);
      expect(await tell(admin, null)).toBe(forbidden);
      expect(await tell(editor, "saga")).toBe(forbidden);
      expect(await tell(admin, "fukuoka")).toBe(forbidden);
      expect(await tell(keeper, "saga")).toBe(forbidden);
    });
  });

  it("and lets nobody change or forge one", async () => {
    await withApp(async (app) => {
      for (const actor of [admin, keeper])
        await takenBack(app, actor, async (sql) => {
          for (const statement of [
            "update audit_events set subject = 'y'",
            "delete from audit_events",
            "truncate audit_events",
          ]) {
            await sql.unsafe("savepoint s");
            expect(await rowsOrState(sql.unsafe(statement))).toBe(forbidden);
            await sql.unsafe("rollback to s");
          }
        });
      const forge = takenBack(app, admin, (sql) =>
        rowsOrState(sql`insert into audit_events (action, actor_id, organisation_id, subject)
          values ('member.change', ${editor.id}, ${admin.memberships[0]?.organisationId ?? ""}, 'x')`),
      );
      expect(await forge).toBe(forbidden);
    });
  });
});
