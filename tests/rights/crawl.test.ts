import { randomUUID } from "node:crypto";
import { read } from "@e965/xlsx";
import type { RouteConfigEntry } from "@remix-run/route-config";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionToken } from "#app/lib/session-cookie.server.ts";
import routes from "#app/routes.ts";
import { createHttpApp } from "#server/http.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { openPages } from "#tests/factories/site.ts";
import { appUrl, beWebProcess } from "#tests/factories/web.ts";
import { createCast } from "./cast.ts";
import { crawled } from "./crawl-routes.ts";
import { type Scene, setScene } from "./scene.ts";
import { leaksOf, type Secret, secrets } from "./secrets.ts";
import { signEverybodyIn, type Visitor, visitors } from "./visitors.ts";

// Everybody asks for every address of the portal, and sends something to each: who is not let in learns
// and changes nothing, and nobody meets in any answer what is planted for others.

let portal: Portal;
let endWeb: () => Promise<void>;
let scene: Scene;
let cookies: ReadonlyMap<Visitor, string>;
let app: ReturnType<typeof createHttpApp>;
const failures: string[] = [];
/** Who met which secret, over all addresses. */
const met = new Set<string>();

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  const cast = await createCast(portal.owner);
  scene = await setScene(portal, cast);
  cookies = await signEverybodyIn(portal.owner, cast);
  app = createHttpApp({
    appUrl,
    trustProxy: false,
    development: false,
    clientFiles: "/nowhere",
    log: pino({ level: "error" }, { write: (line: string) => failures.push(line) }),
    pages: await openPages(),
    readiness: async () => ({ database: true, migrations: true, plans: true }),
    live: (c) => c.body(null),
    isSignedIn: (cookie) => sessionToken(cookie) !== null,
  });
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

type Answer = { visitor: Visitor; status: number; to: string; cache: string; leaks: Secret[] };

async function ask(visitor: Visitor, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("accept", "text/html,*/*");
  headers.set("host", new URL(appUrl).host);
  headers.set("origin", appUrl);
  headers.set("cookie", cookies.get(visitor) ?? "");
  const response = await app.request(appUrl + path, { ...init, headers });
  const text = textOf(new Uint8Array(await response.arrayBuffer()), response.headers);
  for (const name of Object.keys(secrets) as Secret[])
    if (text.includes(secrets[name].text)) met.add(`${visitor}: ${name}`);
  return {
    visitor,
    status: response.status,
    to: (response.headers.get("location") ?? "").replace(/\?.*/, ""),
    cache: response.headers.get("cache-control") ?? "",
    leaks: leaksOf(visitor, text),
  };
}

/** What stands in an answer, in whatever it is wrapped. */
function textOf(bytes: Uint8Array, headers: Headers): string {
  const name = decodeURIComponent(headers.get("content-disposition") ?? "");
  if (headers.get("content-type")?.includes("spreadsheetml") !== true)
    return name + Buffer.from(bytes).toString("utf8");
  return name + JSON.stringify(read(bytes).Sheets);
}

const isRefusal = ({ visitor, status, to }: Answer) =>
  status === 403 ||
  status === 404 ||
  status === 401 ||
  // There is nothing to read, only to send.
  status === 400 ||
  status === 405 ||
  (status === 302 && to === "/sign-in" && (visitor === "nobody" || visitor === "stranger"));

const idOf = ({ id, file }: RouteConfigEntry) => id ?? file.replace(/\.\w+$/, "");

