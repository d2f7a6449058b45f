import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { action as activityAction, loader as activityPage } from "#app/routes/plans/activity.tsx";
import { readActivity } from "#app/services/activity/read.server.ts";
import { reportActivity } from "#app/services/activity/report.server.ts";
import { readProgress } from "#app/services/progress/read.server.ts";
import { seedId } from "#seeds/seed-id.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { actingAs, type Fields, form, outcomeOf, refusalOf } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let endWeb: () => Promise<void>;
let person: (post: Post) => Actor;
let stranger: Actor;

/** What the revision added to a project of the PT that 福岡県 leads, in the council's plan. */
const activity = seedId("activity", "jewels", "SHG-3-2", 1);
const codes = { plan: "jewels", node: "SHG-3-2", activity };
const now = new Date("2026-11-20T12:00:00+09:00");

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  endWeb = beWebProcess(portal);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of ["saga viewer", "fukuoka viewer", "council viewer", "council editor"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  stranger = await createPerson(portal.owner);
});
afterAll(async () => {
  await endWeb();
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate activity_reports, audit_events cascade`;
});

const context = (post: Post | null) => actingAs(portal, post && person(post));
const started: Fields = { state: "started", note: "" };
const late: Fields = { state: "late", note: "協議が続いている。" };

const report = (post: Post, fields: Fields = form(0, started), of = codes) =>
  reportActivity(context(post), of, fields);
const read = async (post: Post = "saga viewer", of = codes) => readActivity(context(post), of);

describe("who reports on an activity", () => {
  it.each([
    ["fukuoka editor", "done"],
    ["fukuoka approver", "done"],
    ["fukuoka viewer", "forbidden"],
    ["council editor", "done"],
    ["council viewer", "forbidden"],
    ["saga editor", "forbidden"],
    ["kumamoto approver", "forbidden"],
    ["kurume editor", "forbidden"],
  ] as const)("%s: %s", async (post, expected) => {
    expect(await outcomeOf(report(post))).toBe(expected);
    expect(await auditOf(portal.owner)).toHaveLength(expected === "done" ? 1 : 0);
    expect((await read(post)).mayReport).toBe(expected === "done");
  });

  it("lets a city report in its own plan, where there is no PT", async () => {
    const own = {
      plan: "mine",
      node: "1-1-1",
      activity: seedId("activity", "mine", "1-1-1", 2),
    };
    expect(await outcomeOf(report("mine editor", form(0, started), own))).toBe("done");
    expect(await outcomeOf(report("kurume editor", form(1, started), own))).toBe("forbidden");
    expect(await outcomeOf(report("council editor", form(1, started), own))).toBe("forbidden");
    const { activities } = await readProgress(context("mine editor"), own, now);
    expect(activities.map(({ newest }) => newest?.state ?? null)).toEqual([
      null,
      "started",
      null,
      null,
    ]);
    expect(activities[1]?.bars).toEqual([
      { fromFy: 2016, toFy: 2019, text: "市内企業への協力要請及び協力企業の創出" },
    ]);
  });

  it("takes a repost for its original", async () => {
    const [repost] = await portal.owner<{ code: string }[]>`
      select r.code from plan_nodes r join plan_nodes n on n.id = r.repost_of_id
      where n.code = ${codes.node} limit 1`;
    if (!repost) throw new Error("No repost");
    await report("fukuoka editor", form(0, started), { ...codes, node: repost.code });
    expect((await read()).activity.reports).toHaveLength(1);
  });

  it("knows no activity that is not the project's", async () => {
    for (const of of [
      { ...codes, node: "SHG-4-1" },
      { ...codes, plan: "kurume" },
      { ...codes, activity: seedId("activity", "jewels", "SHG-2-4", 1) },
      { ...codes, activity: randomUUID() },
      { ...codes, activity: "x'; --" },
    ]) {
      expect(await outcomeOf(report("fukuoka editor", form(0, started), of))).toBe("not_found");
      expect(await outcomeOf(read("fukuoka editor", of))).toBe("not_found");
    }
  });

  it("is for members to read", async () => {
    for (const actor of [null, stranger])
      expect(await outcomeOf(readActivity(actingAs(portal, actor), codes))).toBe("forbidden");
    expect(await outcomeOf(read("kurume editor"))).toBe("done");
  });
});

describe("a report on an activity", () => {
  it("says why an activity is late or stopped, and is not too long", async () => {
    const errors = async (fields: Fields) =>
      (await refusalOf(report("fukuoka editor", form(0, fields)))).fieldErrors;
    for (const state of ["late", "stopped"])
      expect(await errors({ state, note: "　\n" })).toEqual({ note: "activity.note" });
    expect(await errors({ state: "paused", note: "" })).toEqual({ state: "activity.state" });
    expect(await errors({})).toEqual({ state: "activity.state" });
    for (const note of ["あ".repeat(1001), `${"x".padEnd(160_000)}\nx`])
      expect(await errors({ state: "done", note })).toEqual({ note: "activity.too_long" });
    for (const [version, state] of ["not_started", "started", "done"].entries())
      await report("fukuoka editor", form(version, { state, note: "" }));
  });

  it("stays when a newer one comes, and the newest counts", async () => {
    await report("fukuoka editor");
    await portal.owner`update activity_reports set created_at = now() + interval '1 day'`;
    await report("council editor", form(1, late));
    const { activity: found } = await read();
    expect(found.newest).toMatchObject({
      version: 2,
      ...late,
      author: "council editor",
      isDemo: false,
    });
    expect(found.reports).toHaveLength(2);
    const { activities } = await readProgress(context("saga viewer"), codes, now);
    expect(activities).toMatchObject([{ id: activity, newest: { state: "late" } }]);
  });

  it("is one when two send at the same moment, and a conflict for who is late", async () => {
    const outcomes = await Promise.all(
      (["fukuoka editor", "fukuoka approver"] as const).map((post) => outcomeOf(report(post))),
    );
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
    expect(await outcomeOf(report("council editor", form(0, late)))).toBe("conflict");
    expect((await read()).activity.reports).toHaveLength(1);
  });

  it("is one when the same form is sent twice, and a conflict when other words come under its key", async () => {
    const sent = form(0, late);
    await report("fukuoka editor", sent);
    await report("fukuoka editor", sent);
    expect((await read()).activity.reports).toHaveLength(1);
    expect(await auditOf(portal.owner)).toHaveLength(1);
    const changed = { ...sent, note: "別のこと。" };
    expect(await outcomeOf(report("fukuoka editor", changed))).toBe("conflict");
    // The key is spent, also for another activity.
    const other = {
      ...codes,
      node: "SHG-2-4",
      activity: seedId("activity", "jewels", "SHG-2-4", 1),
    };
    expect(await outcomeOf(report("fukuoka editor", sent, other))).toBe("conflict");
  });

  it("is audited with what was said before", async () => {
    await report("fukuoka editor");
    await report("fukuoka approver", form(1, late));
    expect(await auditOf(portal.owner, `jewels/SHG-3-2/${activity}`)).toMatchObject([
      { action: "activity.report", organisation: "fukuoka", detail: { before: null } },
      { detail: { version: 2, before: "started", after: "late" } },
    ]);
  });

  it("loses nothing that was typed when the session ends meanwhile", async () => {
    const typed = form(0, late);
    const init = { method: "POST", body: new URLSearchParams(typed) };
    expect(await activityAction(routeArgs("/", { params: codes, init }))).toMatchObject({
      data: { said: "signed_out", values: typed },
      init: { status: 401 },
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const page = await activityPage(routeArgs("/", { params: codes, init: { headers } }));
    expect(page).toEqual({ signedOut: true });
  });
});

describe("what the database itself allows", () => {
  /** A report as SQL; everything not said is as 福岡県's editor would write it. */
  const insert = (
    post: Post,
    more: Record<string, string | number | boolean> = {},
  ): Promise<number | string> =>
    takenBack(app, person(post), (sql: TransactionSql) => {
      const row = {
        node: "SHG-3-2",
        activity,
        version: 1,
        state: "started",
        demo: false,
        days: 0,
        author: person(post).id,
        of: post.split(" ")[0] ?? "",
        ...more,
      };
      return rowsOrState(sql`
        insert into activity_reports (node_id, activity_id, version, state, is_demo, author_id,
          author_organisation_id, created_at)
        select n.id, ${row.activity}, ${row.version}, ${row.state}, ${row.demo}, ${row.author}, o.id,
          now() - ${row.days} * interval '1 day'
        from plan_nodes n, organisations o where n.code = ${row.node} and o.slug = ${row.of}`);
    });

  it.each([
    ["as it should be", {}, 1],
    ["in somebody else's name", { author: "00000000-0000-4000-8000-000000000000" }, forbidden],
    ["in another organisation's name", { of: "saga" }, forbidden],
    ["yesterday", { days: 1 }, forbidden],
    ["as demo", { demo: true }, forbidden],
    ["of another project", { node: "SHG-4-1" }, violated],
    ["of nothing", { activity: "00000000-0000-4000-8000-000000000000" }, violated],
    ["before the first", { version: 2 }, violated],
    ["late without a reason", { state: "late" }, violated],
  ] as const)("a report %s", async (_, more, expected) => {
    expect(await insert("fukuoka editor", more)).toBe(expected);
  });

  it.each([
    ["council editor", 1],
    ["saga editor", forbidden],
    ["fukuoka viewer", forbidden],
    ["kurume editor", forbidden],
  ] as const)("a report by %s: %s", async (post, expected) => {
    expect(await insert(post)).toBe(expected);
  });

  it("nothing to read for strangers; nothing changed or taken away by anybody", async () => {
    await report("fukuoka editor");
    const rows = (actor: Actor | null, statement: string) =>
      takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(statement)));
    for (const actor of [null, stranger])
      expect(await rows(actor, "select 1 from activity_reports")).toBe(0);
    expect(await rows(person("saga viewer"), "select 1 from activity_reports")).toBe(1);
    for (const statement of ["update activity_reports set id = id", "delete from activity_reports"])
      expect(await rows(person("fukuoka approver"), statement)).toBe(forbidden);
  });
});
