import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases } from "#app/lib/databases.server.ts";
import { linkSecretOf } from "#app/lib/secret-link.server.ts";
import { sessionToken } from "#app/lib/session-cookie.server.ts";
import { acceptInvitation } from "#app/services/invitation/accept.server.ts";
import { sendNextMail } from "#app/services/mail/send.server.ts";
import { issueToken } from "#app/services/token/issue.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { createHttpApp } from "#server/http.ts";
import { TEST_SECRET } from "#tests/database.ts";
import { createAccount, password, signInAs } from "#tests/factories/accounts.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { openPages } from "#tests/factories/site.ts";
import { actingAs } from "#tests/factories/steps.ts";
import { appUrl, beWebProcess } from "#tests/factories/web.ts";

// What a request may hold beside what it is meant to: who it says it is from and where it says it goes,
// objects that change all objects, keys where logs keep them. Through the whole of the HTTP application.

const host = new URL(appUrl).host;
const report = "/api/v1/workspaces/saga/plans/jewels/reports/SHG-2-2-a/2023";
const typed = "/workspaces/saga/plans/jewels/reports/SHG-2-2-a/2023";

let portal: Portal;
let endWeb: () => Promise<void>;
let app: ReturnType<typeof createHttpApp>;
let cookie: string;
let key: string;
let email: string;
let lines: string[] = [];
const log = pino({ level: "info" }, { write: (line: string) => lines.push(line) });

const options = {
  appUrl,
  trustProxy: false,
  development: false,
  clientFiles: "/nowhere",
  log,
  readiness: async () => ({ database: true, migrations: true, plans: true }),
  live: (c: { body: (data: null) => Response }) => c.body(null),
  isSignedIn: (cookies: string) => sessionToken(cookies) !== null,
};

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  Object.assign(process.env, { PORTAL_MAIL: "1" });
  app = createHttpApp({ ...options, pages: await openPages() });
  const account = await createAccount(portal.owner, "saga admin");
  email = account.email;
  cookie = await signInAs(email);
  const given = { name: "集計", scope: "report", days: "30", requestKey: randomUUID() };
  ({ key } = await issueToken(actingAs(portal, account.actor), "saga", given, new Date()));
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});
beforeEach(async () => {
  lines = [];
  await portal.owner`truncate observations, observation_versions cascade`;
});

type Sending = {
  method?: string;
  body?: string | URLSearchParams;
  headers?: Record<string, string>;
};

function send(path: string, { headers, ...init }: Sending = {}) {
  return app.request(appUrl + path, { ...init, headers: { host, ...headers } });
}
const versions = () => portal.owner`select state, is_demo from observation_versions`;
const answer = { baseVersion: 0, answer: { quality: "final", value: "5" } };
const form = () =>
  new URLSearchParams({
    baseVersion: "0",
    requestKey: randomUUID(),
    quality: "final",
    value: "5",
    intent: "save",
  });

