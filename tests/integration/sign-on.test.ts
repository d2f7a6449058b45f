import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { seal } from "#app/lib/sealed.server.ts";
import { sessionOf } from "#app/lib/session.server.ts";
import { action as begin, loader as chooser } from "#app/routes/sign-in/organisation.tsx";
import { loader as end } from "#app/routes/sign-in/organisation-callback.tsx";
import type { ServiceContext } from "#app/services/context.server.ts";
import { readProvider } from "#app/services/provider/read.server.ts";
import { removeProvider } from "#app/services/provider/remove.server.ts";
import { setProvider } from "#app/services/provider/set.server.ts";
import { paths } from "#app/site/paths.ts";
import { TEST_SECRET } from "#tests/database.ts";
import {
  type Forged,
  openBrowser,
  openForgery,
  openService,
  type Service,
  type ServiceAccount,
} from "#tests/factories/oidc.ts";
import { createPerson, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { appUrl, beWebProcess, routeArgs } from "#tests/factories/web.ts";

const rules = { authSecret: TEST_SECRET, plain: true };
const emailOf = ({ id }: { id: string }) => `${id}@example.lg.jp`;

let portal: Portal;
let endWeb: () => Promise<void>;
let saga: Service;
let oita: Service;
let forgery: Service;
let admin: Awaited<ReturnType<typeof createPerson>>;
/** Whom the services see, and what the forgery says. */
let visitor: ServiceAccount | null = null;
let forged: Forged = {};

const contextOf = (actor: ServiceContext["actor"]): ServiceContext => ({
  database: portal.database,
  actor,
  requestId: "request-sign-on",
});

/** Gives an organisation a service; answers its administrator. */
async function give(slug: "saga" | "oita" | "kumamoto", service: Service) {
  const chosen = await createPerson(portal.owner, `${slug} admin`);
  const { issuer, clientId, clientSecret } = service;
  const input = { issuer, clientId, clientSecret, baseIssuer: "", baseClientId: "" };
  await setProvider(contextOf(chosen), slug, input, rules);
  return chosen;
}

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  const back = (slug: string) => `${appUrl}${paths.signOnCallback(slug)}`;
  saga = await openService([back("saga")], () => visitor);
  oita = await openService([back("oita")], () => visitor, { claimsInToken: false, authTime: true });
  forgery = await openForgery(() => forged);
  admin = await give("saga", saga);
  await give("oita", oita);
  await give("kumamoto", forgery);
});
afterAll(async () => {
  await Promise.all([saga.close(), oita.close(), forgery.close(), endWeb()]);
  await portal.close();
});
afterEach(async () => {
  visitor = null;
  forged = {};
  await portal.owner`delete from rate_limits`;
});

type Answer = {
  status: number;
  headers: Headers;
  body: { ok?: boolean; reason?: string; address?: string };
};

/** What a loader or an action answers, whichever way it does. */
async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const given = await work.catch((thrown: unknown) => thrown);
  if (given instanceof Response) return { status: given.status, headers: given.headers, body: {} };
  if (given instanceof Error) throw given;
  const { data, init } = given as { data: Answer["body"]; init: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers ?? {}), body: data };
}

/** The value that an answer gives a cookie; empty when it takes it back. */
function cookieIn({ headers }: Answer, name: string): string | undefined {
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith(`portal.${name}=`));
  return set && `portal.${name}=${set.split(";")[0]?.split("=").slice(1).join("=")}`;
}

function started(slug: string, { to = "", cookie = "" } = {}): Promise<Answer> {
  const body = new URLSearchParams({ organisation: slug, to });
  const args = routeArgs("/sign-in/organisation", { cookie, init: { method: "POST", body } });
  return answerOf(begin(args));
}

function ended(callback: URL, cookie: string): Promise<Answer> {
  const [, slug = ""] = /organisation\/([^/]+)\/callback/.exec(callback.pathname) ?? [];
  const args = routeArgs(callback.pathname + callback.search, {
    cookie,
    params: { organisation: slug },
  });
  return answerOf(end(args as LoaderFunctionArgs) as Promise<unknown>);
}