/** Fields that only the server sets, with code in them. */
const hostile = new URLSearchParams({
  state: "accepted",
  step: "accept",
  acceptedBy: randomUUID(),
  organisationId: randomUUID(),
  organisation: "saga",
  role: "admin",
  version: "999",
  fy: "1900",
  isDraft: "false",
  baseVersion: "-1",
  requestKey: "'; drop table observations; --",
  "__proto__[keepsPortal]": "true",
  "constructor.prototype.keepsPortal": "true",
  title: "<img src=x onerror=alert(1)>",
});
/** What is sent: nothing, too much, and to what takes no JSON, JSON. */
const sendings: RequestInit[] = [
  { method: "POST", body: new URLSearchParams() },
  { method: "POST", body: hostile },
  {
    method: "PUT",
    body: JSON.stringify({ ...Object.fromEntries(hostile), baseVersion: 0 }),
    headers: { "content-type": "application/json" },
  },
];

async function rowsOfAll(): Promise<Record<string, number>> {
  const tables = await portal.owner<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('rate_limits', 'sessions', 'verifications')`;
  const [counts] = await portal.owner.unsafe(
    `select ${tables.map(({ name }) => `(select count(*)::int from ${name}) as "${name}"`)}`,
  );
  return { ...counts };
}

it("every route stands in the table, and nothing else", async () => {
  const found = (await Promise.resolve(routes)).map(idOf);
  expect(Object.keys(crawled).sort()).toEqual(found.sort());
});

describe.each(Object.keys(crawled))("%s", (id) => {
  const route = crawled[id];
  if (!route) return;
  const tried = route.costly
    ? visitors.filter((visitor) => !route.get.includes(visitor))
    : visitors;

  it("is read by those for whom it is", async () => {
    const answers = await Promise.all(tried.map((visitor) => ask(visitor, route.at(scene))));
    const letIn = answers.filter((answer) => !isRefusal(answer));
    expect(letIn.map(({ visitor, status, to }) => `${visitor} ${status} ${to}`)).toEqual(
      letIn
        .filter(({ visitor }) => route.get.includes(visitor))
        .map(({ visitor, status, to }) => `${visitor} ${status} ${to}`),
    );
    expect(letIn.map(({ visitor }) => visitor)).toEqual(
      tried.filter((visitor) => route.get.includes(visitor)),
    );
    for (const { visitor, status, leaks, cache } of answers) {
      expect([visitor, leaks]).toEqual([visitor, []]);
      expect(status, visitor).toBeLessThan(500);
      if (route.shared !== true) expect(cache, visitor).toMatch(/no-store/);
    }
  });
});

describe("what is sent", () => {
  it.each(Object.keys(crawled))("to %s is taken from those who may alone", async (id) => {
    const route = crawled[id];
    if (!route) return;
    const allowed = route.post ?? [];
    const before = await rowsOfAll();
    const address = route.at(scene);
    // Pages answer a PUT like a POST that is no form, which abuse-requests.test.ts tries.
    const sent = address.startsWith("/api/") ? sendings : sendings.slice(0, 2);
    for (const sending of sent) {
      const send = (visitor: Visitor) => ask(visitor, address, sending);
      const refused = await Promise.all(
        visitors.filter((visitor) => !allowed.includes(visitor)).map(send),
      );
      // A page without an action says so, and what nobody can mean is refused to everybody.
      for (const answer of refused) {
        const isNothing = [405, 415, 422].includes(answer.status);
        expect(isRefusal(answer) || isNothing, JSON.stringify(answer)).toBe(true);
        expect(answer.leaks).toEqual([]);
      }
    }
    expect(await rowsOfAll()).toEqual(before);
    for (const sending of sent) {
      const send = (visitor: Visitor) => ask(visitor, address, sending);
      const taken = await Promise.all(allowed.map(send));
      for (const answer of taken) {
        expect(answer.status, JSON.stringify(answer)).toBeLessThan(500);
        expect(answer.leaks).toEqual([]);
      }
    }
  });
});

it("everything planted was met by somebody for whom it is", () => {
  const unmet = (Object.keys(secrets) as Secret[]).filter(
    (name) => ![...met].some((meeting) => meeting.endsWith(`: ${name}`)),
  );
  expect(unmet).toEqual([]);
});

it("nothing failed behind an answer", () => expect(failures.join("\n")).toBe(""));
