import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownContext, requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { createSession, type SignInResult } from "#app/services/session/create.server.ts";
import { endSession } from "#app/services/session/end.server.ts";
import { endAllSessions } from "#app/services/session/end-all.server.ts";
import { findSession, type Session } from "#app/services/session/find.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { TEST_SECRET } from "#tests/database.ts";
import { createAccount, password } from "#tests/factories/accounts.ts";
import { createPerson } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { appUrl, beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let identity: ReturnType<typeof openDatabase>;
let endWeb: () => Promise<void>;
let saga: Awaited<ReturnType<typeof createAccount>>;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  identity = openDatabase(portal.urls.authUrl, { max: 5, name: "test identity" });
  saga = await createAccount(portal.owner, "saga editor", "kyukeikyo viewer");
});
afterAll(async () => {
  await Promise.all([identity.close(), endWeb()]);
  await portal.close();
});

let addresses = 0;
/** A client that nobody has signed in from yet. */
const newClient = () => `198.51.100.${++addresses}`;

function attempt(
  email: string,
  given: string,
  clientAddress = newClient(),
  requestId: string = randomUUID(),
): Promise<SignInResult> {
  const headers = new Headers({ "user-agent": "Edge", "x-forwarded-for": "203.0.113.9" });
  return createSession(
    identity.database,
    { email, password: given },
    { clientAddress, requestId },
    headers,
  );
}

async function signedIn(email = saga.email, clientAddress = newClient()) {
  const result = await attempt(email, password, clientAddress);
  if (!result.ok) throw new Error(`Not signed in: ${result.reason}`);
  const { setCookie } = result;
  const cookie = setCookie.split(";")[0] ?? "";
  const [, signed = ""] = /portal\.session_token=([^;]+)/.exec(cookie) ?? [];
  const [token = ""] = decodeURIComponent(signed).split(".");
  return { cookie, token, setCookie };
}

const session = (cookie?: string) => {
  const args = routeArgs("/", { cookie });
  return sessionOf(args.request, args.context);
};

/** What somebody does about their own account in a session. */
function own(mine: Session, requestId: string = randomUUID()) {
  const args = routeArgs("/account");
  return { ...ownContext(args, mine), requestId };
}

describe("the right password", () => {
  it("gives a session with the person's organisations and roles", async () => {
    const { cookie, token } = await signedIn();
    const found = await findSession(identity.database, token);
    expect(found).toMatchObject({ actor: saga.actor, email: saga.email });
    expect(found?.actor.memberships.map((m) => `${m.slug} ${m.role}`)).toEqual([
      "saga editor",
      "kyukeikyo viewer",
    ]);
    expect(await session(cookie)).toEqual(found);
  });

  it("also with the address written another way", async () => {
    expect((await attempt(` ${saga.email.toUpperCase()} `, password)).ok).toBe(true);
  });

  it("puts nothing into the browser but a token that scripts cannot read", async () => {
    const { setCookie } = await signedIn();
    expect(setCookie).toMatch(/^portal\.session_token=[^;]+;/);
    expect(setCookie).toMatch(/HttpOnly/i);
    expect(setCookie).toMatch(/SameSite=Lax/i);
    expect(setCookie).toMatch(/Path=\//i);
    expect(setCookie).not.toContain(saga.email);
  });

  it("asks for https where the portal has it", async () => {
    Object.assign(webConfig(), { appUrl: "https://portal.example.jp" });
    try {
      const result = await attempt(saga.email, password);
      const cookie = result.ok ? result.setCookie : "";
      expect(cookie).toMatch(/^__Host-portal\.session_token=/);
      expect(cookie).toMatch(/; Secure$/);
      expect(await session(cookie.split(";")[0])).not.toBeNull();
    } finally {
      Object.assign(webConfig(), { appUrl });
    }
  });

  it("makes a new session each time, and keeps no address of the machine", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    expect(one.token).not.toBe(other.token);
    const kept = await portal.owner`
      select coalesce(ip_address, '') as address from sessions where token = ${one.token}`;
    expect(kept.map((row) => row.address)).toEqual([""]);
  });
});

