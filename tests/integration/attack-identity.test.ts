import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionToken } from "#app/lib/session-cookie.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { loader as ownFile } from "#app/routes/account/data-file.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { transaction } from "#app/services/context.server.ts";
import { beginFactor } from "#app/services/factor/begin.server.ts";
import { removeFactor } from "#app/services/factor/remove.server.ts";
import { renewFactorCodes } from "#app/services/factor/renew-codes.server.ts";
import { acceptInvitation } from "#app/services/invitation/accept.server.ts";
import { addPasskey } from "#app/services/passkey/add.server.ts";
import { offerPasskey } from "#app/services/passkey/offer.server.ts";
import { removePasskey } from "#app/services/passkey/remove.server.ts";
import { changePassword } from "#app/services/password/change.server.ts";
import { beginSession } from "#app/services/session/begin.server.ts";
import { findSession } from "#app/services/session/find.server.ts";
import type { OwnContext } from "#app/services/session/own-context.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { members } from "#db/schema/index.ts";
import { createAccount, password } from "#tests/factories/accounts.ts";
import { createPerson, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let identity: ReturnType<typeof openDatabase>;
let endWeb: () => Promise<void>;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  identity = openDatabase(portal.urls.authUrl, { max: 3, name: "test identity" });
});
afterAll(async () => {
  await Promise.all([identity.close(), endWeb()]);
  await portal.close();
});

const newPassword = "菊池川-wataru-2027";

/** A session of somebody, opened by the sign-in service of an organisation or by themselves. */
async function sessionOf(userId: string, via: string | null) {
  const opening = { secondFactor: true, requestHeaders: new Headers(), requestId: "r" };
  const setCookie = await beginSession(identity.database, userId, {
    ...opening,
    viaOrganisationId: via,
  });
  const cookie = setCookie.split(";")[0] ?? "";
  const session = await findSession(identity.database, sessionToken(cookie) ?? "");
  if (!session) throw new Error("No session");
  const { actor, sessionId, secondFactor, viaOrganisationId } = session;
  const own: OwnContext = {
    database: identity.database,
    actor,
    session: { id: sessionId, secondFactor, viaOrganisationId },
    requestId: "r",
    clientAddress: "192.0.2.1",
    requestHeaders: new Headers(),
  };
  return { cookie, actor, own };
}

const organisationOf = (actor: Actor, slug: string) =>
  actor.memberships.find((membership) => membership.slug === slug)?.organisationId ?? "";

