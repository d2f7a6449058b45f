import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import type { SubjectCodes } from "#app/services/comment/find-subject.server.ts";
import { resolveComment } from "#app/services/comment/resolve.server.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import { readContact } from "#app/services/contact/read.server.ts";
import { saveContact } from "#app/services/contact/save.server.ts";
import { advanceMilestone } from "#app/services/milestone/advance.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { reportProgress } from "#app/services/progress/report.server.ts";
import { lookThrough } from "#app/services/workspace/look-through.server.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { openRound } from "#tests/factories/rounds.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  type Fields,
  figure,
  form,
  outcomeOf,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";

let portal: Portal;
let app: Sql;
let person: (post: Post) => Actor;
let desk: Desk;

/** しごとづくりPT, which 福岡県 leads, and one of its projects and KPIs. */
const pt = { plan: "jewels", pt: "SHG" };
const project = { plan: "jewels", node: "SHG-4-1" };
const kpi = question("SHG-2-3-a", "saga");
const fy = 2023;

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of ["saga viewer", "council editor"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  desk = deskOf(portal, person);
  await openRound(portal.owner, { fy, dueOn: "2026-10-30" });
});
afterAll(async () => {
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate comments, comment_mentions, comment_history, notifications,
    project_updates, milestone_versions, milestones, pt_contacts, workspace_visits, audit_events,
    observations, observation_versions, evaluations cascade`;
});

const context = (post: Post) => actingAs(portal, person(post));
const organisationOf = (post: Post) => post.split(" ")[0] ?? "";
const read = (post: Post, now = new Date()) =>
  readPtWorkspace(context(post), { ...pt, organisation: organisationOf(post) }, fy, now);
const said = { status: "on_track", done: "会議を開いた。", issues: "", next: "" };
const report = (post: Post, scope: "own" | "whole" = "own") =>
  reportProgress(
    context(post),
    { ...project, organisation: organisationOf(post), scope },
    form(0, said),
  );
const comment = (post: Post, body: string, codes: SubjectCodes, more: Fields = {}) =>
  writeComment(context(post), codes, { body, requestKey: randomUUID(), ...more });
const onProject: SubjectCodes = { plan: "jewels", kind: "project", code: "SHG-4-1" };

describe("what waits", () => {
  it("are the figures that are still to come, those sent back first with the reason", async () => {
    const before = (await read("saga editor")).waiting.figures;
    expect(before.length).toBeGreaterThan(2);
    expect(before.every(({ late, state }) => late && state === null)).toBe(true);
    await desk.save(kpi, 0, figure("3"));
    const draft = (await read("saga viewer")).waiting.figures;
    expect(draft.find(({ code }) => code === kpi.indicator)?.state).toBe("draft");
    await desk.submit(kpi, 1, figure("3"));
    expect((await read("saga editor")).waiting.figures).toHaveLength(before.length - 1);
    await desk.return(kpi, 2, "出典を書いてください。");
    const [first, ...rest] = (await read("saga editor")).waiting.figures;
    expect(first).toMatchObject({ state: "returned", reason: "出典を書いてください。" });
    expect(rest).toHaveLength(before.length - 1);
    await desk.submit(kpi, 3, figure("4"));
    await desk.accept(kpi, 4);
    expect((await read("saga editor")).waiting.figures).toHaveLength(before.length - 1);
  });

  it("are for the lead also the submissions that nobody judged", async () => {
    await desk.submit(kpi, 0, figure("3"));
    expect((await read("fukuoka approver")).waiting.reviews).toBe(1);
    expect((await read("saga approver")).waiting.reviews).toBe(0);
    await desk.accept(kpi, 1);
    expect((await read("fukuoka approver")).waiting.reviews).toBe(0);
  });

  it("are milestones of the organisation that are overdue or due soon", async () => {
    const add = (organisation: string, dueOn: string) =>
      saveMilestone(
        context("fukuoka editor"),
        { ...project, milestone: null },
        form(0, { name: dueOn, dueKind: "day", dueOn, organisation }),
      );
    const id = await add("saga", "2026-11-01");
    await add("saga", "2027-01-10");
    await add("saga", "2027-03-01");
    await add("nagasaki", "2026-11-01");
    const now = new Date("2026-11-20T12:00:00+09:00");
    expect((await read("saga editor", now)).waiting.milestones).toMatchObject([
      { name: "2026-11-01", overdue: true },
      { name: "2027-01-10", overdue: false },
    ]);
    const reached = { step: "reach", reachedOn: "2026-11-19" };
    await advanceMilestone(
      context("saga editor"),
      { ...project, milestone: id },
      form(1, reached),
      now,
    );
    expect((await read("saga editor", now)).waiting.milestones).toHaveLength(1);
  });

  it("are status updates that are missing or too old, of the lead also on the whole", async () => {
    const due = async (post: Post, now = new Date()) =>
      (await read(post, now)).waiting.updates.map(
        ({ project: { code }, scope }) => `${code} ${scope}`,
      );
    expect(await due("saga editor")).toContain("SHG-4-1 own");
    expect(await due("saga editor")).not.toContain("SHG-4-1 whole");
    // A repost gets on as its original does.
    expect(await due("saga editor")).not.toContain("SHG-7-1 own");
    await report("saga editor");
    expect(await due("saga editor")).not.toContain("SHG-4-1 own");
    expect(await due("saga editor", new Date(Date.now() + 181 * 86_400_000))).toContain(
      "SHG-4-1 own",
    );
    expect(await due("fukuoka editor")).toContain("SHG-4-1 whole");
    // Who takes no part in the PT reports nothing.
    expect(await due("kyudoyu editor")).toEqual([]);
  });

  it("are open threads that address the organisation, until it answers or they are resolved", async () => {
    const threads = async (post: Post) => (await read(post)).waiting.threads.map(({ id }) => id);
    const id = await comment("fukuoka editor", "@佐賀県 確認してください。", onProject);
    const other = await comment("fukuoka editor", "@佐賀県 こちらも。", onProject);
    expect(await threads("saga viewer")).toEqual([id, other]);
    expect(await threads("nagasaki editor")).toEqual([]);
    await comment("saga editor", "確認しました。", onProject, { parent: id });
    expect(await threads("saga viewer")).toEqual([other]);
    await comment("fukuoka editor", "@佐賀県 もう一点。", onProject, { parent: id });
    expect(await threads("saga approver")).toEqual([other, id]);
    for (const comment of [id, other])
      await resolveComment(context("fukuoka editor"), onProject, { comment, step: "resolve" });
    expect(await threads("saga editor")).toEqual([]);
  });
});

describe("what changed", () => {
  const look = async (post: Post, until?: string) => {
    const { changes } = await read(post);
    const codes = { ...pt, organisation: organisationOf(post) };
    return lookThrough(context(post), codes, { until: until ?? changes.readAt });
  };
  const kinds = async (post: Post) =>
    (await read(post)).changes.rows.map(({ kind, organisation }) => `${organisation} ${kind}`);

  it("is what others did, as far as the reader sees it, newest first", async () => {
    await report("nagasaki editor");
    await desk.submit(kpi, 0, figure("3"));
    await comment("fukuoka editor", "質問", { ...kpi, kind: "figure", code: kpi.indicator });
    await comment("kyukeiren editor", "質問", onProject);
    expect(await kinds("fukuoka approver")).toEqual([
      "九経連 comment",
      "福岡県 comment",
      "佐賀県 figure",
      "長崎県 update",
    ]);
    expect(await kinds("saga editor")).toEqual([
      "九経連 comment",
      "福岡県 comment",
      "長崎県 update",
    ]);
    expect(await kinds("nagasaki approver")).toEqual(["九経連 comment", "長崎県 update"]);
  });

  it("starts after the moment that the reader has seen, for that reader alone", async () => {
    await report("nagasaki editor");
    expect((await read("saga editor")).changes).toMatchObject({ looked: false, all: 1 });
    const { changes } = await read("saga editor");
    await report("kumamoto editor");
    await look("saga editor", changes.readAt);
    expect(await kinds("saga editor")).toEqual(["熊本県 update"]);
    await look("saga editor");
    expect((await read("saga editor")).changes).toMatchObject({ looked: true, all: 0, rows: [] });
    expect(await kinds("saga approver")).toHaveLength(2);
    // An older page sent late takes nothing back.
    await look("saga editor", changes.readAt);
    expect(await kinds("saga editor")).toEqual([]);
    const actions = (await auditOf(portal.owner)).map(({ action }) => action);
    expect(actions.filter((action) => action === "workspace.look_through")).toHaveLength(3);
  });

  it("never has a mark in the future, and takes only what a page gave out", async () => {
    await look("saga editor", "2999-01-01T00:00:00.000000Z");
    await report("nagasaki editor");
    expect(await kinds("saga editor")).toEqual(["長崎県 update"]);
    for (const until of ["", "yesterday", "2026-13-45T99:00:00.000000Z"])
      expect(await outcomeOf(look("saga editor", until))).toBe("invalid");
    const elsewhere = lookThrough(
      context("saga editor"),
      { ...pt, organisation: "nagasaki" },
      { until: (await read("saga editor")).changes.readAt },
    );
    expect(await outcomeOf(elsewhere)).toBe("forbidden");
  });

  it("is cut at thirty, with the number of the rest", async () => {
    for (let index = 0; index < 32; index += 1)
      await comment("nagasaki editor", String(index), onProject);
    const { rows, all } = (await read("saga editor")).changes;
    expect([rows.length, all]).toEqual([30, 32]);
  });
});

describe("how organisations stand", () => {
  it("is shown to the lead alone, the one that is behind first", async () => {
    expect((await read("saga approver")).standings).toBeNull();
    expect((await read("kyukeiren editor")).standings).toBeNull();
    const rows = (await read("fukuoka editor")).standings ?? [];
    expect(rows.map(({ organisation }) => organisation.slug).sort()).toContain("saga");
    const asked = rows.find(({ organisation }) => organisation.slug === "saga")?.figures.asked ?? 0;
    await desk.save(question("SHG-3-1-a", "saga"), 0, figure("1"));
    await desk.report(kpi, figure("3"));
    await report("saga editor");
    const saga = (await read("fukuoka editor")).standings?.find(
      ({ organisation }) => organisation.slug === "saga",
    );
    // A draft is nobody else's to see: to the lead it is not there.
    expect(saga?.figures).toEqual({ asked, accepted: 1, submitted: 0, returned: 0 });
    expect(saga).toMatchObject({ overdue: true, updates: { current: 1 }, overdueMilestones: 0 });
    expect(saga?.lastActivity?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it("keeps an accepted figure accepted while its correction is drafted", async () => {
    await desk.report(kpi, figure("3"));
    await desk.save(kpi, 2, figure("4"));
    const rows = (await read("fukuoka editor")).standings ?? [];
    const saga = rows.find(({ organisation }) => organisation.slug === "saga");
    expect(saga?.figures).toMatchObject({ accepted: 1, submitted: 0, returned: 0 });
  });
});

describe("whom to ask", () => {
  const contact: Fields = {
    department: "企画課",
    person: "主査",
    phone: "０００－０００－００００",
    email: "kikaku@example.jp",
    note: "",
  };
  const save = (post: Post, baseVersion: number, fields: Fields = contact, codes = pt) =>
    saveContact(
      context(post),
      { ...codes, organisation: organisationOf(post) },
      { baseVersion: String(baseVersion), ...fields },
    );

  it("is said by an organisation's writers and read by members", async () => {
    expect(await outcomeOf(save("saga viewer", 0))).toBe("forbidden");
    await save("saga editor", 0);
    await save("saga editor", 0);
    const { people } = await read("nagasaki editor");
    expect(people.find(({ slug }) => slug === "saga")?.contact).toMatchObject({
      department: "企画課",
      phone: "000-000-0000",
    });
    expect(await auditOf(portal.owner)).toMatchObject([{ action: "contact.save" }]);
    expect(await outcomeOf(save("kyudoyu editor", 0))).toBe("not_found");
    expect(await outcomeOf(save("saga editor", 1, contact, { ...pt, pt: "nowhere" }))).toBe(
      "not_found",
    );
  });

  it("is not overwritten by who did not see the newest, and says what is wrong", async () => {
    await save("saga editor", 0);
    expect(await outcomeOf(save("saga approver", 0, { ...contact, person: "係長" }))).toBe(
      "conflict",
    );
    await save("saga approver", 1, { ...contact, person: "係長" });
    const { newest } = await readContact(context("saga editor"), { ...pt, organisation: "saga" });
    expect(newest).toMatchObject({ version: 2, person: "係長" });
    const wrong = { department: " ", person: "x".repeat(101), phone: "abc", email: "x", note: "" };
    expect((await refusalOf(save("saga editor", 2, wrong))).fieldErrors).toEqual({
      department: "contact.department",
      person: "contact.too_long",
      phone: "contact.phone",
      email: "contact.email",
    });
  });
});

describe("what the database itself allows", () => {
  const as = (actor: Actor | null, work: (sql: TransactionSql) => ReturnType<typeof rowsOrState>) =>
    takenBack(app, actor, work);

  it("a contact by the organisation's writers, in order, of a PT in which it takes part", async () => {
    const add = (post: Post, more: { of?: string; node?: string; version?: number } = {}) =>
      as(person(post), (sql) =>
        rowsOrState(sql`
          insert into pt_contacts (node_id, organisation_id, version, department, author_id)
          select n.id, o.id, ${more.version ?? 1}, 'x', ${person(post).id}
          from plan_nodes n join plans p on p.id = n.plan_id and p.code = 'jewels', organisations o
          where n.code = ${more.node ?? "SHG"} and o.slug = ${more.of ?? organisationOf(post)}`),
      );
    expect(await add("saga editor")).toBe(1);
    expect(await add("saga viewer")).toBe(forbidden);
    expect(await add("saga editor", { of: "nagasaki" })).toBe(forbidden);
    expect(await add("saga editor", { node: "SHG-4" })).toBe(forbidden);
    expect(await add("saga editor", { version: 2 })).toBe(violated);
    expect(await add("kyudoyu editor")).toBe(forbidden);
  });

  it("nobody a look into how far others have looked", async () => {
    await lookThrough(
      context("saga editor"),
      { ...pt, organisation: "saga" },
      { until: (await read("saga editor")).changes.readAt },
    );
    const see = (post: Post) =>
      as(person(post), (sql) => rowsOrState(sql`select 1 from workspace_visits`));
    expect(await see("saga editor")).toBe(1);
    expect(await see("saga approver")).toBe(0);
    const move = (post: Post) =>
      as(person(post), (sql) =>
        rowsOrState(sql`update workspace_visits set seen_at = now() + interval '1 day'`),
      );
    expect(await move("saga editor")).toBe(forbidden);
    expect(await move("saga approver")).toBe(0);
  });
});

it("costs twelve statements at the most, however much there is", async () => {
  const counted = countedDatabase(portal.urls.appUrl);
  const cost = async (post: Post) =>
    (
      await counted.statementsOf(() =>
        readPtWorkspace(
          actingAs(counted, person(post)),
          { ...pt, organisation: organisationOf(post) },
          fy,
          new Date(),
        ),
      )
    ).length;
  try {
    const few = [await cost("fukuoka editor"), await cost("saga editor")];
    for (const post of ["saga editor", "nagasaki editor", "oita editor"] as const) {
      await report(post);
      await comment(post, "@福岡県 質問", onProject);
      await desk.submit({ ...kpi, organisation: organisationOf(post) }, 0, figure("3"));
    }
    expect([await cost("fukuoka editor"), await cost("saga editor")]).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(12);
  } finally {
    await counted.close();
  }
});