describe("a wrong sign-in", () => {
  const duration = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };

  it("is answered alike, whether the address is known or not", async () => {
    const colleague = await createPerson(portal.owner, "saga viewer");
    const refused = { ok: false, reason: "refused" };
    expect(await attempt(saga.email, "wrong")).toEqual(refused);
    expect(await attempt("nobody@example.lg.jp", "wrong")).toEqual(refused);
    expect(await attempt(`${colleague.id}@example.lg.jp`, password)).toEqual(refused);
    expect(await attempt("no address", "wrong")).toEqual(refused);
  });

  it("takes the same work, whether the address is known or not", async () => {
    const least = async (email: string) => {
      const times = [];
      for (let run = 0; run < 3; run += 1)
        times.push(await duration(() => attempt(email, "wrong")));
      return Math.min(...times);
    };
    const known = await least(saga.email);
    const unknown = await least("somebody@example.lg.jp");
    // Hashing is nearly all of it; without it an answer takes a tenth.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it.each([
    {},
    { email: "x@example.jp" },
    { email: ["x"], password: { $ne: "" } },
    { email: "x".repeat(400), password: "y" },
    { email: "x@example.jp", password: "y".repeat(100_000) },
    { email: "x\0@example.jp", password: "y" },
    { email: "x@example.jp", password: "y\0" },
    { email: "' or 1=1 --@example.jp", password: "y" },
  ])("is refused, whatever it is made of (%#)", async (input) => {
    const visitor = { clientAddress: newClient(), requestId: "r" };
    const result = await createSession(identity.database, input, visitor, new Headers());
    expect(result).toEqual({ ok: false, reason: "refused" });
  });
});

describe("trying passwords", () => {
  const six = [1, 2, 3, 4, 5, 6];

  it("is slowed down after six failures of one client at one account", async () => {
    const { email } = await createAccount(portal.owner, "oita editor");
    const client = newClient();
    for (const run of six)
      expect(await attempt(email, `guess ${run}`, client)).toMatchObject({ reason: "refused" });
    const slowed = await attempt(email, "guess 7", client);
    expect(slowed).toMatchObject({ ok: false, reason: "slow_down" });
    const seconds = slowed.ok || slowed.reason !== "slow_down" ? 0 : slowed.waitSeconds;
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    // The right password does not help, nor another way of writing the address.
    expect(await attempt(email, password, client)).toMatchObject({ reason: "slow_down" });
    expect(await attempt(` ${email.toUpperCase()}`, password, client)).toMatchObject({
      reason: "slow_down",
    });
    // And nobody else is locked out of the account, nor the client out of its own.
    expect((await attempt(email, password, newClient())).ok).toBe(true);
    expect((await attempt(saga.email, password, client)).ok).toBe(true);
  });

  it("does not go faster by asking at once", async () => {
    const { email } = await createAccount(portal.owner, "oita editor");
    const client = newClient();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, run) => attempt(email, `guess ${run}`, client)),
    );
    const reasons = results.map((result) => (result.ok ? "ok" : result.reason));
    expect(reasons.filter((reason) => reason === "refused")).toHaveLength(6);
    expect(reasons.filter((reason) => reason === "slow_down")).toHaveLength(6);
  });

  it("begins anew after a success", async () => {
    const { email } = await createAccount(portal.owner, "oita editor");
    const client = newClient();
    for (const run of six.slice(1)) await attempt(email, `guess ${run}`, client);
    expect((await attempt(email, password, client)).ok).toBe(true);
    for (const run of six)
      expect(await attempt(email, `guess ${run}`, client)).toMatchObject({ reason: "refused" });
  });

  it("at many accounts is slowed down for the client", async () => {
    const client = newClient();
    await attempt("first@example.lg.jp", "guess", client);
    // As if the client had failed at fifty-nine accounts more.
    await portal.owner`
      update rate_limits set points = 60
      where key like 'sign-in-client:%' and expire =
        (select max(expire) from rate_limits where key like 'sign-in-client:%')`;
    expect(await attempt("last@example.lg.jp", "guess", client)).toMatchObject({
      reason: "slow_down",
    });
    expect((await attempt(saga.email, password, newClient())).ok).toBe(true);
  });

  it("keeps no address of people or machines in its counters", async () => {
    await attempt(saga.email, "wrong", "198.51.100.250");
    const kept = JSON.stringify(await portal.owner`select * from rate_limits`);
    expect(kept).not.toMatch(/198\.51|example\.lg\.jp/);
  });
});