/** The whole way: begins at an organisation, goes to its service as somebody, and comes back. */
async function signOn(slug: string, as: ServiceAccount | null, options = {}) {
  visitor = as;
  const begun = await started(slug, options);
  const kept = cookieIn(begun, "sign_on") ?? "";
  const callback = await openBrowser(appUrl)(String(begun.body.address));
  const answer = await ended(callback, kept);
  return { answer, callback, kept, session: cookieIn(answer, "session_token") };
}

function sessionWith(cookie: string | undefined) {
  const args = routeArgs("/", { cookie: cookie ?? "" });
  return sessionOf(args.request, args.context);
}

const vouched = (email: string, more = {}): ServiceAccount => ({
  sub: `subject-of-${email}`,
  email,
  email_verified: true,
  ...more,
});

const person = (...posts: Post[]) => createPerson(portal.owner, ...posts);

describe("who is a member under the address that the service vouches for", () => {
  it.each(["saga", "oita"] as const)(
    "is signed in, and comes to where they wanted (%s)",
    async (slug) => {
      const actor = await person(`${slug} editor`);
      const { answer, session } = await signOn(slug, vouched(emailOf(actor)), {
        to: "/search?q=1",
      });
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toBe("/sign-in?to=%2Fsearch%3Fq%3D1");
      const found = await sessionWith(session);
      expect(found).toMatchObject({ actor: { id: actor.id }, secondFactor: false });
      expect(found?.viaOrganisationId).toBe(actor.memberships[0]?.organisationId);
    },
  );

  it("is the same person afterwards, whatever the service then says of the address", async () => {
    const actor = await person("saga editor");
    const account = vouched(emailOf(actor));
    await signOn("saga", account);
    const { session } = await signOn("saga", { sub: account.sub, email: "other@example.jp" });
    expect((await sessionWith(session))?.actor.id).toBe(actor.id);
  });

  it("acts for this organisation alone, whatever else they are", async () => {
    const actor = await person("saga editor", "fukuoka approver");
    await portal.owner`insert into platform_admins (user_id) values (${actor.id})`;
    const { session } = await signOn("saga", vouched(emailOf(actor), { amr: ["mfa"] }));
    const found = await sessionWith(session);
    expect(found?.actor.memberships.map(({ slug }) => slug)).toEqual(["saga"]);
    expect(found?.actor.keepsPortal).toBeUndefined();
  });

  it("has a second factor when the service says so", async () => {
    const actor = await person("saga editor");
    const { session } = await signOn("saga", vouched(emailOf(actor), { amr: ["pwd", "mfa"] }));
    expect((await sessionWith(session))?.secondFactor).toBe(true);
  });

  it("has a new session each time, and nothing of the service is kept", async () => {
    const actor = await person("saga editor");
    const one = await signOn("saga", vouched(emailOf(actor)));
    const other = await signOn("saga", vouched(emailOf(actor)), { cookie: one.session });
    expect(other.session).not.toBe(one.session);
    expect((await sessionWith(other.session))?.actor.id).toBe(actor.id);
    const kept = await portal.owner`
      select access_token, refresh_token, id_token, password from accounts
      where user_id = ${actor.id}`;
    expect([...kept]).toEqual([
      { access_token: null, refresh_token: null, id_token: null, password: null },
    ]);
  });

  it("has proven who they are when the service asked, not when it knew them", async () => {
    const minutes = async (session: string | undefined) =>
      (Date.now() - ((await sessionWith(session))?.confirmedAt.getTime() ?? 0)) / 60_000;
    const actor = await person("saga editor");
    // 佐賀県's service does not say since when it knows somebody: once is not enough, asked anew it is.
    const known = await signOn("saga", vouched(emailOf(actor)));
    expect(await minutes(known.session)).toBeGreaterThan(15);
    const anew = await signOn("saga", vouched(emailOf(actor)), { cookie: known.session });
    expect(await minutes(anew.session)).toBeLessThan(1);
    const colleague = await person("oita editor");
    const said = await signOn("oita", vouched(emailOf(colleague)));
    expect(await minutes(said.session)).toBeLessThan(1);
  });

  it("may sign in twice at once for the first time", async () => {
    const actor = await person("saga editor");
    const sessions = await Promise.all(
      [1, 2, 3].map(() => signOn("saga", vouched(emailOf(actor)))),
    );
    for (const { session } of sessions)
      expect((await sessionWith(session))?.actor.id).toBe(actor.id);
  });

  it("ends with the membership, at the next request and the next sign-in", async () => {
    const actor = await person("saga editor", "fukuoka editor");
    const { session } = await signOn("saga", vouched(emailOf(actor)));
    await portal.owner`
      delete from members where user_id = ${actor.id} and role = 'editor' and organisation_id =
        (select id from organisations where slug = 'saga')`;
    expect(await sessionWith(session)).toBeNull();
    const { answer } = await signOn("saga", vouched(emailOf(actor)));
    expect(answer.body).toMatchObject({ reason: "refused" });
  });
});

