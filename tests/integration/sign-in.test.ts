import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "#app/lib/databases.server.ts";
import { linkSecretOf, secretPath } from "#app/lib/secret-link.server.ts";
import { requireRecentProof } from "#app/lib/session.server.ts";
import { totpCode, totpStep } from "#app/lib/totp.server.ts";
import { readFactor } from "#app/services/factor/read.server.ts";
import { removeFactor } from "#app/services/factor/remove.server.ts";
import { renewFactorCodes } from "#app/services/factor/renew-codes.server.ts";
import { secureOrganisation } from "#app/services/organisation/secure.server.ts";
import { addPasskey } from "#app/services/passkey/add.server.ts";
import { askForPasskey, offerPasskey } from "#app/services/passkey/offer.server.ts";
import { removePasskey } from "#app/services/passkey/remove.server.ts";
import { askPassword } from "#app/services/password/ask.server.ts";
import { changePassword } from "#app/services/password/change.server.ts";
import { resetPassword } from "#app/services/password/reset.server.ts";
import { beginSession } from "#app/services/session/begin.server.ts";
import { confirmSession } from "#app/services/session/confirm.server.ts";
import { createSessionByPasskey } from "#app/services/session/create-by-passkey.server.ts";
import { endSession } from "#app/services/session/end.server.ts";
import { finishSession } from "#app/services/session/finish.server.ts";
import { readSessions } from "#app/services/session/read.server.ts";
import { TEST_SECRET } from "#tests/database.ts";
import { createAccount, password } from "#tests/factories/accounts.ts";
import {
  attempt,
  cookieIn,
  cookieOfSignIn,
  mailsTo,
  newVisitor,
  ownBy,
  sessionBy,
  tokenIn,
  withAuthenticator,
} from "#tests/factories/own-account.ts";
import { softwarePasskey } from "#tests/factories/passkey.ts";
import type { Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { outcomeOf } from "#tests/factories/steps.ts";
import { appUrl, beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let endWeb: () => Promise<void>;
beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

const now = new Date();
const later = (halfMinutes: number) => new Date(now.getTime() + halfMinutes * 30_000);
const identity = () => databases().identity;
const newPassword = "阿蘇の麓で牛が草を食む朝";

async function person(...posts: Post[]) {
  const { actor, email } = await createAccount(portal.owner, ...posts);
  return { actor, email, cookie: cookieOfSignIn(await attempt(email)) };
}

/** The token of a right password, where a code is asked for next. */
async function begun(email: string, given = password): Promise<string> {
  const result = await attempt(email, given);
  if (result.ok || result.reason !== "second_factor") throw new Error("No second step");
  return tokenIn(result.step);
}

const finish = (token: string, code: string, at: Date, visitor = newVisitor()) =>
  finishSession(identity(), { token, code }, visitor, new Headers(), at);

describe("a second factor", () => {
  it("is asked for after the password, and a code counts once", async () => {
    const { email, cookie, actor } = await person("saga editor");
    const { secret, cookie: risen } = await withAuthenticator(cookie, now);
    expect(await sessionBy(cookie)).toBeNull();
    expect(await sessionBy(risen)).toMatchObject({ secondFactor: true });
    const codeAt = (at: Date) => totpCode(secret, totpStep(at));

    const first = await begun(email);
    // The code of the set-up has counted.
    expect(await finish(first, codeAt(now), now)).toEqual({ ok: false, reason: "refused" });
    expect(await finish(first, "000000", later(1))).toEqual({ ok: false, reason: "refused" });
    const done = await finish(first, ` ${codeAt(later(1))} `, later(1));
    expect(await sessionBy(done.ok ? cookieIn(done.setCookie) : "")).toMatchObject({
      secondFactor: true,
      actor: { id: actor.id },
    });
    expect(await finish(first, codeAt(later(2)), later(2))).toEqual({ ok: false, reason: "over" });
    const second = await begun(email);
    expect(await finish(second, codeAt(later(1)), later(1))).toMatchObject({ reason: "refused" });
    const wide = codeAt(later(2)).replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    expect((await finish(second, wide, later(2))).ok).toBe(true);
  });

  it("of two who use a code at once, one counts", async () => {
    const { email, cookie } = await person("saga editor");
    const { secret } = await withAuthenticator(cookie, now);
    const tokens = await Promise.all([begun(email), begun(email)]);
    const code = totpCode(secret, totpStep(later(1)));
    const results = await Promise.all(tokens.map((token) => finish(token, code, later(1))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is slowed down after six failures, for this account and client", async () => {
    const { email, cookie } = await person("saga editor");
    const { secret } = await withAuthenticator(cookie, now);
    const token = await begun(email);
    const visitor = newVisitor();
    for (let run = 0; run < 6; run += 1)
      expect(await finish(token, "123123", later(1), visitor)).toMatchObject({ reason: "refused" });
    const code = totpCode(secret, totpStep(later(1)));
    expect(await finish(token, code, later(1), visitor)).toMatchObject({ reason: "slow_down" });
    expect((await finish(token, code, later(1))).ok).toBe(true);
  });

  it("is over after ten minutes, and with the password that began it", async () => {
    const { email, cookie } = await person("saga editor");
    const { secret, cookie: risen } = await withAuthenticator(cookie, now);
    const code = totpCode(secret, totpStep(later(1)));
    const late = await begun(email);
    await portal.owner`update verifications set expires_at = now() - interval '1 second'`;
    expect(await finish(late, code, later(1))).toMatchObject({ reason: "over" });
    const stale = await begun(email);
    const typed = { current: password, password: newPassword, repeat: newPassword };
    await changePassword(await ownBy(risen), typed);
    expect(await finish(stale, code, later(1))).toMatchObject({ reason: "over" });
    expect((await finish(await begun(email, newPassword), code, later(1))).ok).toBe(true);
  });

  it("has ten recovery codes, each for one time, until there are new ones", async () => {
    const { email, cookie, actor } = await person("saga editor");
    const { codes, cookie: risen } = await withAuthenticator(cookie, now);
    expect(new Set(codes).size).toBe(10);
    const [one = "", other = "", third = ""] = codes;
    expect((await finish(await begun(email), one.toUpperCase(), now)).ok).toBe(true);
    expect(await finish(await begun(email), one, now)).toMatchObject({ reason: "refused" });
    expect((await finish(await begun(email), other.replaceAll("-", " "), now)).ok).toBe(true);
    expect(await readFactor(await ownBy(risen))).toMatchObject({ codesLeft: 8 });
    const renewed = await renewFactorCodes(await ownBy(risen));
    expect(await finish(await begun(email), third, now)).toMatchObject({ reason: "refused" });
    expect((await finish(await begun(email), renewed[0] ?? "", now)).ok).toBe(true);
    expect(await mailsTo(portal.owner, actor.id)).toEqual([
      "二要素認証を設定しました",
      "回復コードを使ってログインしました",
      "回復コードを使ってログインしました",
      "回復コードを作り直しました",
      "回復コードを使ってログインしました",
    ]);
    const kept = JSON.stringify(await portal.owner`select * from two_factors`);
    for (const code of [...codes, ...renewed]) expect(kept).not.toContain(code.replaceAll("-", ""));
  });

  it("keeps no secret that who reads the database can use", async () => {
    const { cookie } = await person("saga editor");
    const { secret } = await withAuthenticator(cookie, now);
    const kept = await portal.owner`select * from two_factors, audit_events`;
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});

describe("an organisation that requires a second factor", () => {
  it("counts only in sessions with one, from the next request", async () => {
    const admin = await person("nagasaki admin", "kyukeikyo viewer");
    const { cookie: risen } = await withAuthenticator(admin.cookie, now);
    const editor = await person("nagasaki editor", "saga viewer");
    const secure = async (cookie: string, wanted: "yes" | "no") => {
      const session = await sessionBy(cookie);
      if (!session) throw new Error("No session");
      const context = { database: portal.database, actor: session.actor, requestId: "r" };
      const input = { requiresSecondFactor: wanted };
      return outcomeOf(secureOrganisation(context, "nagasaki", input, session));
    };
    const without = await person("nagasaki admin");
    expect(await secure(without.cookie, "yes")).toBe("locked");
    expect(await secure(editor.cookie, "yes")).toBe("forbidden");
    await secure(risen, "yes");
    const places = async (cookie: string) => {
      const session = await sessionBy(cookie);
      return [session?.actor.memberships.map(({ slug }) => slug), session?.barred];
    };
    expect(await places(editor.cookie)).toEqual([["saga"], ["長崎県"]]);
    expect(await places(without.cookie)).toEqual([[], ["長崎県"]]);
    const { cookie: editorRisen } = await withAuthenticator(editor.cookie, now);
    expect(await places(editorRisen)).toEqual([["saga", "nagasaki"], []]);
    // And nobody there gets rid of their last one.
    expect(await outcomeOf(removeFactor(await ownBy(editorRisen)))).toBe("locked");
    expect(await places(editorRisen)).toEqual([["saga", "nagasaki"], []]);
    await secure(risen, "no");
    expect(await outcomeOf(removeFactor(await ownBy(editorRisen)))).not.toBe("locked");
    expect(await places(editor.cookie)).toEqual([undefined, undefined]);
  });

  it("who keeps the portal does it with a second factor, but in a demo", async () => {
    const { actor, cookie } = await person("saga viewer");
    await portal.owner`insert into platform_admins (user_id) values (${actor.id})`;
    expect(await sessionBy(cookie)).toMatchObject({ keepingBarred: true });
    expect((await sessionBy(cookie))?.actor.keepsPortal).toBeUndefined();
    const { cookie: risen } = await withAuthenticator(cookie, now);
    expect((await sessionBy(risen))?.actor.keepsPortal).toBe(true);
  });
});

describe("a passkey", () => {
  const add = async (cookie: string, key = softwarePasskey(appUrl), name = "業務用") => {
    const own = await ownBy(cookie);
    const { options, step } = await offerPasskey(own, own.email);
    await addPasskey(own, { step: tokenIn(step), response: key.made(options.challenge), name });
    return key;
  };
  const asked = async () => {
    const offered = await askForPasskey(identity(), newVisitor().clientAddress);
    if (!offered) throw new Error("Slowed down");
    return { step: tokenIn(offered.step), challenge: offered.options.challenge };
  };
  const enter = (step: string, response: string) =>
    createSessionByPasskey(identity(), { step, response }, newVisitor(), new Headers());

  it("signs in with two factors at once, and each question is answered once", async () => {
    const { actor, cookie } = await person("oita editor");
    const key = await add(cookie);
    const { step, challenge } = await asked();
    const response = key.answered(challenge);
    const result = await enter(step, response);
    expect(await sessionBy(cookieOfSignIn(result))).toMatchObject({
      secondFactor: true,
      actor: { id: actor.id },
    });
    const refused = { ok: false, reason: "refused" };
    expect(await enter(step, response)).toEqual(refused);
    const next = await asked();
    expect(await enter(next.step, response)).toEqual(refused);
    const elsewhere = await asked();
    const stolen = key.answered(elsewhere.challenge, "https://portal.example.net");
    expect(await enter(elsewhere.step, stolen)).toEqual(refused);
    const unknown = await asked();
    expect(await enter(unknown.step, softwarePasskey(appUrl).answered(unknown.challenge))).toEqual(
      refused,
    );
    for (const response of ["", "{}", "null", "x".repeat(70_000)])
      expect(await enter((await asked()).step, response)).toEqual(refused);
  });

  it("that verifies nobody is not taken, nor one that another person has", async () => {
    const { cookie } = await person("oita editor");
    const careless = softwarePasskey(appUrl, { verifies: false });
    expect(await outcomeOf(add(cookie, careless))).toBe("invalid");
    const key = await add(cookie);
    const other = await person("oita editor");
    expect(await outcomeOf(add(other.cookie, key))).toBe("invalid");
    expect(await outcomeOf(add(cookie, softwarePasskey(appUrl), " "))).toBe("invalid");
    const { passkeys } = await readFactor(await ownBy(cookie));
    expect(passkeys.map(({ name }) => name)).toEqual(["業務用"]);
    const passkey = passkeys[0]?.id;
    expect(await outcomeOf(removePasskey(await ownBy(other.cookie), { passkey }))).toBe(
      "not_found",
    );
    await removePasskey(await ownBy(cookie), { passkey });
    const { step, challenge } = await asked();
    expect(await enter(step, key.answered(challenge))).toMatchObject({ reason: "refused" });
  });

  it("confirms who sits there, and lets nobody in who belongs nowhere", async () => {
    const { actor, cookie } = await person("oita editor");
    const key = await add(cookie);
    const { step, challenge } = await asked();
    const own = await ownBy(cookie);
    const other = await ownBy((await person("oita editor")).cookie);
    const response = key.answered(challenge);
    expect(await confirmSession(other, { step, response }, now)).toMatchObject({ ok: false });
    const again = await asked();
    const given = { step: again.step, response: key.answered(again.challenge) };
    const confirmed = await confirmSession(own, given, now);
    expect(await sessionBy(confirmed.ok ? cookieIn(confirmed.setCookie) : "")).toMatchObject({
      secondFactor: true,
    });
    await portal.owner`delete from members where user_id = ${actor.id}`;
    const last = await asked();
    expect(await enter(last.step, key.answered(last.challenge))).toEqual({
      ok: false,
      reason: "no_membership",
    });
  });
});

describe("a session", () => {
  it("ends when nobody uses it for two hours, and is kept by use, written down now and then", async () => {
    const { cookie, actor } = await person("saga editor");
    const seen = (minutes: number) => portal.owner`
      update sessions set last_seen_at = now() - ${`${minutes} minutes`}::interval
      where user_id = ${actor.id}`;
    const ago = async () => {
      const [row] = await portal.owner<{ minutes: number }[]>`
        select extract(epoch from now() - last_seen_at)::float / 60 as minutes from sessions
        where user_id = ${actor.id}`;
      return row?.minutes ?? Number.NaN;
    };
    await seen(3);
    expect(await sessionBy(cookie)).not.toBeNull();
    expect(await ago()).toBeGreaterThan(2.9);
    await seen(119);
    expect(await sessionBy(cookie)).not.toBeNull();
    expect(await ago()).toBeLessThan(1);
    await seen(121);
    expect(await sessionBy(cookie)).toBeNull();
    expect(await ago()).toBeGreaterThan(120);
  });

  it("by an organisation's service acts for that organisation alone", async () => {
    const { actor } = await person("saga editor", "kyukeikyo viewer");
    await portal.owner`insert into platform_admins (user_id) values (${actor.id})`;
    const [saga] = await portal.owner<{ id: string }[]>`
      select id from organisations where slug = 'saga'`;
    const setCookie = await beginSession(identity(), actor.id, {
      secondFactor: true,
      viaOrganisationId: saga?.id ?? "",
      requestHeaders: new Headers(),
      requestId: "r",
    });
    const session = await sessionBy(cookieIn(setCookie));
    expect(session?.actor.memberships.map(({ slug }) => slug)).toEqual(["saga"]);
    expect(session?.actor.keepsPortal).toBeUndefined();
    await portal.owner`delete from members where user_id = ${actor.id}
      and organisation_id = ${saga?.id ?? ""}`;
    expect(await sessionBy(cookieIn(setCookie))).toBeNull();
  });

  it.each([
    ["erased", "update users set erased_at = now() where id = "],
    ["a program's", "update users set kind = 'token' where id = "],
  ])("is none when the person is %s, and nobody signs in", async (_, change) => {
    const { actor, email, cookie } = await person("saga editor");
    await portal.owner.unsafe(`${change} '${actor.id}'`);
    expect(await sessionBy(cookie)).toBeNull();
    expect(await attempt(email)).toEqual({ ok: false, reason: "refused" });
  });

  it("is ended one by one by its owner alone", async () => {
    const { email, cookie } = await person("saga editor");
    const other = cookieOfSignIn(await attempt(email));
    const [here, there] = await readSessions(await ownBy(cookie));
    expect([here?.isThis, there?.isThis]).toEqual([true, false]);
    const stranger = await ownBy((await person("saga editor")).cookie);
    expect(await outcomeOf(endSession(stranger, { session: there?.id }))).toBe("forbidden");
    await endSession(await ownBy(cookie), { session: there?.id });
    expect(await sessionBy(other)).toBeNull();
    expect(await sessionBy(cookie)).not.toBeNull();
  });

  it("is asked for a recent proof, and another takes its place then", async () => {
    const { cookie, actor } = await person("saga editor");
    const ask = (init?: RequestInit) =>
      requireRecentProof(
        routeArgs("/account/security?x=1", { cookie, ...(init && { init }) }),
      ).then(
        () => "open",
        (refusal) => refusal.headers.get("location"),
      );
    const proven = (minutes: number) => portal.owner`
      update sessions set confirmed_at = now() - ${`${minutes} minutes`}::interval
      where user_id = ${actor.id}`;
    const form = { method: "POST", body: new URLSearchParams({ a: "b" }) };
    expect(await ask()).toBe("open");
    await proven(16);
    expect(await ask()).toBe("/account/confirm?to=%2Faccount%2Fsecurity%3Fx%3D1");
    expect(await ask(form)).toBe("open");
    await proven(31);
    expect(await ask(form)).toContain("/account/confirm");
    const own = await ownBy(cookie);
    expect(await confirmSession(own, { password: "wrong" }, now)).toEqual({
      ok: false,
      reason: "refused",
    });
    const before = await sessionBy(cookie);
    const confirmed = await confirmSession(own, { password }, now);
    const next = confirmed.ok ? cookieIn(confirmed.setCookie) : "";
    expect(await sessionBy(cookie)).toBeNull();
    const after = await sessionBy(next);
    expect(after?.confirmedAt.getTime()).toBeGreaterThan(before?.confirmedAt.getTime() ?? 0);
    // A session that was ended meanwhile does not come back.
    expect(await outcomeOf(confirmSession(own, { password }, now))).toBe("forbidden");
  });
});

describe("a password", () => {
  it("is changed with the old one, which ends every other session", async () => {
    const { email, cookie, actor } = await person("saga editor");
    const other = cookieOfSignIn(await attempt(email));
    const change = async (typed: Record<string, string>) =>
      changePassword(await ownBy(cookie), typed).catch((error) => error.fieldErrors);
    expect(await change({ current: "wrong", password: "short", repeat: "other" })).toEqual({
      current: "password.current",
      password: "password.short",
      repeat: "password.repeat",
    });
    const typed = { current: password, password: newPassword, repeat: newPassword };
    const { setCookie } = await change(typed);
    expect(await sessionBy(cookie)).toBeNull();
    expect(await sessionBy(other)).toBeNull();
    expect(await sessionBy(cookieIn(setCookie))).not.toBeNull();
    expect(await attempt(email)).toMatchObject({ reason: "refused" });
    expect((await attempt(email, newPassword)).ok).toBe(true);
    expect(await mailsTo(portal.owner, actor.id)).toEqual(["パスワードを変更しました"]);
  });

  it("is the same in full and half width, composed or not, and never cut", async () => {
    const { email, cookie } = await person("saga editor");
    const chosen = `ｶﾞﾗｽの靴 Ａ７ ${"続く道".repeat(30)}`;
    await changePassword(await ownBy(cookie), {
      current: password,
      password: chosen,
      repeat: chosen,
    });
    expect((await attempt(email, chosen)).ok).toBe(true);
    expect((await attempt(email, chosen.normalize("NFKC"))).ok).toBe(true);
    expect((await attempt(email, chosen.normalize("NFKD"))).ok).toBe(true);
    expect((await attempt(email, chosen.slice(0, -1))).ok).toBe(false);
  });

  const ask = (email: string, visitor = newVisitor()) =>
    askPassword(identity(), { email }, visitor);
  const linksOf = async (userId: string) => {
    const rows = await portal.owner<{ linkId: string }[]>`
      select link_id as "linkId" from mails where user_id = ${userId} and kind = 'password_reset'
      order by created_at`;
    const secret = linkSecretOf(TEST_SECRET);
    return rows.map(
      ({ linkId }) => secretPath(secret, "password_reset", linkId).split("/").at(-1) ?? "",
    );
  };
  const reset = (link: string, given = newPassword) =>
    outcomeOf(resetPassword(identity(), link, { password: given, repeat: given }, newVisitor()));

  it("that is forgotten is set anew by a link, once, by the newest, within an hour", async () => {
    const { email, cookie, actor } = await person("saga editor");
    const { cookie: risen } = await withAuthenticator(cookie, now);
    await ask(` ${email.toUpperCase()}`);
    await ask(email);
    const [old = "", link = ""] = await linksOf(actor.id);
    expect(await reset(old)).toBe("not_found");
    expect(await reset(link.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBe("not_found");
    expect(await reset(link, "password1234")).toBe("invalid");
    await reset(link);
    expect(await reset(link)).toBe("not_found");
    expect(await sessionBy(risen)).toBeNull();
    expect(await attempt(email)).toMatchObject({ reason: "refused" });
    expect(await attempt(email, newPassword)).toMatchObject({ reason: "second_factor" });
    await ask(email);
    await portal.owner`update password_resets set expires_at = now() where state = 'open'`;
    expect(await reset((await linksOf(actor.id)).at(-1) ?? "")).toBe("not_found");
    // The fourth within an hour is not sent, and answered like all others.
    expect(await ask(email)).toBe(0);
    expect(await linksOf(actor.id)).toHaveLength(3);
  });

  it("is asked for alike of whoever it is, and not too often from one place", async () => {
    const { email } = await person("saga editor");
    const duration = async (of: string) => {
      const started = performance.now();
      expect(await ask(of)).toBe(0);
      return performance.now() - started;
    };
    const times = [await duration(email), await duration("nobody@example.lg.jp")];
    for (const time of times) expect(time).toBeGreaterThanOrEqual(299);
    const visitor = newVisitor();
    const results = await Promise.all(
      Array.from({ length: 21 }, (_, run) => ask(`nobody-${run}@example.lg.jp`, visitor)),
    );
    expect(results.filter((seconds) => seconds > 0)).toHaveLength(1);
  });
});

describe("the database", () => {
  it("shows the pages' role nothing that opens an account, and lets it write none", async () => {
    const { actor, cookie } = await person("saga admin");
    await withAuthenticator(cookie, now);
    const app = connect(portal.urls.appUrl);
    try {
      for (const table of [
        "two_factors",
        "passkeys",
        "password_resets",
        "sessions",
        "accounts",
        "verifications",
      ]) {
        const reading = takenBack(app, actor, (sql) =>
          rowsOrState(sql.unsafe(`select * from ${table}`)),
        );
        expect([table, await reading]).toEqual([table, forbidden]);
        const taking = takenBack(app, actor, (sql) =>
          rowsOrState(sql.unsafe(`delete from ${table}`)),
        );
        expect([table, await taking]).toEqual([table, forbidden]);
      }
    } finally {
      await app.end();
    }
  });

  it("lets sign-in mail only its owner, and a reset only with its link", async () => {
    const { actor } = await person("saga editor");
    const auth = connect(portal.urls.authUrl);
    const insert = (kind: string, more = "") =>
      takenBack(auth, null, (sql) =>
        rowsOrState(
          sql.unsafe(`insert into mails (user_id, kind, subject, items, state ${more ? ", link_id" : ""})
            values ('${actor.id}', '${kind}', 's', '[{"text":"t","path":"/"}]', 'ready' ${more})`),
        ),
      );
    try {
      expect(await insert("security")).toBe(1);
      expect(await insert("mention")).toBe(forbidden);
      expect(await insert("password_reset")).toBe(forbidden);
      expect(await insert("password_reset", ", gen_random_uuid()")).toBe(forbidden);
      expect(await insert("invitation", ", gen_random_uuid()")).toBe(forbidden);
    } finally {
      await auth.end();
    }
  });
});