describe("a session ends", () => {
  it("at once with the sign-out, and only this one", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const mine = await session(here.cookie);
    if (!mine) throw new Error("No session");
    await endSession(own(mine), { session: mine.sessionId });
    expect(await session(here.cookie)).toBeNull();
    expect((await session(there.cookie))?.actor.id).toBe(saga.actor.id);
  });

  it("everywhere at once, and nobody else's", async () => {
    const other = await createAccount(portal.owner, "oita editor");
    const sessions = [await signedIn(), await signedIn()];
    const foreign = await signedIn(other.email);
    const mine = await session(sessions[0]?.cookie);
    if (!mine) throw new Error("No session");
    await endAllSessions(own(mine), { others: false });
    for (const { cookie } of sessions) expect(await session(cookie)).toBeNull();
    expect((await session(foreign.cookie))?.actor.id).toBe(other.actor.id);
  });

  it("when its time is over", async () => {
    const { token, cookie } = await signedIn();
    const [row] = await portal.owner<{ hours: number }[]>`
      select extract(epoch from expires_at - now()) / 3600 as hours from sessions
      where token = ${token}`;
    expect(Number(row?.hours)).toBeCloseTo(12, 1);
    await portal.owner`update sessions set expires_at = now() - interval '1 second' where token = ${token}`;
    expect(await session(cookie)).toBeNull();
  });

  it("with the person", async () => {
    const { actor, email } = await createAccount(portal.owner, "oita editor");
    const { cookie } = await signedIn(email);
    expect(await session(cookie)).not.toBeNull();
    await portal.owner`delete from members where user_id = ${actor.id}`;
    await portal.owner`delete from users where id = ${actor.id}`;
    expect(await session(cookie)).toBeNull();
  });

  it("in what it allows, with the role: at the next request", async () => {
    const { actor, email } = await createAccount(portal.owner, "oita editor", "saga viewer");
    const { cookie } = await signedIn(email);
    const roles = async () =>
      (await session(cookie))?.actor.memberships.map((m) => `${m.slug} ${m.role}`);
    expect(await roles()).toEqual(["saga viewer", "oita editor"]);
    await portal.owner`
      update members set role = 'viewer' where user_id = ${actor.id} and role = 'editor'`;
    expect(await roles()).toEqual(["saga viewer", "oita viewer"]);
    await portal.owner`delete from members where user_id = ${actor.id}`;
    expect(await session(cookie)).toBeNull();
  });
});

describe("a cookie", () => {
  const sign = (token: string, secret: string) =>
    encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);

  it("counts with our signature only", async () => {
    const { token } = await signedIn();
    const name = "portal.session_token";
    expect(await session(`${name}=${sign(token, TEST_SECRET)}`)).not.toBeNull();
    for (const forged of [
      token,
      `${token}.`,
      `${token}.${token}`,
      sign(token, "another-secret-0123456789-abcdefghijklm"),
      sign(`${token}x`, TEST_SECRET),
      sign("", TEST_SECRET),
      "%",
      "%E0%A4%A",
      "",
    ])
      expect(await session(`${name}=${forged}`), forged).toBeNull();
    expect(await session(`x${name}=${sign(token, TEST_SECRET)}`)).toBeNull();
    expect(await session("")).toBeNull();
    expect(await session()).toBeNull();
  });

  it("is found among others", async () => {
    const { cookie } = await signedIn();
    expect(await session(`theme=dark; ${cookie}; portal.session=1`)).not.toBeNull();
  });

  it("is looked up once a request", async () => {
    const { cookie } = await signedIn();
    const args = routeArgs("/", { cookie });
    const [one, other] = await Promise.all([
      sessionOf(args.request, args.context),
      sessionOf(args.request, args.context),
    ]);
    expect(one).toBe(other);
    expect(await serviceContext(args)).toMatchObject({
      actor: { id: saga.actor.id },
      requestId: args.context.requestId,
    });
  });

  it("that is not there leads to the sign-in, and back to where one wanted to be", async () => {
    const refusal = await requireSession(routeArgs("/workspaces/saga?fy=2023")).catch((r) => r);
    expect(refusal.status).toBe(302);
    expect(refusal.headers.get("location")).toBe("/sign-in?to=%2Fworkspaces%2Fsaga%3Ffy%3D2023");
  });
});

describe("the audit", () => {
  it("says who signed in and out, and that somebody was refused, without addresses", async () => {
    const client = newClient();
    const request = { in: randomUUID(), refused: randomUUID(), out: randomUUID() };
    const { email, actor } = await createAccount(portal.owner, "oita editor");
    await attempt(email, "wrong", client, request.refused);
    const result = await attempt(email, password, client, request.in);
    const mine = await session(result.ok ? result.setCookie.split(";")[0] : "");
    if (!mine) throw new Error("No session");
    await endSession(own(mine, request.out), { session: mine.sessionId });
    await endAllSessions(own(mine, request.out), { others: false });
    const events = (await auditOf(portal.owner)).filter((event) =>
      Object.values<string | null>(request).includes(event.requestId),
    );
    const empty = { organisation: null, detail: {} };
    expect(events).toEqual([
      {
        ...empty,
        action: "session.refuse",
        actorId: null,
        subject: actor.id,
        requestId: request.refused,
      },
      {
        ...empty,
        action: "session.create",
        actorId: actor.id,
        subject: actor.id,
        requestId: request.in,
      },
      {
        ...empty,
        action: "session.end",
        actorId: actor.id,
        subject: actor.id,
        requestId: request.out,
      },
      {
        ...empty,
        action: "session.end_all",
        actorId: actor.id,
        subject: actor.id,
        requestId: request.out,
      },
    ]);
    const everything = JSON.stringify(await auditOf(portal.owner));
    expect(everything).not.toMatch(/example\.lg\.jp|198\.51|203\.0\.113/);
  });
});