describe("nobody else is let in, and all hear the same", () => {
  const isRefused = async (slug: string, account: ServiceAccount) => {
    const { answer, session } = await signOn(slug, account);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ ok: false, reason: "refused", minutes: 0 });
    expect(session).toBeUndefined();
  };

  it("an address that nobody has", () => isRefused("saga", vouched("nobody@example.lg.jp")));

  it("an address that the service has not verified", async () => {
    const actor = await person("saga editor");
    await isRefused("saga", vouched(emailOf(actor), { email_verified: false }));
    await isRefused("oita", { sub: "x", email: emailOf(await person("oita editor")) });
  });

  it("a member of another organisation only", async () => {
    await isRefused("saga", vouched(emailOf(await person("oita editor"))));
  });

  it("who keeps the portal, and belongs to no organisation", async () => {
    const actor = await person();
    await portal.owner`insert into platform_admins (user_id) values (${actor.id})`;
    await isRefused("saga", vouched(emailOf(actor)));
  });

  it("the technical user of a token, and who was erased", async () => {
    const [token, gone] = [await person("saga editor"), await person("saga editor")];
    await portal.owner`update users set kind = 'token' where id = ${token.id}`;
    await portal.owner`update users set erased_at = now() where id = ${gone.id}`;
    await isRefused("saga", vouched(emailOf(token)));
    await isRefused("saga", vouched(emailOf(gone)));
  });

  it("who has the address of somebody that signed in by another account before", async () => {
    const actor = await person("saga editor");
    await signOn("saga", vouched(emailOf(actor)));
    await isRefused("saga", vouched(emailOf(actor), { sub: "successor" }));
  });

  it("a subject of another service, though it is called the same", async () => {
    const actor = await person("saga editor");
    const account = vouched(emailOf(actor), { sub: "1001" });
    await signOn("saga", account);
    await isRefused("oita", { sub: "1001" });
    const both = await person("saga editor", "oita editor");
    await signOn("saga", vouched(emailOf(both), { sub: "1002" }));
    const { session } = await signOn("oita", vouched(emailOf(both), { sub: "1002" }));
    const found = await sessionWith(session);
    expect(found?.actor.memberships.map(({ slug }) => slug)).toEqual(["oita"]);
  });

  it("and it is written down, without addresses", async () => {
    await portal.owner`truncate audit_seals, audit_events`;
    await isRefused("saga", vouched("nobody@example.lg.jp"));
    const events = await auditOf(portal.owner);
    expect(events.map(({ action, subject }) => ({ action, subject }))).toEqual([
      { action: "session.refuse", subject: "unknown" },
    ]);
    expect(JSON.stringify(events)).not.toContain("example.lg.jp");
  });
});

