import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { report, reportProblem } from "#app/lib/api/report-schema.ts";
import type { Actor } from "#app/policy/can.ts";
import * as plansRoute from "#app/routes/api/plans.ts";
import * as reportRoute from "#app/routes/api/report.ts";
import { readApprovalSettings } from "#app/services/approval/read-settings.server.ts";
import { findToken } from "#app/services/token/find.server.ts";
import { issueToken } from "#app/services/token/issue.server.ts";
import { readToken } from "#app/services/token/read.server.ts";
import { revokeToken } from "#app/services/token/revoke.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { versionsOf } from "#tests/factories/readings.ts";
import { actingAs, type Fields, outcomeOf, question, refusalOf } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let identity: { database: Database; close: () => Promise<void> };
let admin: Actor;
let staff: (post: Post) => Actor;
let endWeb: () => Promise<void>;

const codes = question("SHG-4-1-a", "saga");
const asAdmin = () => actingAs(portal, admin);
const fields = (more: Fields = {}): Fields => ({
  name: "統計システム",
  scope: "report",
  days: "90",
  requestKey: randomUUID(),
  ...more,
});
const issue = async (more: Fields = {}) =>
  (await issueToken(asAdmin(), "saga", fields(more), new Date())).key;
const listed = async () => (await readToken(asAdmin(), "saga", new Date())).tokens;

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  identity = openDatabase(portal.urls.authUrl, { max: 1, name: "test identity" });
  admin = await createPerson(portal.owner, "saga admin");
  staff = await createStaff(portal.owner);
  endWeb = beWebProcess(portal);
});
afterAll(async () => {
  await Promise.all([app.end(), identity.close(), endWeb()]);
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate api_tokens, audit_events, observations, observation_versions,
    rate_limits cascade`;
  await portal.owner`delete from members where user_id in (select id from users where kind = 'token')`;
});

/** What the API answers to a program. */
async function send(
  authorization: string | null,
  options: { method?: string; body?: unknown; type?: string; organisation?: string } = {},
) {
  const { method = "GET", body, type = "application/json", organisation = "saga" } = options;
  const params = { organisation, plan: "jewels", indicator: codes.indicator, fy: "2023" };
  const headers = new Headers(authorization === null ? {} : { Authorization: authorization });
  if (body !== undefined) headers.set("Content-Type", type);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const args = routeArgs("/api/v1/x", { params, init: { method, headers, body: text } });
  const answer = await (method === "GET" ? reportRoute.loader(args) : reportRoute.action(args));
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
const put = (key: string, body: unknown, more = {}) =>
  send(`Bearer ${key}`, { method: "PUT", body, ...more });
const draft = (value: string, baseVersion = 0) => ({
  baseVersion,
  answer: { quality: "final", value },
});

describe("a key", () => {
  it("is answered once, kept as its hash, and acts as a technical user until it is revoked", async () => {
    const key = await issue();
    expect(key).toMatch(/^portal_[\w-]{43}$/);
    const [row] = await portal.owner`select t.*, u.kind, u.name as person, u.email, m.role
      from api_tokens t join users u on u.id = t.user_id join members m on m.user_id = u.id`;
    expect(row).toMatchObject({ kind: "token", person: "API：統計システム", role: "editor" });
    expect(row?.email).toBe(`token-${row?.id}@portal.invalid`);
    expect(JSON.stringify({ ...row, hash: row?.hash.toString("utf8") })).not.toContain(key);
    expect(await findToken(identity.database, key)).toMatchObject({
      actor: { name: "API：統計システム", memberships: [{ slug: "saga", role: "editor" }] },
    });
    const [{ id, lastUsedAt, ending } = { id: "", lastUsedAt: null, ending: "" }] = await listed();
    expect([ending, lastUsedAt]).toEqual([key.slice(-4), expect.any(Date)]);
    await revokeToken(asAdmin(), "saga", { token: id });
    await revokeToken(asAdmin(), "saga", { token: id });
    expect(await findToken(identity.database, key)).toBeNull();
    expect(
      await portal.owner`select from members where user_id = ${row?.userId ?? row?.user_id}`,
    ).toHaveLength(0);
    const events =
      await portal.owner`select action, detail::text as detail from audit_events order by id`;
    expect(events.map(({ action }) => action)).toEqual(["token.issue", "token.revoke"]);
    expect(JSON.stringify(events)).not.toContain(key.slice(-10));
  });

  it("is issued once for one form, by administrators, for at most a year", async () => {
    const once = fields();
    await issueToken(asAdmin(), "saga", once, new Date());
    expect(await outcomeOf(issueToken(asAdmin(), "saga", once, new Date()))).toBe("conflict");
    expect(await listed()).toHaveLength(1);
    const errors = async (more: Fields) =>
      (await refusalOf(issueToken(asAdmin(), "saga", fields(more), new Date()))).fieldErrors;
    expect(await errors({ days: "366" })).toEqual({ days: "token.days" });
    expect(await errors({ name: " ", scope: "all" })).toEqual({
      name: "token.name",
      scope: "token.scope",
    });
    const approver = actingAs(portal, staff("saga approver"));
    expect(await outcomeOf(issueToken(approver, "saga", fields(), new Date()))).toBe("forbidden");
    expect(await outcomeOf(readToken(approver, "saga", new Date()))).toBe("forbidden");
    expect(await outcomeOf(issueToken(asAdmin(), "oita", fields(), new Date()))).toBe("forbidden");
  });

  it("is nobody among people", async () => {
    await issue();
    const { drafters } = await readApprovalSettings(asAdmin(), "saga", new Date());
    expect(drafters.map(({ name }) => name)).toEqual(["saga editor"]);
  });
});

describe("the API with a key", () => {
  it("saves the organisation's draft and answers what is stored", async () => {
    const key = await issue();
    expect(report.parse((await send(`Bearer ${key}`)).body)).toMatchObject({
      version: 0,
      answer: null,
    });
    const saved = await put(key, draft("１,450"));
    expect([saved.status, report.parse(saved.body)]).toMatchObject([
      200,
      { version: 1, state: "draft", answer: { value: "1450" } },
    ]);
    expect(await versionsOf(portal.owner, codes)).toMatchObject([
      { state: "draft", value: "1450", author: "API：統計システム" },
    ]);
  });

  it("repeats nothing for one request, and shows both contents where somebody was faster", async () => {
    const key = await issue();
    const body = { ...draft("1"), requestKey: randomUUID() };
    expect([(await put(key, body)).status, (await put(key, body)).status]).toEqual([200, 200]);
    const refused = await put(key, draft("2"));
    expect(refused.status).toBe(409);
    expect(reportProblem.parse(refused.body)).toMatchObject({
      yours: { value: "2" },
      current: { version: 1, answer: { value: "1" } },
    });
  });

  it.each([
    ["an unknown field", { ...draft("1"), state: "accepted" }, 422],
    [
      "an unknown field of the answer",
      { baseVersion: 0, answer: { quality: "final", isDemo: true } },
      422,
    ],
    ["a number for a decimal", { baseVersion: 0, answer: { quality: "final", value: 1.5 } }, 422],
    ["what cannot be read", draft("たくさん"), 422],
    ["no JSON", "{", 400],
  ])("refuses %s", async (_, body, status) => {
    const answer = await put(await issue(), body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await versionsOf(portal.owner, codes)).toEqual([]);
  });

  it("refuses forms, other organisations, and writing by a key that only reads", async () => {
    const key = await issue();
    expect((await put(key, "a=b", { type: "application/x-www-form-urlencoded" })).status).toBe(415);
    expect((await put(key, draft("1"), { organisation: "oita" })).status).toBe(403);
    const reader = await issue({ scope: "read" });
    expect((await send(`Bearer ${reader}`)).status).toBe(200);
    expect((await put(reader, draft("1"))).status).toBe(403);
  });

  it("refuses keys that are wrong, revoked or expired alike, and slows down who tries them", async () => {
    const [revoked, expired] = [await issue({ name: "a" }), await issue({ name: "b" })];
    const [second, first] = await listed();
    await revokeToken(asAdmin(), "saga", { token: first?.id ?? "" });
    await portal.owner`update api_tokens set expires_at = now() where id = ${second?.id ?? ""}`;
    const wrong = `portal_${"x".repeat(43)}`;
    for (const header of [
      `Bearer ${revoked}`,
      `Bearer ${expired}`,
      `Bearer ${wrong}`,
      "Basic eDp5",
      "",
    ]) {
      const { status, headers, body } = await send(header);
      expect([status, body]).toEqual([
        401,
        expect.objectContaining({ title: "Unauthorized", status: 401 }),
      ]);
      expect(headers.get("WWW-Authenticate")).toContain("Bearer");
    }
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 60; attempt += 1)
      statuses.add((await send(`Bearer ${wrong}`)).status);
    expect([...statuses]).toEqual([401, 429]);
  });

  it("counts requests by key, and says when to come back", async () => {
    const [key, other] = [await issue({ name: "a" }), await issue({ name: "b" })];
    const ask = async (which: string) =>
      plansRoute.loader(
        routeArgs("/api/v1/plans", { init: { headers: { Authorization: `Bearer ${which}` } } }),
      );
    expect((await ask(key)).status).toBe(200);
    await portal.owner`update rate_limits set points = 1000 where key like 'api:%'`;
    const refused = await ask(key);
    expect([refused.status, Number(refused.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect((await ask(other)).status).toBe(200);
  });
});

describe("the database", () => {
  const hash = "ab".repeat(32);
  const issueRaw = (actor: Actor | null, days = 90) =>
    takenBack(app, actor, (sql) =>
      rowsOrState(sql`select portal.issue_token(gen_random_uuid(), o.id, 'x', 'report',
        decode(${hash}, 'hex'), 'abcd', now() + ${days} * interval '1 day') from organisations o
        where slug = 'saga'`),
    );

  it("lets administrators alone issue and end keys, of their own organisation", async () => {
    expect(await issueRaw(admin)).toBe(1);
    expect(await issueRaw(admin, 400)).toBe(violated);
    expect(await issueRaw(staff("saga approver"))).toBe(forbidden);
    expect(await issueRaw(null)).toBe(forbidden);
    await issue();
    const [token] = await listed();
    const end = (actor: Actor) =>
      takenBack(app, actor, async (sql) => {
        const [row] = await sql`select portal.revoke_token(${token?.id ?? ""}) as ended`;
        return row?.ended;
      });
    expect([await end(staff("saga approver")), await end(staff("oita approver"))]).toEqual([
      false,
      false,
    ]);
    expect(await end(admin)).toBe(true);
  });

  it("shows no hash to pages and no key to others, and takes no user, member or key but by issuing", async () => {
    await issue();
    const state = (actor: Actor, text: string) =>
      takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(text)));
    expect(await state(admin, "select hash from api_tokens")).toBe(forbidden);
    expect(await state(admin, "select id from api_tokens")).toBe(1);
    expect(await state(staff("saga editor"), "select id from api_tokens")).toBe(0);
    expect(await state(admin, "update api_tokens set state = 'open'")).toBe(forbidden);
    expect(await state(admin, "delete from api_tokens")).toBe(forbidden);
    expect(await state(admin, "insert into users (name, email) values ('x', 'x')")).toBe(forbidden);
  });
});
