import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notificationKinds } from "#app/domain/discussion/notification.ts";
import { notificationText } from "#app/i18n/notification.ts";
import type { Actor } from "#app/policy/can.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import type { SignedIn } from "#app/services/context.server.ts";
import { chooseNotifications } from "#app/services/notification/choose.server.ts";
import { listNotifications } from "#app/services/notification/list.server.ts";
import { markNotification } from "#app/services/notification/mark.server.ts";
import { notify } from "#app/services/notification/notify.server.ts";
import { readPreferences } from "#app/services/notification/preferences.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { findSession } from "#app/services/session/find.server.ts";
import { asActor } from "#db/client.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { actingAs, deskOf, figure, outcomeOf, question } from "#tests/factories/steps.ts";

let portal: Portal;
let app: Sql;
let person: (post: Post) => Actor;
let stranger: Actor;

/** A KPI that 佐賀県 reports and 福岡県 accepts. */
const kpi = question("SHG-2-3-a", "saga");

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  const staff = await createStaff(portal.owner);
  const viewer = await createPerson(portal.owner, "saga viewer");
  person = (post) => (post === "saga viewer" ? viewer : staff(post));
  stranger = await createPerson(portal.owner);
});
afterAll(async () => {
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate comments, comment_mentions, comment_history, notifications,
    notification_preferences, audit_events, observations, observation_versions, evaluations cascade`;
});

const context = (post: Post) => actingAs(portal, person(post));
const say = (post: Post, body: string) =>
  writeComment(
    context(post),
    { plan: "jewels", kind: "project", code: "SHG-4-1" },
    { body, requestKey: randomUUID() },
  );
const inbox = async (post: Post, page = 1) => listNotifications(context(post), page);
const inAppOf = async (post: Post) => {
  const choices = await readPreferences(context(post));
  return choices.filter(({ inApp }) => inApp).map(({ kind }) => kind);
};
const kindsOf = async (post: Post) => (await inbox(post)).rows.map(({ kind }) => kind);

describe("a figure", () => {
  const desk = () => deskOf(portal, person);

  it("tells who decides of its submission, and who wrote it of the judgement", async () => {
    await desk().save(kpi, 0, figure("3"));
    expect(await kindsOf("fukuoka approver")).toEqual([]);
    await desk().submit(kpi, 1, figure("3"));
    expect(await kindsOf("fukuoka approver")).toEqual(["submitted"]);
    expect(await kindsOf("fukuoka editor")).toEqual([]);
    await desk().return(kpi, 2);
    await desk().submit(kpi, 3, figure("4"));
    await desk().accept(kpi, 4);
    expect(await kindsOf("saga editor")).toEqual(["accepted", "returned"]);
    expect(await kindsOf("saga approver")).toEqual(["accepted", "returned"]);
    expect(await kindsOf("saga viewer")).toEqual([]);
    expect(await kindsOf("nagasaki approver")).toEqual([]);
    const [newest] = (await inbox("saga editor")).rows;
    expect(newest?.path).toBe("/workspaces/saga/plans/jewels/reports/SHG-2-3-a/2023");
  });

  it("tells nothing twice when a form is sent twice", async () => {
    const fields = { baseVersion: "0", requestKey: randomUUID(), ...figure("3") };
    for (const _ of [1, 2]) await submitObservation(context("saga editor"), kpi, fields, []);
    expect(await kindsOf("fukuoka approver")).toEqual(["submitted"]);
  });
});

describe("who is told", () => {
  it("is never who did it, nobody twice, and nobody who does not want to be", async () => {
    await chooseNotifications(context("saga approver"), { reply: "on" });
    await say("saga editor", "@佐賀県 @佐賀県");
    expect(await kindsOf("saga editor")).toEqual([]);
    expect(await kindsOf("saga approver")).toEqual([]);
    expect(await kindsOf("saga viewer")).toEqual(["mention"]);
  });

  it("chooses by kind, and finds the choice again", async () => {
    expect(await inAppOf("saga editor")).toEqual(notificationKinds);
    await chooseNotifications(context("saga editor"), { mention: "on", accepted: "on" });
    await chooseNotifications(context("saga editor"), { mention: "on" });
    expect(await inAppOf("saga editor")).toEqual(["mention"]);
    await chooseNotifications(context("saga editor"), { mention: "on", reply: "on" });
    expect(await auditOf(portal.owner)).toHaveLength(3);
    expect(await inAppOf("saga viewer")).toEqual(notificationKinds);
  });

  it("may be an organisation's people by role", async () => {
    const actor = person("fukuoka editor");
    const [membership] = actor.memberships;
    const [saga] = person("saga editor").memberships;
    await asActor(portal.database, actor.id, (tx) =>
      notify(tx, context("fukuoka editor") as SignedIn, {
        kind: "practice",
        to: { organisationId: saga?.organisationId ?? "", roles: ["editor"] },
        organisationId: membership?.organisationId ?? "",
        path: "/plans/jewels",
        detail: { name: "事例" },
      }),
    );
    expect(await kindsOf("saga editor")).toEqual(["practice"]);
    expect(await kindsOf("saga approver")).toEqual([]);
  });
});

describe("what somebody was told", () => {
  it("is marked one by one or all at once, by them alone", async () => {
    for (const body of ["@佐賀県 1", "@佐賀県 2", "@佐賀県 3"]) await say("nagasaki editor", body);
    const { rows } = await inbox("saga editor");
    const notification = rows[0]?.id ?? "";
    await markNotification(context("saga approver"), { notification });
    expect(await inbox("saga editor")).toMatchObject({ all: 3, unread: 3 });
    await markNotification(context("saga editor"), { notification });
    expect(await inbox("saga editor")).toMatchObject({ all: 3, unread: 2 });
    await markNotification(context("saga editor"), {});
    await markNotification(context("saga editor"), {});
    expect(await inbox("saga editor")).toMatchObject({ all: 3, unread: 0 });
    expect(await inbox("saga approver")).toMatchObject({ unread: 3 });
    const marks = (await auditOf(portal.owner)).filter(
      ({ action }) => action === "notification.mark",
    );
    expect(marks).toHaveLength(2);
    expect(await outcomeOf(markNotification(context("saga editor"), { notification: "x" }))).toBe(
      "not_found",
    );
  });

  it("comes fifty to a page", async () => {
    await portal.owner`
      insert into notifications (user_id, kind, path, actor_id, actor_organisation_id, created_at)
      select ${person("saga editor").id}, 'reply', '/', ${person("nagasaki editor").id}, o.id,
        now() - n * interval '1 minute'
      from generate_series(1, 51) n, organisations o where o.slug = 'nagasaki'`;
    expect((await inbox("saga editor")).rows).toHaveLength(50);
    expect((await inbox("saga editor", 2)).rows).toHaveLength(1);
    expect(await inbox("saga editor", 3)).toMatchObject({ rows: [], pages: 2, all: 51 });
  });

  it("is counted in the statement that finds the session", async () => {
    const token = randomUUID();
    await portal.owner`insert into sessions (user_id, token, expires_at)
      values (${person("saga editor").id}, ${token}, now() + interval '1 hour')`;
    await say("nagasaki editor", "@佐賀県 確認");
    const identity = countedDatabase(portal.urls.authUrl);
    try {
      const statements = await identity.statementsOf(async () => {
        expect(await findSession(identity.database, token)).toMatchObject({ unread: 1 });
      });
      expect(statements).toHaveLength(1);
    } finally {
      await identity.close();
    }
  });

  it("has words of every kind, with and without a figure", () => {
    const figureOf = { name: "宿泊者数", organisation: "佐賀県", fy: "2023" };
    for (const kind of notificationKinds) {
      expect(notificationText(kind, { name: "取組" })).toContain("取組");
      expect(notificationText(kind, figureOf)).toMatch(/宿泊者数/);
    }
    expect(notificationText("submitted", figureOf)).toBe(
      "佐賀県が「宿泊者数」のR5の報告を提出しました",
    );
  });
});

describe("what the database itself allows", () => {
  const rows = (actor: Actor | null, statement: string) =>
    takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(statement)));

  it("to read and mark one's own, and nothing else of it", async () => {
    await say("nagasaki editor", "@佐賀県 確認");
    const editor = person("saga editor");
    expect(await rows(editor, "select 1 from notifications")).toBe(1);
    for (const actor of [person("nagasaki editor"), person("fukuoka approver"), stranger, null])
      expect(await rows(actor, "select 1 from notifications")).toBe(0);
    expect(await rows(editor, "update notifications set read_at = now()")).toBe(1);
    expect(await rows(editor, "update notifications set read_at = null")).toBe(forbidden);
    expect(await rows(editor, "update notifications set path = '/'")).toBe(forbidden);
    expect(await rows(editor, "delete from notifications")).toBe(forbidden);
  });

  it("to tell something as oneself, of an address of the portal", async () => {
    const tell = (more: { by?: string; of?: string; path?: string; at?: string } = {}) =>
      rows(
        person("saga editor"),
        `insert into notifications (user_id, kind, path, actor_id, actor_organisation_id, created_at)
         select '${person("nagasaki editor").id}', 'reply', '${more.path ?? "/plans"}',
           '${more.by ?? person("saga editor").id}', o.id, ${more.at ?? "now()"}
         from organisations o where o.slug = '${more.of ?? "saga"}'`,
      );
    expect(await tell()).toBe(1);
    expect(await tell({ by: person("saga viewer").id })).toBe(forbidden);
    expect(await tell({ of: "nagasaki" })).toBe(forbidden);
    expect(await tell({ at: "now() - interval '1 day'" })).toBe(forbidden);
    for (const path of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "javascript:x",
    ])
      expect(await tell({ path }), path).toBe(forbidden);
  });

  it("to choose for oneself, and nobody but the sign-in to count", async () => {
    const choose = (who: Post) =>
      rows(
        person("saga editor"),
        `insert into notification_preferences values ('${person(who).id}', 'reply', false)`,
      );
    expect(await choose("saga editor")).toBe(1);
    expect(await choose("saga viewer")).toBe(forbidden);
    const count = `select portal.unread_notifications('${person("saga viewer").id}')`;
    expect(await rows(person("saga editor"), count)).toBe(forbidden);
  });
});
