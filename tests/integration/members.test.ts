import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { goalField } from "#app/domain/identity/chosen-goals.ts";
import type { Actor } from "#app/policy/can.ts";
import { acceptInvitation } from "#app/services/invitation/accept.server.ts";
import { inviteFirstAdmin } from "#app/services/invitation/first.server.ts";
import { openInvitation } from "#app/services/invitation/open.server.ts";
import { readInvitation } from "#app/services/invitation/read.server.ts";
import { revokeInvitation } from "#app/services/invitation/revoke.server.ts";
import { sendInvitation } from "#app/services/invitation/send.server.ts";
import { changeMember } from "#app/services/member/change.server.ts";
import { endMember } from "#app/services/member/end.server.ts";
import { findHandover } from "#app/services/member/find-handover.server.ts";
import { handOverMember } from "#app/services/member/hand-over.server.ts";
import { readMember } from "#app/services/member/read.server.ts";
import { readHandOver } from "#app/services/member/read-hand-over.server.ts";
import { findSession } from "#app/services/session/find.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  deskOf,
  type Fields,
  figure,
  outcomeOf,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";
import { beWebProcess } from "#tests/factories/web.ts";

let portal: Portal;
let endWeb: () => Promise<void>;
let app: Sql;
let auth: Sql;
let identity: { database: Database; close: () => Promise<void> };
let staff: (post: Post) => Actor;
let admin: Actor;
let keeper: Actor;
let goals: { id: string; code: string }[];