describe("what comes back", () => {
  const back = async () => {
    const actor = await person("saga editor");
    visitor = vouched(emailOf(actor));
    const begun = await started("saga");
    const callback = await openBrowser(appUrl)(String(begun.body.address));
    return { kept: cookieIn(begun, "sign_on") ?? "", callback };
  };
  const isNotBegun = async (callback: URL, cookie: string) => {
    const answer = await ended(callback, cookie);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ reason: "not_begun" });
    // What was begun is over.
    expect(cookieIn(answer, "sign_on")).toBe("portal.sign_on=");
  };

  it("counts only in the browser that began", async () => {
    const { kept, callback } = await back();
    await isNotBegun(callback, "");
    await isNotBegun(callback, "portal.sign_on=1.AAAA");
    await isNotBegun(callback, cookieIn(await started("saga"), "sign_on") ?? "");
    expect((await ended(callback, kept)).status).toBe(302);
  });

  it("counts once", async () => {
    const { kept, callback } = await back();
    const first = await ended(callback, kept);
    expect(first.status).toBe(302);
    expect(cookieIn(first, "sign_on")).toBe("portal.sign_on=");
    expect((await ended(callback, kept)).body).toMatchObject({ ok: false });
  });

  it("counts with its state, and at its own organisation", async () => {
    const { kept, callback } = await back();
    const other = new URL(callback);
    other.searchParams.set("state", "other");
    await isNotBegun(other, kept);
    const elsewhere = new URL(callback.href.replace("/saga/", "/oita/"));
    await isNotBegun(elsewhere, kept);
  });

  it("counts for ten minutes", async () => {
    const { callback } = await back();
    const state = callback.searchParams.get("state") ?? "";
    const old = { slug: "saga", state, nonce: "n", verifier: "v", anew: false, to: "" };
    const text = JSON.stringify({ ...old, until: Date.now() - 1 });
    const sealed = seal(TEST_SECRET, "sign-on that was begun", text);
    await isNotBegun(callback, `portal.sign_on=${sealed}`);
  });

  it("may be a refusal of the service", async () => {
    const { answer } = await signOn("saga", null);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ reason: "declined" });
  });

  it("leads nowhere but into the portal", async () => {
    const actor = await person("saga editor");
    for (const to of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
      const { answer } = await signOn("saga", vouched(emailOf(actor)), { to });
      expect(answer.headers.get("location")).toBe("/sign-in");
    }
  });
});

describe("a token", () => {
  const sub = "forged";
  const withClaims = async (claims: Record<string, unknown>, more: Partial<Forged> = {}) => {
    const actor = await person("kumamoto editor");
    forged = { claims: { sub, email: emailOf(actor), email_verified: true, ...claims }, ...more };
    return signOn("kumamoto", null);
  };
  const anHour = 3600;
  const now = () => Math.floor(Date.now() / 1000);

  it("that is right is taken", async () => {
    const { session } = await withClaims({ sub: "right" });
    expect(await sessionWith(session)).not.toBeNull();
  });

  it.each<[string, Record<string, unknown>, Partial<Forged>?]>([
    ["with another nonce", { nonce: "other" }],
    ["without a nonce", { nonce: undefined }],
    ["of another issuer", { iss: "https://login.example.jp" }],
    ["for another client", { aud: "another" }],
    ["for several clients, of which another asked", { aud: ["portal", "x"], azp: "x" }],
    ["that is over", { exp: now() - anHour }],
    ["of no known end", { exp: undefined }],
    ["that is not yet", { nbf: now() + anHour }],
    ["about nobody", { sub: undefined }],
    ["about somebody with a NUL", { sub: "a\0" }],
    ["about somebody of endless name", { sub: "a".repeat(256) }],
    ["by another key", {}, { foreignKey: true }],
    ["by no key", {}, { alg: "none" }],
    ["by a shared secret", {}, { alg: "HS256" }],
  ])("%s is refused", async (_, claims, more) => {
    const { answer, session } = await withClaims(claims, more);
    expect(answer.status).toBe(502);
    expect(answer.body).toEqual({ ok: false, reason: "failed", minutes: 0 });
    expect(session).toBeUndefined();
  });
});

