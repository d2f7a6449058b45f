import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { verifyAudit } from "#server/audit-verify.ts";
import { createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { deskOf, figure, question } from "#tests/factories/steps.ts";

let portal: Portal;
let person: (post: Post) => Actor;
const kpi = question("SHG-2-3-a", "saga");

beforeAll(async () => {
  portal = await openPortal();
  person = await createStaff(portal.owner);
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.owner`truncate audit_events, audit_seals, observations, observation_versions, evaluations cascade`;
  const desk = deskOf(portal, person);
  await desk.submit(kpi, 0, figure("3"));
  await desk.return(kpi, 1);
  await desk.submit(kpi, 2, figure("4"));
});

const verify = () => verifyAudit(portal.urls.ownerUrl);
const problems = async () => (await verify()).problems;
const events = async () =>
  (await portal.owner`select id from audit_events order by id`).map((r) => r.id);

/** As who holds the database and means it: without the triggers that stand in the way. */
async function tamper(statement: string) {
  await portal.owner.begin(async (tx) => {
    await tx.unsafe("set local session_replication_role = replica");
    await tx.unsafe(statement);
  });
}

describe("the chain over the audit events", () => {
  it("holds every event, in the order of the commits", async () => {
    const { events: count, head, problems: found } = await verify();
    expect({ count, found }).toEqual({ count: 3, found: [] });
    expect(head?.position).toBe(3n);
    expect(head?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("holds what many write at once", async () => {
    await Promise.all(
      Array.from(
        { length: 40 },
        (_, n) =>
          portal.owner`insert into audit_events (action, subject) values ('session.refuse', ${`x${n}`})`,
      ),
    );
    const { head, problems: found } = await verify();
    expect(found).toEqual([]);
    expect(head?.position).toBe(43n);
  });

  it("leaves out what was never committed", async () => {
    await portal.owner
      .begin(async (tx) => {
        await tx`insert into audit_events (action, subject) values ('session.refuse', 'x')`;
        throw new Error("back");
      })
      .catch(() => {});
    expect((await verify()).head?.position).toBe(3n);
    expect(await problems()).toEqual([]);
  });

  it("names an event that was altered", async () => {
    const [, second] = await events();
    for (const change of [
      "detail = detail || '{\"version\": 9}'",
      "at = at + interval '1 microsecond'",
      "actor_id = null",
      "subject = subject || ' '",
    ]) {
      await tamper(`create table kept as select * from audit_events where id = ${second}`);
      await tamper(`update audit_events set ${change} where id = ${second}`);
      expect(await problems(), change).toEqual([`event ${second} was altered`]);
      await tamper(`delete from audit_events where id = ${second}`);
      await tamper("insert into audit_events overriding system value select * from kept");
      await tamper("drop table kept");
    }
    expect(await problems()).toEqual([]);
  });

  it("names an event that was taken out, with its seal or without", async () => {
    const [first, second] = await events();
    await tamper(`delete from audit_events where id = ${second}`);
    expect(await problems()).toEqual([`event ${second} was taken out`]);
    await tamper(`delete from audit_seals where event_id = ${second}`);
    expect(await problems()).toEqual(["seals 2 to 2 were taken out"]);
    await tamper(`delete from audit_seals where event_id = ${first}`);
    expect(await problems()).toContain(`event ${first} stands outside the chain: it was put in`);
  });

  it("names an event that was put in", async () => {
    await tamper("insert into audit_events (action, subject) values ('session.create', 'forged')");
    const forged = (await events()).at(-1);
    expect(await problems()).toEqual([`event ${forged} stands outside the chain: it was put in`]);
  });

  it("shows what was taken from its end against a head that was written down", async () => {
    const { head } = await verify();
    const last = (await events()).at(-1);
    await tamper(`delete from audit_events where id = ${last}`);
    await tamper(`delete from audit_seals where event_id = ${last}`);
    expect(await problems()).toEqual([]);
    expect((await verifyAudit(portal.urls.ownerUrl, head)).problems).toEqual([
      "seal 3 is not the one that was written down",
    ]);
  });

  it("is not written, and its events are not changed, by anybody: not by the owner either", async () => {
    for (const statement of [
      "update audit_events set subject = 'x'",
      "delete from audit_events",
      "update audit_seals set hash = ''",
      "delete from audit_seals",
    ])
      await expect(portal.owner.unsafe(statement), statement).rejects.toThrow("never changed");
    for (const url of [portal.urls.appUrl, portal.urls.authUrl, portal.urls.mailUrl]) {
      const role = connect(url);
      for (const statement of [
        "select * from audit_seals",
        "insert into audit_seals (position, event_id, hash) values (99, 99, '')",
        "select portal.seal_audit_event()",
        "truncate audit_events",
        "truncate audit_seals",
        "update audit_events set subject = 'x'",
        "delete from audit_events",
      ])
        await expect(role.unsafe(statement), statement).rejects.toThrow();
      await role.end();
    }
  });
});