const password = "筑後川の流れは春の朝に速く深い";
const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  app = connect(portal.urls.appUrl);
  auth = connect(portal.urls.authUrl);
  identity = openDatabase(portal.urls.authUrl, { max: 4, name: "test identity" });
  staff = await createStaff(portal.owner);
  keeper = { ...(await createPerson(portal.owner)), keepsPortal: true };
  await portal.owner`insert into platform_admins (user_id) values (${keeper.id})`;
  goals = await portal.owner<{ id: string; code: string }[]>`
    select n.id, n.code from plan_nodes n join plans p on p.id = n.plan_id and p.code = 'jewels'
    where n.kind = 'goal' order by n.code`;
});
afterAll(async () => {
  await Promise.all([app.end(), auth.end(), identity.close(), endWeb()]);
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate invitations, handovers, notifications, mails, rate_limits, audit_events cascade`;
  admin = await createPerson(portal.owner, "saga admin");
});

const as = (actor: Actor | null) => actingAs(portal, actor);
const addressOf = (actor: Actor) => `${actor.id}@example.lg.jp`;
const newAddress = () => `${randomUUID()}@example.lg.jp`;

const send = (actor: Actor, emails: string, more: Fields = {}, slug: string | null = "saga") =>
  sendInvitation(
    as(actor),
    slug,
    { emails, role: "editor", ...more },
    { identity: identity.database, now },
  );

async function invited(actor: Actor, email: string, more: Fields = {}, slug?: string | null) {
  const { sent } = await send(actor, email, more, slug);
  const [first] = sent ?? [];
  if (!first) throw new Error("Nobody was asked");
  return first.id;
}

type Person = { id: string; email: string } | null;
const accept = (id: string, input: Fields = {}, person: Person = null, at = now) =>
  acceptInvitation(
    identity.database,
    id,
    { name: "佐藤 花子", password, ...input },
    { person, requestId: "r", now: at },
  );
const asPerson = (actor: Actor) => ({ id: actor.id, email: addressOf(actor) });

/** What somebody who holds a session is, at their next request. */
async function sessionFor(userId: string) {
  const token = randomUUID();
  await portal.owner`insert into sessions (token, user_id, expires_at)
    values (${token}, ${userId}, now() + interval '1 hour')`;
  return () => findSession(identity.database, token);
}

const memberOf = async (userId: string, slug = "saga") => {
  const [row] = await portal.owner<{ role: string; goals: string[] }[]>`
    select m.role, array(select n.code from member_nodes c join plan_nodes n on n.id = c.node_id
      where c.member_id = m.id order by n.code) as goals
    from members m join organisations o on o.id = m.organisation_id
    where m.user_id = ${userId} and o.slug = ${slug}`;
  return row ? [row.role, ...row.goals].join(" ") : null;
};

describe("an invitation", () => {
  it("takes a new person in, with a role and PTs, once", async () => {
    const email = newAddress();
    const chosen = goals.slice(0, 2);
    const fields = Object.fromEntries(chosen.map(({ id }) => [goalField(id), "on"]));
    const id = await invited(admin, email.toUpperCase(), fields);
    const [mail] = await portal.owner`select kind, address, link_id, state, text from mails`;
    expect(mail).toMatchObject({ kind: "invitation", address: email, link_id: id, state: "ready" });
    expect(mail?.text).toContain("佐賀県");
    const shown = await openInvitation(identity.database, id, { email: null, now });
    expect(shown).toMatchObject({
      invited: "new_here",
      organisation: "佐賀県",
      role: "editor",
      email,
    });
    expect(shown.goals.map(({ code }) => code).sort()).toEqual(chosen.map(({ code }) => code));
    const { userId, slug } = await accept(id);
    expect(slug).toBe("saga");
    expect(await memberOf(userId)).toBe(["editor", ...chosen.map(({ code }) => code)].join(" "));
    const session = await sessionFor(userId);
    expect((await session())?.actor.memberships.map((m) => `${m.slug} ${m.role}`)).toEqual([
      "saga editor",
    ]);
    expect((await refusalOf(accept(id))).code).toBe("locked");
    expect(await openInvitation(identity.database, id, { email: null, now })).toMatchObject({
      invited: "gone",
      standing: "used",
      email: null,
    });
    const events = await auditOf(portal.owner, `saga/${id}`);
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["invitation.send", admin.id],
      ["invitation.accept", userId],
    ]);
    expect(JSON.stringify(events)).not.toContain(email);
  });

  it("is accepted by one of two who do so at once", async () => {
    const id = await invited(admin, newAddress());
    const outcomes = await Promise.all([outcomeOf(accept(id)), outcomeOf(accept(id))]);
    expect(outcomes.sort()).toEqual(["done", "locked"]);
  });

  it("ends after seven days, when it is revoked, and when it is sent anew", async () => {
    const email = newAddress();
    const first = await invited(admin, email);
    expect((await refusalOf(accept(first, {}, null, later(7)))).code).toBe("locked");
    const second = await invited(admin, email);
    expect((await refusalOf(accept(first))).code).toBe("locked");
    await revokeInvitation(as(admin), "saga", { invitation: second });
    await revokeInvitation(as(admin), "saga", { invitation: second });
    expect((await refusalOf(accept(second))).code).toBe("locked");
    const list = await readInvitation(as(admin), "saga", now);
    expect(list.map(({ standing }) => standing)).toEqual(["revoked", "revoked"]);
    expect(await outcomeOf(accept(randomUUID()))).toBe("not_found");
  });

  it("takes somebody of another organisation in when they have signed in, as who they are", async () => {
    const oita = staff("oita editor");
    const id = await invited(admin, addressOf(oita));
    expect(await openInvitation(identity.database, id, { email: null, now })).toMatchObject({
      invited: "sign_in_first",
    });
    expect((await refusalOf(accept(id))).code).toBe("forbidden");
    await accept(id, {}, asPerson(oita));
    expect(await memberOf(oita.id)).toBe("editor");
    expect(await memberOf(oita.id, "oita")).toBe("editor");
    await portal.owner`delete from members m using organisations o
      where o.id = m.organisation_id and o.slug = 'saga' and m.user_id = ${oita.id}`;
  });

  it("is nobody's who is signed in under another address", async () => {
    const id = await invited(admin, newAddress());
    const other = staff("oita editor");
    expect(
      await openInvitation(identity.database, id, { email: addressOf(other), now }),
    ).toMatchObject({ invited: "somebody_else" });
    expect((await refusalOf(accept(id, {}, asPerson(other)))).code).toBe("forbidden");
    expect(await memberOf(other.id)).toBeNull();
  });

  it("makes somebody new of an address whose holder belongs nowhere any more", async () => {
    const email = newAddress();
    const { userId } = await accept(await invited(admin, email));
    const session = await sessionFor(userId);
    await endMember(as(admin), { organisation: "saga", userId });
    expect(await session()).toBeNull();
    const again = await accept(await invited(admin, email), { name: "佐藤 花" });
    expect(await session()).toBeNull();
    const kept = await portal.owner`select u.id, u.name, u.email, count(a.*)::int as accounts
      from users u left join accounts a on a.user_id = u.id
      where u.id in (${userId}, ${again.userId}) group by u.id order by accounts`;
    expect([...kept]).toEqual([
      { id: userId, name: "佐藤 花子", email: `former-${userId}@portal.invalid`, accounts: 0 },
      { id: again.userId, name: "佐藤 花", email, accounts: 1 },
    ]);
  });

  it.each([
    [{ name: " " }, { name: "invitation.name" }],
    [{ password: "短い" }, { password: "password.short" }],
    [{ password: "passwordpassword" }, { password: "password.guessable" }],
  ])("asks a new person for what is missing (%#)", async (input, errors) => {
    const id = await invited(admin, newAddress());
    expect((await refusalOf(accept(id, input as Fields))).fieldErrors).toEqual(errors);
  });

  it("is refused whole, with the line that is wrong", async () => {
    const member = staff("saga editor");
    const errorOf = async (emails: string) =>
      (await refusalOf(send(admin, emails))).fieldErrors.emails;
    expect(await errorOf("")).toBe("invitation.none");
    expect(await errorOf(`${newAddress()}\n県庁`)).toBe("invitation.unreadable 2\t県庁");
    expect(await errorOf(`${newAddress()}\n\n${addressOf(member)}`)).toBe(
      `invitation.member 3\t${addressOf(member)}`,
    );
    expect(await errorOf(addressOf(admin))).toBe(`invitation.self 1\t${addressOf(admin)}`);
    expect(await portal.owner`select 1 from invitations`).toHaveLength(0);
    // Who is known elsewhere in the portal is asked like anybody.
    expect(await send(admin, addressOf(staff("oita approver")))).toMatchObject({ sent: [{}] });
  });

  it("is limited, for an organisation's administrators together", async () => {
    for (const count of [20, 20, 10])
      await send(admin, Array.from({ length: count }, newAddress).join("\n"));
    const slowed = await send(admin, newAddress());
    expect(slowed).toMatchObject({ waitSeconds: expect.any(Number) });
    expect(await send(await createPerson(portal.owner, "saga admin"), newAddress())).toMatchObject({
      waitSeconds: expect.any(Number),
    });
  });

  it("is sent by administrators of the organisation alone", async () => {
    for (const post of ["saga approver", "oita editor"] as const)
      expect((await refusalOf(send(staff(post), newAddress()))).code).toBe("forbidden");
    expect((await refusalOf(send(admin, newAddress(), {}, "oita"))).code).toBe("forbidden");
    expect((await refusalOf(send(admin, newAddress(), { role: "admin" }, null))).code).toBe(
      "forbidden",
    );
  });
});

describe("who keeps the portal", () => {
  it("asks in an organisation's first administrator, and nobody else", async () => {
    const ask = (slug: string | null, role: string, email = newAddress()) =>
      outcomeOf(send(keeper, email, { role }, slug));
    expect(await ask("nagasaki", "editor")).toBe("forbidden");
    expect(await ask("nagasaki", "admin", addressOf(keeper))).toBe("invalid");
    expect(await ask("nagasaki", "admin")).toBe("done");
    const { userId } = await accept(
      await invited(keeper, newAddress(), { role: "admin" }, "nagasaki"),
    );
    expect(await memberOf(userId, "nagasaki")).toBe("admin");
    expect(await ask("nagasaki", "admin")).toBe("forbidden");
    expect(await ask("saga", "admin")).toBe("forbidden");
    expect(await ask("nowhere", "admin")).toBe("not_found");
  });

  it("asks in who keeps it with them", async () => {
    expect((await refusalOf(send(keeper, newAddress(), {}, null))).code).toBe("forbidden");
    const id = await invited(keeper, newAddress(), { role: "admin" }, null);
    const { userId, slug } = await accept(id);
    expect(slug).toBeNull();
    const session = await sessionFor(userId);
    // Keeping the portal counts with a second factor only.
    expect(await session()).toMatchObject({ actor: { memberships: [] }, keepingBarred: true });
  });
});

describe("a portal that nobody keeps", () => {
  const first = (email: string | null, at = now) => {
    const url = portal.urls.ownerUrl;
    const owner = openDatabase(url, { max: 1, name: "test owner" });
    return inviteFirstAdmin(owner.database, { email, now: at }).finally(owner.close);
  };

  it("prints the same link at every start, until somebody keeps it", async () => {
    expect(await first(null)).toBeNull();
    const kept = await portal.owner`delete from platform_admins returning user_id`;
    const one = await first(null);
    expect((await first(null))?.id).toBe(one?.id);
    // Another address, or the end of its time, makes another link.
    const email = newAddress();
    const other = await first(email);
    expect(await outcomeOf(accept(one?.id ?? "", { email: newAddress() }))).toBe("locked");
    const later8 = await first(email, later(8));
    expect(later8?.id).not.toBe(other?.id);
    const last = await first(null);
    const id = last?.id ?? "";
    expect(await openInvitation(identity.database, id, { email: null, now })).toMatchObject({
      invited: "new_here",
      email: null,
    });
    expect((await refusalOf(accept(id))).fieldErrors).toEqual({ email: "invitation.email" });
    const taken = { email: addressOf(staff("oita editor")) };
    expect(await outcomeOf(accept(id, taken))).toBe("forbidden");
    const { userId } = await accept(id, { email: ` ${newAddress().toUpperCase()}` });
    const [admins] = await portal.owner`select array_agg(user_id) as ids from platform_admins`;
    expect(admins?.ids).toEqual([userId]);
    expect(await first(null)).toBeNull();
    await portal.owner`insert into platform_admins ${portal.owner(kept, "user_id")}`;
  });
});

describe("a member", () => {
  const change = (actor: Actor, userId: string, input: Fields) =>
    changeMember(as(actor), { organisation: "saga", userId }, input);

  it("gets another role and PTs, which count at the next request", async () => {
    const person = await createPerson(portal.owner, "saga editor");
    const session = await sessionFor(person.id);
    const [goal] = goals;
    const fields = { role: "viewer", baseRole: "editor", baseGoals: "" };
    await change(admin, person.id, { ...fields, [goalField(goal?.id ?? "")]: "on" });
    await change(admin, person.id, { ...fields, [goalField(goal?.id ?? "")]: "on" });
    expect(await memberOf(person.id)).toBe(`viewer ${goal?.code}`);
    expect((await session())?.actor.memberships[0]?.role).toBe("viewer");
    expect(await auditOf(portal.owner, `saga/${person.id}`)).toMatchObject([
      {
        action: "member.change",
        detail: {
          before: { role: "editor", goals: [] },
          after: { role: "viewer", goals: [goal?.code] },
        },
      },
    ]);
    const reading = await readMember(as(admin), "saga", now);
    const listed = reading.people.find(({ userId }) => userId === person.id);
    expect(listed).toMatchObject({ details: { email: addressOf(person), secondFactor: false } });
    // Who does not administer sees no addresses.
    const seen = await readMember(as(staff("saga editor")), "saga", now);
    expect(JSON.stringify(seen)).not.toContain("@example");
  });

  it("is not changed over what a colleague changed meanwhile", async () => {
    const person = await createPerson(portal.owner, "saga editor");
    await change(admin, person.id, { role: "approver", baseRole: "editor" });
    expect(await outcomeOf(change(admin, person.id, { role: "viewer", baseRole: "editor" }))).toBe(
      "conflict",
    );
    expect(await memberOf(person.id)).toBe("approver");
  });

  it("is changed and ended by administrators of the organisation alone", async () => {
    const person = await createPerson(portal.owner, "saga editor");
    const fields = { role: "admin", baseRole: "editor" };
    for (const actor of [person, staff("saga approver"), staff("oita editor"), keeper]) {
      expect(await outcomeOf(change(actor, person.id, fields))).toBe("forbidden");
      const codes = { organisation: "saga", userId: person.id };
      expect(await outcomeOf(endMember(as(actor), codes))).toBe("forbidden");
    }
    expect(await outcomeOf(change(admin, staff("oita editor").id, fields))).toBe("not_found");
  });

  it("who administers alone stays so, also when two leave at once", async () => {
    const first = await createPerson(portal.owner, "yamaguchi admin");
    const end = (actor: Actor, whom: Actor) =>
      outcomeOf(endMember(as(actor), { organisation: "yamaguchi", userId: whom.id }));
    expect(await end(first, first)).toBe("invalid");
    expect(
      (
        await refusalOf(
          changeMember(
            as(first),
            { organisation: "yamaguchi", userId: first.id },
            { role: "viewer", baseRole: "admin" },
          ),
        )
      ).fieldErrors,
    ).toEqual({ role: "member.last_admin" });
    const second = await createPerson(portal.owner, "yamaguchi admin");
    const outcomes = await Promise.all([end(first, first), end(second, second)]);
    expect(outcomes.sort()).toEqual(["done", "invalid"]);
    const [left] = await portal.owner`select count(*)::int from members m
      join organisations o on o.id = m.organisation_id where o.slug = 'yamaguchi' and role = 'admin'`;
    expect(left?.count).toBe(1);
  });

  it("who leaves stands in for nobody any more, and what they did stays", async () => {
    const person = await createPerson(portal.owner, "saga editor");
    await portal.owner`insert into approval_deputies
      (organisation_id, user_id, from_on, until_on, author_id)
      select id, ${person.id}, current_date, current_date + 9, ${admin.id}
      from organisations where slug = 'saga'`;
    await endMember(as(admin), { organisation: "saga", userId: person.id });
    const [deputy] = await portal.owner`
      select ended_at is not null as ended from approval_deputies where user_id = ${person.id}`;
    expect(deputy?.ended).toBe(true);
    expect(await portal.owner`select 1 from users where id = ${person.id}`).toHaveLength(1);
    expect(await auditOf(portal.owner, `saga/${person.id}`)).toMatchObject([
      { action: "member.end", detail: { before: { role: "editor" }, after: null } },
    ]);
  });
});

describe("a handover", () => {
  const codes = question("SHG-4-1-a", "saga");

  it("leaves open work, PTs and days to come to a colleague who is told, and ends the membership", async () => {
    const leaving = await createPerson(portal.owner, "saga editor");
    const colleague = await createPerson(portal.owner, "saga editor");
    const desk = deskOf(portal, (post) => (post === "saga editor" ? leaving : staff(post)));
    await desk.save(codes, 0, figure("1,200"));
    const [first, second] = goals.map(({ id }) => id);
    await portal.owner`insert into member_nodes (member_id, node_id)
      select m.id, case when m.user_id = ${leaving.id} then ${first ?? ""}::uuid else ${second ?? ""}::uuid end
      from members m where m.user_id in (${leaving.id}, ${colleague.id})`;
    await portal.owner`insert into approval_deputies
      (organisation_id, user_id, from_on, until_on, author_id)
      select id, ${leaving.id}, current_date - 3, current_date + 9, ${admin.id}
      from organisations where slug = 'saga'`;
    const where = { organisation: "saga", userId: leaving.id };
    const before = await readHandOver(as(admin), where, now);
    expect(before.items.map(({ kind }) => kind)).toEqual(["draft", "deputy"]);
    const id = await handOverMember(
      as(admin),
      where,
      { to: colleague.id, note: "様式は共有フォルダーにあります。", end: "yes" },
      now,
    );
    expect(await memberOf(leaving.id)).toBeNull();
    expect(await memberOf(colleague.id)).toBe(
      ["editor", ...goals.slice(0, 2).map(({ code }) => code)].join(" "),
    );
    const kept = await findHandover(as(colleague), { organisation: "saga", handover: id });
    expect(kept).toMatchObject({ from: "saga editor", note: "様式は共有フォルダーにあります。" });
    expect(kept.items).toHaveLength(2);
    const told = await portal.owner`select path from notifications where user_id = ${colleague.id}`;
    expect(told.map(({ path }) => path)).toEqual([`/workspaces/saga/handovers/${id}`]);
    const [days] = await portal.owner`select count(*)::int from approval_deputies
      where user_id = ${colleague.id} and ended_at is null and from_on >= current_date - 1`;
    expect(days?.count).toBe(1);
    // Nobody else of the organisation reads it.
    expect(
      await outcomeOf(
        findHandover(as(staff("saga approver")), { organisation: "saga", handover: id }),
      ),
    ).toBe("not_found");
    await desk.save(codes, 1, figure("1,300")).catch(() => {});
    expect(await outcomeOf(deskOf(portal, () => colleague).save(codes, 1, figure("1,250")))).toBe(
      "done",
    );
  });

  it("goes to a member who writes, and is made by administrators", async () => {
    const leaving = await createPerson(portal.owner, "saga editor");
    const viewer = await createPerson(portal.owner, "saga viewer");
    const where = { organisation: "saga", userId: leaving.id };
    const outcome = (actor: Actor, to: string) =>
      outcomeOf(handOverMember(as(actor), where, { to }, now));
    expect(await outcome(admin, viewer.id)).toBe("invalid");
    expect(await outcome(admin, leaving.id)).toBe("invalid");
    expect(await outcome(admin, staff("oita editor").id)).toBe("invalid");
    expect(await outcome(staff("saga approver"), staff("saga editor").id)).toBe("forbidden");
  });
});

describe("what the database itself allows", () => {
  const run = (actor: Actor | null, text: string) =>
    takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(text)));
  const asAuth = (text: string) => takenBack(auth, null, (sql) => rowsOrState(sql.unsafe(text)));
  const saga = "(select id from organisations where slug = 'saga')";

  it("the pages: members are changed and ended by administrators, and taken in by nobody", async () => {
    const person = await createPerson(portal.owner, "saga editor");
    const promote = `update members set role = 'admin' where user_id = '${person.id}'`;
    const end = `delete from members where user_id = '${person.id}'`;
    for (const actor of [person, staff("saga approver"), keeper, null])
      expect([await run(actor, promote), await run(actor, end)]).toEqual([0, 0]);
    expect([await run(admin, promote), await run(admin, end)]).toEqual([1, 1]);
    const join = `insert into members (organisation_id, user_id, role)
      values (${saga}, '${keeper.id}', 'viewer')`;
    for (const actor of [admin, keeper]) expect(await run(actor, join)).toBe(forbidden);
  });

  it("sign-in: in comes whose address has an open invitation, with its role", async () => {
    const email = newAddress();
    await portal.owner`insert into users (name, email) values ('n', ${email})`;
    const join = (role: string) =>
      asAuth(`insert into members (organisation_id, user_id, role)
        select ${saga}, id, '${role}' from users where email = '${email}'`);
    expect(await join("editor")).toBe(forbidden);
    const id = await invited(admin, email);
    expect([await join("editor"), await join("admin")]).toEqual([1, forbidden]);
    await revokeInvitation(as(admin), "saga", { invitation: id });
    expect(await join("editor")).toBe(forbidden);
    const keep = () =>
      asAuth(`insert into platform_admins (user_id) select id from users where email = '${email}'`);
    expect(await keep()).toBe(forbidden);
    await invited(keeper, email, { role: "admin" }, null);
    expect(await keep()).toBe(1);
  });

  it("invitations are seen and sent by administrators, for seven days", async () => {
    await invited(admin, newAddress());
    const see = "select 1 from invitations";
    expect(await run(admin, see)).toBe(1);
    for (const actor of [staff("saga approver"), staff("oita editor"), keeper, null])
      expect(await run(actor, see)).toBe(0);
    const ask = (actor: Actor, role = "editor", days = 7) =>
      run(
        actor,
        `insert into invitations (organisation_id, email, role, author_id, expires_at)
          values (${saga}, 'x@example.lg.jp', '${role}', '${actor.id}', now() + interval '${days} days')`,
      );
    expect(await ask(admin)).toBe(1);
    expect(await ask(admin, "editor", 8)).toBe(forbidden);
    for (const actor of [staff("saga approver"), keeper])
      expect(await ask(actor, "admin")).toBe(forbidden);
  });

  it("the last administrator stays, whoever asks", async () => {
    await portal.owner`delete from members m using organisations o
      where o.id = m.organisation_id and o.slug = 'mine' and role = 'admin'`.catch(() => {});
    const last = await createPerson(portal.owner, "mine admin");
    const state = await takenBack(app, last, async (sql) => {
      await sql`update members set role = 'viewer' where user_id = ${last.id}`;
      return rowsOrState(sql.unsafe("set constraints all immediate"));
    });
    expect(state).toBe(violated);
  });

  it("organisations are named by who keeps the portal, who reads no draft", async () => {
    const rename = "update organisations set name = '新' where slug = 'saga'";
    expect(await run(admin, rename)).toBe(forbidden);
    expect(await run(staff("saga approver"), rename)).toBe(forbidden);
    expect(await run(keeper, rename)).toBe(1);
    expect(
      await run(keeper, "update organisations set requires_approval = true where slug = 'saga'"),
    ).toBe(forbidden);
    // What the public sees of it, and nothing more.
    for (const table of ["observations", "observation_versions", "members", "comments", "imports"])
      expect(await run(keeper, `select 1 from ${table}`), table).toBe(
        await run(null, `select 1 from ${table}`),
      );
  });
});