describe("a service", () => {
  const beginAt = async (service: Service) => {
    await portal.owner`update identity_providers set issuer = ${service.issuer} where organisation_id =
      (select id from organisations where slug = 'kumamoto')`;
    const answer = await started("kumamoto");
    await portal.owner`update identity_providers set issuer = ${forgery.issuer} where organisation_id =
      (select id from organisations where slug = 'kumamoto')`;
    return answer;
  };

  it.each<[string, object]>([
    ["calls itself otherwise", { issuer: "https://login.example.jp" }],
    ["sends people into a script", { authorization_endpoint: "javascript:alert(1)" }],
    ["sends people away without https", { authorization_endpoint: "http://login.example.jp/a" }],
    ["sends people nowhere", { authorization_endpoint: undefined }],
    ["says too much", { claims_supported: ["a".repeat(300_000)] }],
  ])("that %s is not asked further", async (_, discovery) => {
    const service = await openForgery(() => ({}), discovery);
    const answer = await beginAt(service);
    await service.close();
    expect(answer.status).toBe(502);
    expect(answer.body).toMatchObject({ reason: "failed" });
  });

  it.each([
    "http://127.0.0.2:9",
    "http://localhost:9",
    "https://169.254.169.254",
    "http://[::1]:9",
  ])("within the portal's network is not asked at all (%s)", async (issuer) => {
    const started = performance.now();
    expect((await beginAt({ ...forgery, issuer })).status).toBe(502);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("of no organisation is none", async () => {
    for (const slug of ["fukuoka", "nowhere", ""]) expect((await started(slug)).status).toBe(404);
  });

  it("that is tried too often has to wait, and people hear for how long", async () => {
    await started("saga");
    await portal.owner`update rate_limits set points = 60`;
    const slowed = await started("saga");
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
  });
});

describe("the choice of a service", () => {
  const given = {
    issuer: "https://login.example.jp",
    clientId: "portal",
    clientSecret: "s3cret-word",
  };
  const none = { baseIssuer: "", baseClientId: "" };
  const shown = { baseIssuer: given.issuer, baseClientId: given.clientId };
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error) => error,
    );

  it("is the administrators' alone", async () => {
    for (const post of ["saga approver", "saga editor", "oita admin"] as const) {
      const context = contextOf(await person(post));
      for (const work of [
        readProvider(context, "saga"),
        setProvider(context, "saga", { ...given, ...none }, rules),
        removeProvider(context, "saga"),
      ])
        expect(await refusal(work)).toMatchObject({ code: "forbidden" });
    }
    expect(await readProvider(contextOf(admin), "saga")).toMatchObject({
      provider: { issuer: saga.issuer, clientId: saga.clientId },
    });
  });

  it("is kept with a sealed secret, and recorded without one", async () => {
    const context = contextOf(await person("miyazaki admin"));
    const [before] = await portal.owner`select max(id) as id from audit_events`;
    await setProvider(context, "miyazaki", { ...given, ...none }, rules);
    await setProvider(
      context,
      "miyazaki",
      { ...given, ...shown, clientSecret: "other-word" },
      rules,
    );
    // Nothing typed anew changes nothing.
    await setProvider(context, "miyazaki", { ...given, ...shown, clientSecret: "" }, rules);
    const kept = JSON.stringify(await portal.owner`select * from identity_providers`);
    expect(kept).not.toMatch(/s3cret-word|other-word/);
    await removeProvider(context, "miyazaki");
    await removeProvider(context, "miyazaki");
    expect((await readProvider(context, "miyazaki")).provider).toBeNull();
    const events = await portal.owner`
      select action, detail from audit_events where id > ${before?.id ?? 0} order by id`;
    const after = { issuer: given.issuer, clientId: given.clientId };
    expect([...events]).toEqual([
      { action: "provider.set", detail: { before: null, after } },
      { action: "provider.set", detail: { before: after, after } },
      { action: "provider.remove", detail: { before: after, after: null } },
    ]);
  });

  it("takes the secret to no other service", async () => {
    const context = contextOf(await person("nagasaki admin"));
    await setProvider(context, "nagasaki", { ...given, ...none }, rules);
    for (const change of [{ issuer: "https://evil.example" }, { clientId: "other" }]) {
      const input = { ...given, ...shown, clientSecret: "", ...change };
      expect(await refusal(setProvider(context, "nagasaki", input, rules))).toMatchObject({
        code: "invalid",
        fieldErrors: { clientSecret: "provider.client_secret" },
      });
    }
  });

  it("does not write over what somebody else chose meanwhile", async () => {
    const context = contextOf(await person("saga admin"));
    for (const base of [none, { ...shown, baseClientId: "x" }])
      expect(
        await refusal(setProvider(context, "saga", { ...given, ...base }, rules)),
      ).toMatchObject({ code: "conflict" });
  });

  it("names each field that is wrong", async () => {
    const input = { issuer: "http://login", clientId: "鍵", clientSecret: "a b", ...none };
    const plain = { ...rules, plain: false };
    const refused = await refusal(setProvider(contextOf(admin), "saga", input, plain));
    expect(Object.keys(refused.fieldErrors).sort()).toEqual(["clientId", "clientSecret", "issuer"]);
  });

  it("ends, with another or none, the sessions that the earlier one vouched for", async () => {
    const service = await openService(
      [`${appUrl}${paths.signOnCallback("kagoshima")}`],
      () => visitor,
    );
    const chooserOf = contextOf(await person("kagoshima admin"));
    const { issuer, clientId, clientSecret } = service;
    const own = { issuer, clientId, clientSecret };
    await setProvider(chooserOf, "kagoshima", { ...own, ...none }, rules);
    const actor = await person("kagoshima editor");
    const { session } = await signOn("kagoshima", vouched(emailOf(actor)));
    expect(await sessionWith(session)).not.toBeNull();
    const base = { baseIssuer: issuer, baseClientId: clientId };
    // A new secret of the same client ends nothing.
    await setProvider(chooserOf, "kagoshima", { ...own, ...base }, rules);
    expect(await sessionWith(session)).not.toBeNull();
    await setProvider(chooserOf, "kagoshima", { ...given, ...base }, rules);
    expect(await sessionWith(session)).toBeNull();
    const [left] = await portal.owner`
      select count(*)::int as n from accounts where user_id = ${actor.id}`;
    expect(left?.n).toBe(0);
    await service.close();
  });

  it("shows whom to choose from, and nothing else of anybody's", async () => {
    const { organisations } = await chooser(routeArgs("/sign-in/organisation?to=//evil"));
    expect(organisations.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["saga", "oita", "kumamoto"]),
    );
    expect(JSON.stringify(organisations)).not.toMatch(/127\.0\.0\.1|portal|secret/i);
  });
});

