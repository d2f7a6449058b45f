import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { limitOfFile, limits } from "#app/domain/limit/limits.ts";
import { secretPath, withoutSecret } from "#app/lib/secret-link.server.ts";
import type { Actor } from "#app/policy/can.ts";
import * as homeRoute from "#app/routes/platform/home.tsx";
import * as peopleRoute from "#app/routes/platform/people.tsx";
import { resetFactor } from "#app/services/factor/reset.server.ts";
import { acceptInvitation } from "#app/services/invitation/accept.server.ts";
import { sendInvitation } from "#app/services/invitation/send.server.ts";
import { endKeeper } from "#app/services/keeper/end.server.ts";
import { askLink } from "#app/services/link/ask.server.ts";
import { listMails } from "#app/services/mail/list.server.ts";
import { changeMember } from "#app/services/member/change.server.ts";
import { endMember } from "#app/services/member/end.server.ts";
import { erasePerson } from "#app/services/person/erase.server.ts";
import { beginSession } from "#app/services/session/begin.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { PortalEnv } from "#server/context.ts";
import { LiveFigures } from "#server/live.ts";
import { TEST_SECRET } from "#tests/database.ts";
import { createPerson, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { actingAs, type Fields, outcomeOf, question } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let identity: ReturnType<typeof openDatabase>;
let endWeb: () => Promise<void>;

const now = new Date();
const as = (actor: Actor | null) => actingAs(portal, actor);
const person = (...posts: Post[]) => createPerson(portal.owner, ...posts);
const newAddress = () => `${randomUUID()}@example.lg.jp`;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  app = connect(portal.urls.appUrl);
  identity = openDatabase(portal.urls.authUrl, { max: 4, name: "test identity" });
});
afterAll(async () => {
  await Promise.all([app.end(), identity.close(), endWeb()]);
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate invitations, mails, reporter_links, rate_limits, audit_events,
    platform_admins cascade`;
});

async function keeper(): Promise<Actor> {
  const made = { ...(await person()), keepsPortal: true };
  await portal.owner`insert into platform_admins (user_id) values (${made.id})`;
  return made;
}

async function invite(actor: Actor, emails: string, more: Fields = {}) {
  const given = { identity: identity.database, now };
  const input = { emails, role: "editor", ...more };
  return sendInvitation(as(actor), "saga", input, given);
}
const accept = (id: string) =>
  acceptInvitation(
    identity.database,
    id,
    { name: "佐藤 花子", password: "筑後川の流れは春の朝に速く深い" },
    { person: null, requestId: "r", now },
  );

describe("a form that is sent again for somebody else", () => {
  it("hands nobody the link of another firm", async () => {
    const editor = as(await person("saga editor"));
    const ask = (recipients: string, requestKey: string) =>
      askLink(
        editor,
        question("SHG-4-1-a", "saga"),
        {
          recipients,
          message: "",
          expiresOn: new Date(Date.now() + 864e5).toISOString().slice(0, 10),
          requestKey,
        },
        { identity: identity.database, now },
      );
    const key = randomUUID();
    const first = await ask("九州物産 <a@example.jp>", key);
    const second = await ask("有明水産 <b@example.jp>", key);
    expect(second.asked?.[0]?.id).not.toBe(first.asked?.[0]?.id);
    const kept = await portal.owner`select id, email from reporter_links order by email`;
    expect(kept.map(({ id, email }) => [id, email])).toEqual([
      [first.asked?.[0]?.id, "a@example.jp"],
      [second.asked?.[0]?.id, "b@example.jp"],
    ]);
    expect(await ask("有明水産 <b@example.jp>", key)).toEqual(second);
  });
});

describe("what an organisation writes to a firm", () => {
  it("is not read by others in the log of mails", async () => {
    await askLink(
      as(await person("saga editor")),
      question("SHG-4-1-a", "saga"),
      {
        recipients: "九州物産 <a@example.jp>",
        message: "内密にお願いします。",
        expiresOn: new Date(Date.now() + 864e5).toISOString().slice(0, 10),
        requestKey: randomUUID(),
      },
      { identity: identity.database, now },
    );
    const council = as(await person("council editor"));
    const log = await listMails(council, { organisation: "", kind: "", state: "" }, 1);
    expect(log.rows.map(({ kind }) => kind)).toEqual(["reporter_link"]);
    expect(JSON.stringify(log.rows)).not.toMatch(/内密|九州物産/);
  });
});

describe("a limit", () => {
  it.each([
    "/plans/jewels/MATRIX.CSV",
    "/plans/jewels/matrix.csv/",
    "/plans/jewels/matrix.csv.data",
    "/plans/jewels/matrix%2Ecsv",
    "/plans/jewels/matrix.cs%76",
    "/plans/jewels/%E0%A4%A.csv",
  ])("is not got around by another spelling of a file: %s", (path) => {
    expect(limitOfFile(path)).toBe("export");
  });

  it("costs nothing where a list is refused for one line", async () => {
    const admin = await person("saga admin");
    const colleague = await person("saga viewer");
    const list = Array.from({ length: 20 }, newAddress);
    const wrong = [...list, `${colleague.id}@example.lg.jp`].join("\n");
    for (let time = 0; time * 21 <= limits.invite.points; time += 1)
      expect(await outcomeOf(invite(admin, wrong))).toBe("invalid");
    expect((await invite(admin, list.join("\n"))).sent).toHaveLength(20);
  });

  it("of streams holds who makes sessions up, and leaves some for others", async () => {
    const live = new LiveFigures(portal.urls.appUrl, true);
    const streams = new Hono<PortalEnv>().get("/plans/:plan/live", live.stream);
    const open = async (address: string, session: string) => {
      const headers = { Cookie: `portal.session_token=${session}`, "X-Forwarded-For": address };
      return (await streams.request("/plans/jewels/live", { headers })).status;
    };
    const statuses = new Set<number>();
    for (let made = 0; made < 500; made += 1) statuses.add(await open("192.0.2.1", `${made}`));
    expect([...statuses]).toEqual([200, 429]);
    expect(await open("192.0.2.2", "a")).toBe(200);
    await live.close();
  });
});

it("the log holds no secret address, however it is spelt", () => {
  const path = secretPath(TEST_SECRET, "invitation", randomUUID());
  for (const spelt of [path, path.replace("/invitations", "/Invitations")])
    expect(withoutSecret(spelt)).toBe("/invitations/…");
});

describe("who administers an organisation no more", () => {
  it("has left no way in by an invitation, neither after leaving nor as another role", async () => {
    const colleague = await person("saga admin");
    for (const step of ["end", "change"] as const) {
      const leaver = await person("saga admin");
      const [asked] = (await invite(leaver, newAddress(), { role: "admin" })).sent ?? [];
      const [kept] = (await invite(colleague, newAddress())).sent ?? [];
      const codes = { organisation: "saga", userId: leaver.id };
      if (step === "end") await endMember(as(colleague), codes);
      else await changeMember(as(leaver), codes, { role: "viewer", baseRole: "admin" });
      expect(await outcomeOf(accept(asked?.id ?? ""))).toBe("locked");
      expect(await outcomeOf(accept(kept?.id ?? ""))).toBe("done");
      const events = await auditOf(portal.owner, `saga/${asked?.id}`);
      expect(events.map(({ action }) => action)).toEqual(["invitation.send", "invitation.revoke"]);
    }
  });
});

describe("programs", () => {
  it("stand in for nobody, whatever is written past the verb", async () => {
    const admin = await person("saga admin");
    const program = await person("saga editor");
    await portal.owner`update users set kind = 'token' where id = ${program.id}`;
    const name = (who: Actor) =>
      takenBack(app, admin, (sql) =>
        rowsOrState(sql`insert into approval_deputies
          (organisation_id, user_id, from_on, until_on, reason, author_id, request_key)
          values (${admin.memberships[0]?.organisationId ?? ""}, ${who.id}, '2026-11-21',
            '2026-11-22', '出張', ${admin.id}, gen_random_uuid())`),
      );
    expect(await name(program)).toBe(forbidden);
    expect(await name(await person("saga editor"))).toBe(1);
  });
});

describe("keeping the portal", () => {
  it("is ended by who keeps it, also for oneself, and never for the last", async () => {
    const [one, two] = [await keeper(), await keeper()];
    const admin = await person("saga admin");
    expect(await outcomeOf(endKeeper(as(admin), { person: one.id }))).toBe("forbidden");
    expect(await outcomeOf(endKeeper(as(one), { person: admin.id }))).toBe("not_found");
    await endKeeper(as(two), { person: two.id });
    expect(await outcomeOf(endKeeper(as(one), { person: one.id }))).toBe("locked");
    expect(await auditOf(portal.owner, two.id)).toMatchObject([
      { action: "keeper.end", actorId: two.id },
    ]);
    expect(await portal.owner`select user_id from platform_admins`).toEqual([{ user_id: one.id }]);
  });

  it("stays with one of two who end each other's at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      await portal.owner`truncate platform_admins`;
      const [one, two] = [await keeper(), await keeper()];
      const outcomes = await Promise.all([
        outcomeOf(endKeeper(as(one), { person: two.id })),
        outcomeOf(endKeeper(as(two), { person: one.id })),
      ]);
      expect(outcomes).toContain("done");
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      expect(await portal.owner`select from platform_admins`).toHaveLength(1);
    }
  });

  it("is nobody else's to end by the database, either", async () => {
    const one = await keeper();
    const end = (actor: Actor | null) =>
      takenBack(app, actor, (sql) => rowsOrState(sql`delete from platform_admins`));
    expect(await end(await person("council admin"))).toBe(0);
    expect(await end(null)).toBe(0);
    expect(await end(one)).toBe("23514");
  });
});

describe("somebody who lost their keys", () => {
  const onIdentity = (actor: Actor) => ({ ...as(actor), database: identity.database });
  const lost = async () => {
    const made = await person("saga editor");
    await portal.owner`insert into two_factors (user_id, secret, backup_codes, verified)
      values (${made.id}, 'x', 'x', true)`;
    await portal.owner`insert into sessions (token, user_id, expires_at)
      values (${randomUUID()}, ${made.id}, now() + interval '1 hour')`;
    return made;
  };
  const waysOf = async (id: string) => {
    const [row] = await portal.owner`select
      (select count(*) from two_factors where user_id = ${id})::int as factors,
      (select count(*) from sessions where user_id = ${id})::int as sessions`;
    return row;
  };

  it("is given a new start by who keeps the portal, and told of it", async () => {
    const somebody = await lost();
    const keeps = await keeper();
    await resetFactor(onIdentity(keeps), { person: somebody.id });
    expect(await waysOf(somebody.id)).toEqual({ factors: 0, sessions: 0 });
    expect(await portal.owner`select user_id, kind, state from mails`).toEqual([
      { user_id: somebody.id, kind: "security", state: "ready" },
    ]);
    expect(await auditOf(portal.owner, somebody.id)).toMatchObject([
      { action: "factor.reset", actorId: keeps.id },
    ]);
    const again = resetFactor(onIdentity(keeps), { person: somebody.id });
    expect(await outcomeOf(again)).toBe("locked");
  });

  it("keeps what they have where nobody may: administrators, and oneself", async () => {
    const somebody = await lost();
    const keeps = await keeper();
    const admin = await person("saga admin");
    expect(await outcomeOf(resetFactor(onIdentity(admin), { person: somebody.id }))).toBe(
      "forbidden",
    );
    expect(await outcomeOf(resetFactor(onIdentity(keeps), { person: keeps.id }))).toBe("forbidden");
    for (const id of [randomUUID(), "x"])
      expect(await outcomeOf(resetFactor(onIdentity(keeps), { person: id }))).toBe("not_found");
    expect(await waysOf(somebody.id)).toEqual({ factors: 1, sessions: 1 });
  });
});

it("the pages of who keeps the portal give a new start and end a keeping, and lead back", async () => {
  const [keeps, other] = [await keeper(), await keeper()];
  const somebody = await person("saga editor");
  await portal.owner`insert into two_factors (user_id, secret, backup_codes, verified)
    values (${somebody.id}, 'x', 'x', true)`;
  const opening = { secondFactor: true, requestHeaders: new Headers(), requestId: "r" };
  const setCookie = await beginSession(identity.database, keeps.id, opening);
  const cookie = setCookie.split(";")[0] ?? "";
  const post = (path: string, fields: Record<string, string>) =>
    routeArgs(path, { cookie, init: { method: "POST", body: new URLSearchParams(fields) } });
  const reset = { intent: "reset", person: somebody.id };
  const done = await peopleRoute.action(post("/platform/people", reset));
  expect(done).toMatchObject({ status: 302 });
  expect((done as Response).headers.get("Location")).toBe("/platform/people?done=reset");
  const again = await peopleRoute.action(post("/platform/people", reset));
  expect(again).toMatchObject({ data: { refused: "reset" }, init: { status: 409 } });
  const leave = async (id: string) => {
    const answer = await homeRoute.action(post("/platform", { intent: "end", person: id }));
    return (answer as Response).headers.get("Location");
  };
  expect(await leave(other.id)).toBe("/platform?done=end");
  await expect(leave(keeps.id)).rejects.toMatchObject({ status: 409 });
});

it("who is taken out and comes back at once is one of the two, and nobody waits for the other", async () => {
  const admin = await person("saga admin");
  const keeps = await keeper();
  for (let round = 0; round < 10; round += 1) {
    const gone = await person();
    const [asked] = (await invite(admin, `${gone.id}@example.lg.jp`)).sent ?? [];
    const [accepted, erased] = await Promise.all([
      outcomeOf(accept(asked?.id ?? "")),
      outcomeOf(erasePerson(as(keeps), { person: gone.id })),
    ]);
    expect(erased).toBe("done");
    expect(["done", "locked"]).toContain(accepted);
    await portal.owner`truncate rate_limits`;
  }
});