describe("a change that another site began", () => {
  const evil: Record<string, string>[] = [
    { origin: "http://other.localhost:3000", "sec-fetch-site": "same-site" },
    { origin: "http://localhost:3000.evil.example" },
    { origin: "null" },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
  ];
  it.each(evil)("is not made: %j", async (headers) => {
    for (const path of [typed, report, "/account/password", "/sign-out"])
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const { status } = await send(path, {
          method,
          body: form(),
          headers: { cookie, ...headers },
        });
        expect([path, method, status]).toEqual([path, method, 403]);
      }
    expect(await versions()).toEqual([]);
    expect((await send("/account", { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "text/plain; application/json",
  ])("is no JSON when it says %s", async (type) => {
    const headers = { cookie, origin: appUrl, "content-type": type };
    const body = JSON.stringify(answer);
    expect((await send(report, { method: "PUT", body, headers })).status).toBe(415);
    expect(await versions()).toEqual([]);
  });
});

describe("names that every object has", () => {
  const clean = () => expect(Object.keys(Object.prototype)).toEqual([]);

  it.each([
    `{"__proto__":{"state":"accepted"},"baseVersion":0,"answer":{"quality":"final","value":"5"}}`,
    `{"baseVersion":0,"answer":{"quality":"final","value":"5","__proto__":{"isDemo":true}}}`,
    `{"constructor":{"prototype":{"keepsPortal":true}},"baseVersion":0,"answer":{"quality":"final","value":"5"}}`,
    `{"__proto__":{"baseVersion":0,"answer":{"quality":"final","value":"5"}}}`,
    `[]`,
    `null`,
    `"__proto__"`,
  ])("change nothing in JSON: %s", async (body) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const { status } = await send(report, { method: "PUT", body, headers });
    expect([200, 422]).toContain(status);
    expect(await versions()).toEqual(status === 200 ? [{ state: "draft", is_demo: false }] : []);
    clean();
  });

  it("change nothing as fields of a form", async () => {
    const body = form();
    for (const name of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])
      for (const field of [name, `${name}[state]`, `${name}.state`, `baseVersion.${name}`])
        body.set(field, "accepted");
    const headers = { cookie, origin: appUrl };
    const { status } = await send(typed, { method: "POST", body, headers });
    expect(status).toBeLessThan(400);
    expect(await versions()).toEqual([{ state: "draft", is_demo: false }]);
    clean();
  });

  it("are no plan, no year and no code in an address", async () => {
    for (const name of ["__proto__", "constructor", "toString"])
      for (const path of [
        `/plans/${name}`,
        `/plans/jewels?fy=${name}`,
        `/workspaces/${name}`,
        `/plans/jewels/indicators/${name}`,
        `/api/v1/plans/${name}`,
        `/search?q=${name}&${name}=1`,
        `/plans/jewels/matrix?fy=2023&sort=${name}`,
      ])
        expect([path, (await send(path, { headers: { cookie } })).status < 500]).toEqual([
          path,
          true,
        ]);
  });
});

it("who accepts an invitation is who was invited, as what, and where", async () => {
  const [invitation] = await portal.owner<{ id: string }[]>`
    insert into invitations (organisation_id, email, role, expires_at, author_id)
    select m.organisation_id, 'hanako@example.lg.jp', 'viewer', now() + interval '1 day', m.user_id
    from members m join users u on u.id = m.user_id where u.email = ${email} returning id`;
  const input = {
    name: "佐賀　花子",
    password,
    role: "admin",
    email: "other@example.lg.jp",
    organisationId: randomUUID(),
    organisation: "oita",
    keepsPortal: "true",
    userId: randomUUID(),
  };
  const given = { person: null, requestId: "r", now: new Date() };
  await acceptInvitation(databases().identity, invitation?.id ?? "", input, given);
  const came = await portal.owner`
    select u.email, m.role, o.slug, exists (select from platform_admins) as keeps
    from users u join members m on m.user_id = u.id join organisations o on o.id = m.organisation_id
    where u.name = '佐賀　花子'`;
  expect(came).toEqual([
    { email: "hanako@example.lg.jp", role: "viewer", slug: "saga", keeps: false },
  ]);
});

describe("what is asked for in an address", () => {
  const odd = [
    "'; drop table users; --",
    "%",
    "_%\\",
    "\u0000",
    "-1",
    "1e9",
    "9".repeat(30),
    "a".repeat(2000),
    "\u202e",
  ];
  const asked: [string, string[]][] = [
    ["/search", ["q", "plan", "kind", "page"]],
    ["/notifications", ["page", "show"]],
    ["/workspaces/saga/audit", ["action", "person", "subject", "from", "to", "before", "page"]],
    ["/workspaces/saga/audit.csv", ["action", "person", "from", "to"]],
    ["/workspaces/saga/review", ["plan", "pt", "page", "sort"]],
    ["/plans/jewels/practices", ["theme", "pt", "organisation", "indicator", "page"]],
    ["/plans/jewels/changes", ["fy", "from", "to", "pt"]],
    ["/plans/jewels/matrix", ["fy", "pt", "sort", "mark"]],
    ["/plans/jewels", ["fy", "at"]],
    ["/api/v1/plans/jewels/rollup", ["fy", "at", "limit"]],
  ];
  it.each(asked)("is read as a value: %s", async (path, names) => {
    for (const value of odd) {
      const query = new URLSearchParams(names.map((name) => [name, value]));
      const { status } = await send(`${path}?${query}`, { headers: { cookie } });
      expect([value.slice(0, 30), status < 500]).toEqual([value.slice(0, 30), true]);
    }
    const [row] = await portal.owner`select count(*)::int as count from users`;
    expect(row?.count).toBeGreaterThan(0);
  });
});

describe("a forged host", () => {
  it("is in no mail", async () => {
    const forged = {
      "sec-fetch-site": "same-origin",
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "gopher",
      forwarded: "host=evil.example",
      "x-original-url": "/evil.example",
    };
    const body = new URLSearchParams({ email });
    await send("/password/forgotten", { method: "POST", body, headers: forged });
    const { database, close } = openDatabase(portal.urls.mailUrl, { max: 1, name: "mail" });
    const letters: string[] = [];
    await portal.owner`update mails set state = 'ready', due_at = now()`;
    for (;;) {
      const came = await sendNextMail(database, {
        now: new Date(),
        appUrl,
        linkSecret: linkSecretOf(TEST_SECRET),
        deliver: async (letter) => {
          letters.push(JSON.stringify(letter));
          return { result: "sent" };
        },
      });
      if (came === "nothing") break;
    }
    await close();
    expect(letters.join()).toContain(`${appUrl}/password/reset/`);
    expect(letters.join()).not.toMatch(/evil|gopher/);
  });

  it("is in no page and leads nowhere", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", cookie };
    for (const path of ["/", "/sign-in", "/account", "/workspaces/oita", "/api/v1/openapi.json"]) {
      const response = await app.request(`http://evil.example${path}`, { headers });
      expect(await response.text()).not.toContain("evil.example");
      expect(response.headers.get("location") ?? "").not.toContain("evil");
    }
  });
});