describe("the database says the same", () => {
  let app: ReturnType<typeof connect>;
  beforeAll(() => {
    app = connect(portal.urls.appUrl);
  });
  afterAll(() => app.end());

  it("secrets are nobody's to read", async () => {
    const read = takenBack(app, admin, (sql) =>
      rowsOrState(sql`select client_secret from identity_providers`),
    );
    expect(await read).toBe(forbidden);
    const all = takenBack(app, admin, (sql) => rowsOrState(sql`select * from identity_providers`));
    expect(await all).toBe(forbidden);
    const given = takenBack(app, admin, (sql) =>
      rowsOrState(sql`update identity_providers set issuer = issuer returning client_secret`),
    );
    expect(await given).toBe(forbidden);
  });

  it("administrators see and change their own organisation's", async () => {
    const count = (actor: typeof admin | null) =>
      takenBack(app, actor, (sql) => rowsOrState(sql`select issuer from identity_providers`));
    const change = (actor: typeof admin | null) =>
      takenBack(app, actor, (sql) =>
        rowsOrState(sql`update identity_providers set issuer = issuer`),
      );
    const remove = (actor: typeof admin | null) =>
      takenBack(app, actor, (sql) => rowsOrState(sql`delete from identity_providers`));
    for (const work of [count, change, remove]) {
      expect(await work(admin)).toBe(1);
      expect(await work(await person("saga approver"))).toBe(0);
      expect(await work(await person("fukuoka admin"))).toBe(0);
      expect(await work(null)).toBe(0);
    }
  });

  it("nobody gives another organisation a service", async () => {
    const other = await person("fukuoka admin");
    const insert = takenBack(app, admin, (sql) =>
      rowsOrState(sql`
        insert into identity_providers (organisation_id, issuer, client_id, client_secret)
        values (${other.memberships[0]?.organisationId ?? ""}, 'https://a.jp', 'a', 'a')`),
    );
    expect(await insert).toBe(forbidden);
    const move = takenBack(app, admin, (sql) =>
      rowsOrState(sql`
        update identity_providers set organisation_id = ${other.memberships[0]?.organisationId ?? ""}`),
    );
    expect(await move).toBe(forbidden);
  });
});