describe("a service that says it is somebody", () => {
  const posts: Post[] = ["saga editor", "oita editor"];

  it("opens nothing beyond its organisation by a key of its own", async () => {
    const { actor } = await createAccount(portal.owner, ...posts);
    const { own } = await sessionOf(actor.id, organisationOf(actor, "saga"));
    const changed = { current: password, password: newPassword, repeat: newPassword };
    for (const work of [
      () => beginFactor(own),
      () => renewFactorCodes(own),
      () => removeFactor(own),
      () => offerPasskey(own, "x@example.lg.jp"),
      () => addPasskey(own, { step: "x", response: "{}", name: "x" }),
      () => removePasskey(own, { passkey: randomUUID() }),
      () => changePassword(own, changed),
    ])
      await expect(work()).rejects.toMatchObject({ code: "forbidden" });
    const [kept] = await portal.owner`
      select (select count(*) from passkeys where user_id = ${actor.id})::int as passkeys,
        (select count(*) from two_factors where user_id = ${actor.id})::int as factors`;
    expect(kept).toEqual({ passkeys: 0, factors: 0 });
    // Whoever signs in by themselves may.
    const { own: whole } = await sessionOf(actor.id, null);
    await expect(beginFactor(whole)).resolves.toBeUndefined();
  });

  it("takes away nothing of what the portal holds of them elsewhere", async () => {
    const { actor } = await createAccount(portal.owner, ...posts);
    const statusOf = async (via: string | null) => {
      const { cookie } = await sessionOf(actor.id, via);
      const answer = await ownFile(routeArgs("/account/data.json", { cookie })).catch((r) => r);
      return answer.status;
    };
    expect(await statusOf(organisationOf(actor, "saga"))).toBe(403);
    expect(await statusOf(null)).toBe(200);
  });

  it("stays within its organisation when it proves itself again", async () => {
    const { actor } = await createAccount(portal.owner, ...posts);
    const { own } = await sessionOf(actor.id, organisationOf(actor, "saga"));
    const setCookie = await beginSession(identity.database, actor.id, {
      secondFactor: true,
      requestHeaders: new Headers(),
      requestId: "r",
      replaces: own.session.id,
    });
    const token = sessionToken(setCookie.split(";")[0] ?? "") ?? "";
    const session = await findSession(identity.database, token);
    expect(session?.actor.memberships.map(({ slug }) => slug)).toEqual(["saga"]);
  });

  it("sees by the database what is its organisation's, also where nobody asks for whose it is", async () => {
    const person = await createPerson(portal.owner, ...posts);
    const [saga, oita] = [
      await createPerson(portal.owner, "saga viewer"),
      await createPerson(portal.owner, "oita viewer"),
    ];
    // Colleagues are seen by whoever belongs to their organisation.
    const seen = (actor: Actor) => {
      const context: ServiceContext = { database: portal.database, actor, requestId: "r" };
      return transaction(context, async (tx) => {
        const rows = await tx.select({ id: members.userId }).from(members);
        return [saga, oita].map((colleague) => rows.some(({ id }) => id === colleague.id));
      });
    };
    const narrowed = (await sessionOf(person.id, organisationOf(person, "saga"))).actor;
    const whole = (await sessionOf(person.id, null)).actor;
    expect(await seen(whole)).toEqual([true, true]);
    expect(await seen(narrowed)).toEqual([true, false]);
  });

  it("keeps no portal", async () => {
    const person = await createPerson(portal.owner, "saga admin");
    await portal.owner`insert into platform_admins (user_id) values (${person.id})`;
    const { actor } = await sessionOf(person.id, organisationOf(person, "saga"));
    const asked = { database: portal.database, requestId: "r" };
    const keeps = (as: Actor) =>
      transaction({ ...asked, actor: as }, async (tx) => {
        const [row] = await tx.execute<{ keeps: boolean }>("select portal.keeps_portal() as keeps");
        return row?.keeps;
      });
    expect(await keeps(actor)).toBe(false);
    expect(await keeps((await sessionOf(person.id, null)).actor)).toBe(true);
  });

  it("is nobody to an organisation that it does not speak for, in the database too", async () => {
    const person = await createPerson(portal.owner, "saga editor");
    const nowhere: Actor = { id: person.id, name: "x", memberships: [] };
    const context: ServiceContext = { database: portal.database, actor: nowhere, requestId: "r" };
    const answer = transaction(context, async (tx) => {
      const [row] = await tx.execute<{ member: boolean }>("select portal.is_member() as member");
      return row?.member;
    });
    expect(await answer).toBe(false);
  });
});

describe("an address that passes to somebody else", () => {
  it("is theirs without the keys and the history of who had it before", async () => {
    const { actor, email } = await createAccount(portal.owner, "saga editor");
    const { id } = actor;
    await portal.owner`
      insert into passkeys (name, public_key, user_id, credential_id, counter, device_type, backed_up)
      values ('旧', 'k', ${id}, ${randomUUID()}, 0, 'singleDevice', false)`;
    await portal.owner`
      insert into two_factors (secret, backup_codes, user_id, verified) values ('s', '[]', ${id}, true)`;
    await portal.owner`
      insert into accounts (account_id, provider_id, user_id)
      values ('https://login.example.jp 1', ${`oidc:${organisationOf(actor, "saga")}`}, ${id})`;
    await portal.owner`
      insert into password_resets (user_id, expires_at) values (${id}, now() + interval '1 hour')`;
    await beginSession(identity.database, id, {
      secondFactor: true,
      requestHeaders: new Headers(),
      requestId: "r",
    });
    await portal.owner`delete from members where user_id = ${id}`;
    const [invitation] = await portal.owner`
      insert into invitations (organisation_id, email, role, expires_at)
      values (${organisationOf(actor, "saga")}, ${email}, 'editor', now() + interval '1 day')
      returning id`;
    const typed = { name: "後任", password: newPassword, repeat: newPassword };
    const accepted = await acceptInvitation(identity.database, String(invitation?.id), typed, {
      person: null,
      requestId: "r",
      now: new Date(),
    });
    const [left] = await portal.owner`
      select (select count(*) from passkeys where user_id = ${id})::int as passkeys,
        (select count(*) from two_factors where user_id = ${id})::int as factors,
        (select count(*) from sessions where user_id = ${id})::int as sessions,
        (select count(*) from password_resets where user_id = ${id} and state = 'open')::int as resets,
        (select array_agg(provider_id) from accounts where user_id = ${accepted.userId}) as accounts,
        (select name from users where id = ${id}) as former,
        (select name from users where email = ${email}) as now`;
    expect(left).toEqual({
      passkeys: 0,
      factors: 0,
      sessions: 0,
      resets: 0,
      accounts: ["credential"],
      former: actor.name,
      now: "後任",
    });
    expect(accepted.userId).not.toBe(id);
  });
});