describe("a key in an address", () => {
  it("opens nothing, and no log keeps it", async () => {
    for (const name of ["access_token", "token", "key", "api_key", "authorization"])
      expect((await send(`${report}?${name}=${key}`)).status).not.toBe(200);
    const headers = { authorization: `Bearer ${key}` };
    expect((await send(`${report}?token=${key}`, { headers })).status).toBe(200);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join()).not.toContain(key.slice(7));
  });
});

describe("what failed", () => {
  const secret = `postgres://owner:hunter2@db/portal ${TEST_SECRET}`;
  const telling = new Error(secret);

  it("tells nothing of the inside", async () => {
    const failing = createHttpApp({ ...options, pages: () => Promise.reject(telling) });
    for (const path of ["/", "/api/v1/plans", "/plans.data"])
      for (const accept of ["text/html", "application/json"]) {
        const answer = await failing.request(path, { headers: { accept } });
        expect(answer.status).toBe(500);
        expect(await answer.text()).not.toMatch(/hunter2|postgres:|\.ts\b|node_modules/);
      }
  });

  it("is no more in what says how the portal is", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const text = await (await send(path)).text();
      expect(text).toMatch(/^(ok|\{("\w+":(true|false),?)+\})$/);
    }
    for (const path of [
      "/metrics",
      "/.env",
      "/package.json",
      "/build/server/index.js",
      "/.git/config",
    ])
      expect([path, (await send(path)).status]).toEqual([path, 404]);
  });

  const built = join(import.meta.dirname, "../../build/client");
  it.skipIf(!existsSync(built))("is in nothing that browsers get", () => {
    const files = readdirSync(built, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => name.endsWith(".map"))).toEqual([]);
    const scripts = files.filter((name) => /\.(js|css|html|json|svg)$/.test(name));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      const text = readFileSync(join(built, name), "utf8");
      expect([
        name,
        /AUTH_SECRET|DATABASE_URL|SMTP_URL|postgres(ql)?:\/\/|sourceMappingURL=|kyushu-demo/.exec(
          text,
        )?.[0],
      ]).toEqual([name, undefined]);
    }
  });
});

it("a plan whose rubric and definition cannot be read takes no other down", async () => {
  await portal.owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    const its = sql`plan_id = (select id from plans where code = 'kurume')`;
    await sql`update rubrics set content = '{}' where ${its}`;
    await sql`update plan_versions set content = '{}' where ${its}`;
  });
  await send("/plans/kurume");
  for (const path of [
    "/",
    "/plans/jewels?fy=2021",
    "/plans/mine",
    "/search?q=観光",
    "/api/v1/plans",
  ])
    expect([path, (await send(path)).status]).toEqual([path, 200]);
  expect(await (await send("/plans/kurume")).text()).not.toMatch(/node_modules|\.ts:/);
});
