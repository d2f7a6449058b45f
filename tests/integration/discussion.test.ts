import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { action, loader } from "#app/routes/discussion/threads.tsx";
import type { SubjectCodes } from "#app/services/comment/find-subject.server.ts";
import { readDiscussion } from "#app/services/comment/read.server.ts";
import { resolveComment } from "#app/services/comment/resolve.server.ts";
import { withdrawComment } from "#app/services/comment/withdraw.server.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  deskOf,
  type Fields,
  outcomeOf,
  question,
  refusalOf,
  figure as someFigure,
} from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let endWeb: () => Promise<void>;
let person: (post: Post) => Actor;
let stranger: Actor;

/** 福岡県 leads its PT; the council owns the plan. */
const project: SubjectCodes = { plan: "jewels", kind: "project", code: "SHG-4-1" };
const indicator: SubjectCodes = { plan: "jewels", kind: "indicator", code: "SHG-2-3-a" };
/** 佐賀県's figure, which 福岡県 accepts. */
const figure: SubjectCodes = { ...indicator, kind: "figure", organisation: "saga", fy: 2023 };

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
  await portal.owner`truncate comments, comment_mentions, comment_history, notifications,
    notification_preferences, audit_events`;
});

const context = (post: Post | null) => actingAs(portal, post && person(post));
const form = (body: string, more: Fields = {}): Fields => ({
  body,
  requestKey: randomUUID(),
  ...more,
});
const write = (post: Post, codes: SubjectCodes = project, fields: Fields = form("質問です。")) =>
  writeComment(context(post), codes, fields);
const answer = (post: Post, parent: string, codes: SubjectCodes = project) =>
  write(post, codes, form("回答です。", { parent }));
const settle = (post: Post, comment: string, step = "resolve", codes: SubjectCodes = project) =>
  resolveComment(context(post), codes, { comment, step });
const withdraw = (post: Post, comment: string, codes: SubjectCodes = project) =>
  withdrawComment(context(post), codes, { comment });
const threads = async (post: Post = "saga viewer", codes: SubjectCodes = project) =>
  (await readDiscussion(context(post), codes)).threads;
const told = async (kind: string) =>
  (
    await portal.owner<{ name: string }[]>`
      select u.name from notifications n join users u on u.id = n.user_id
      where n.kind = ${kind} order by u.name collate "C"`
  ).map(({ name }) => name);

describe("who speaks", () => {
  it.each([
    ["saga viewer", project, "done"],
    ["kurume editor", project, "done"],
    ["council viewer", indicator, "done"],
    ["saga viewer", figure, "done"],
    ["fukuoka viewer", figure, "done"],
    ["council editor", figure, "done"],
    ["council viewer", figure, "forbidden"],
    ["nagasaki approver", figure, "forbidden"],
    ["kurume editor", figure, "forbidden"],
  ] as const)("%s: %o %s", async (post, codes, expected) => {
    expect(await outcomeOf(write(post, codes))).toBe(expected);
    expect(await outcomeOf(readDiscussion(context(post), codes))).toBe(expected);
    expect(await auditOf(portal.owner)).toHaveLength(expected === "done" ? 1 : 0);
  });

  it("nobody who is not signed in or belongs nowhere", async () => {
    for (const actor of [null, stranger])
      expect(await outcomeOf(readDiscussion(actingAs(portal, actor), project))).toBe("forbidden");
  });

  it("of nothing that is not there", async () => {
    for (const codes of [
      { ...project, plan: "kurume" },
      { ...project, code: "SHG-4" },
      { ...indicator, code: "nowhere" },
      { ...figure, organisation: "nowhere" },
      { ...figure, organisation: "kurume" },
      { ...figure, fy: 1999 },
    ] as SubjectCodes[])
      expect(await outcomeOf(write("fukuoka approver", codes)), JSON.stringify(codes)).toBe(
        "not_found",
      );
  });

  it("for an organisation of their own", async () => {
    const by = (slug: string) => write("saga editor", project, form("x", { by: slug }));
    expect(await outcomeOf(by("nagasaki"))).toBe("forbidden");
    expect(await outcomeOf(by("saga"))).toBe("done");
  });

  it("says what is wrong with a text", async () => {
    const errors = async (body: string) =>
      (await refusalOf(write("saga editor", project, form(body)))).fieldErrors;
    expect(await errors(" \n　")).toEqual({ body: "comment.empty" });
    expect(await errors("あ".repeat(2001))).toEqual({ body: "comment.too_long" });
    expect(await outcomeOf(write("saga editor", project, form("あ".repeat(2000))))).toBe("done");
  });

  it("is heard once when a form is sent twice", async () => {
    const sent = form("一度だけ");
    const first = await write("saga editor", project, sent);
    expect(await write("saga editor", project, sent)).toBe(first);
    expect(await outcomeOf(write("saga editor", project, { ...sent, body: "別" }))).toBe(
      "conflict",
    );
    expect(await outcomeOf(write("saga editor", indicator, sent))).toBe("conflict");
    expect(await outcomeOf(write("nagasaki editor", project, sent))).toBe("conflict");
    expect(await threads()).toHaveLength(1);
  });

  it("keeps figures, KPIs and projects apart", async () => {
    await write("saga editor", figure);
    await write("saga editor", indicator);
    expect(await threads("saga viewer", figure)).toHaveLength(1);
    expect(await threads("saga viewer", indicator)).toHaveLength(1);
    expect(await threads("saga viewer", { ...figure, fy: 2022 } as SubjectCodes)).toEqual([]);
    expect(await threads("nagasaki editor", indicator)).toHaveLength(1);
    expect(await threads()).toEqual([]);
  });
});

describe("a thread", () => {
  it("has one level of answers, on its own subject", async () => {
    const first = await write("saga editor");
    const second = await answer("fukuoka editor", first);
    expect((await threads())[0]?.comments.map(({ body }) => body)).toEqual([
      "質問です。",
      "回答です。",
    ]);
    expect(await outcomeOf(answer("saga editor", second))).toBe("not_found");
    expect(await outcomeOf(answer("saga editor", first, indicator))).toBe("not_found");
  });

  it.each([
    ["saga viewer", "done"],
    ["fukuoka editor", "done"],
    ["council editor", "done"],
    ["fukuoka viewer", "forbidden"],
    ["council viewer", "forbidden"],
    ["nagasaki approver", "forbidden"],
  ] as const)("of 佐賀県 is resolved and opened again by %s: %s", async (post, expected) => {
    const id = await write("saga editor");
    expect((await threads(post))[0]?.maySettle).toBe(expected === "done");
    expect(await outcomeOf(settle(post, id))).toBe(expected);
    if (expected === "done") {
      expect(await outcomeOf(answer("saga editor", id))).toBe("locked");
      expect(await outcomeOf(settle(post, id))).toBe("done");
      expect(await outcomeOf(settle(post, id, "reopen"))).toBe("done");
      const actions = (await auditOf(portal.owner)).map(({ action: name }) => name);
      expect(actions).toEqual(["comment.write", "comment.resolve", "comment.resolve"]);
    }
    expect((await threads())[0]?.state).toBe("open");
  });

  it("is taken back by its author alone, and stays so", async () => {
    const id = await write("saga editor", project, form("秘密の内容"));
    expect(await outcomeOf(withdraw("saga approver", id))).toBe("forbidden");
    expect(await outcomeOf(withdraw("fukuoka approver", id))).toBe("forbidden");
    await withdraw("saga editor", id);
    expect(await outcomeOf(withdraw("saga editor", id))).toBe("done");
    expect(await threads()).toMatchObject([{ state: "withdrawn", comments: [{ body: "" }] }]);
    expect(await outcomeOf(settle("saga editor", id, "reopen"))).toBe("locked");
    const kept = await portal.owner`select detail from audit_events`;
    expect(JSON.stringify(kept)).not.toContain("秘密");
  });

  it("stays open when an answer is taken back", async () => {
    const id = await write("saga editor");
    const reply = await answer("nagasaki editor", id);
    await withdraw("nagasaki editor", reply);
    expect(await threads()).toMatchObject([
      { state: "open", comments: [{ body: "質問です。" }, { body: "" }] },
    ]);
  });
});

describe("whom a comment reaches", () => {
  it("people and organisations by name and by tick, once each, never the author", async () => {
    await write(
      "saga editor",
      project,
      form("＠長崎県 @佐賀県　ご確認ください", { "tell.nagasaki": "on", "tell.kurume": "on" }),
    );
    expect(await told("mention")).toEqual([
      "nagasaki approver",
      "nagasaki editor",
      "saga approver",
      "saga viewer",
    ]);
  });

  it("of a figure only those who read it", async () => {
    const body = "@佐賀県 @長崎県 @福岡県 @戦略会議 @nagasaki editor";
    await write("fukuoka editor", figure, form(body, { "tell.nagasaki": "on" }));
    expect(await told("mention")).toEqual([
      "council editor",
      "fukuoka approver",
      "fukuoka viewer",
      "saga approver",
      "saga editor",
      "saga viewer",
    ]);
    const { organisations } = await readDiscussion(context("saga editor"), figure);
    expect(organisations.map(({ slug }) => slug).sort()).toEqual(["council", "fukuoka", "saga"]);
  });

  it("who spoke before hears of answers and of the end", async () => {
    const id = await write("saga editor");
    await answer("nagasaki editor", id);
    expect(await told("reply")).toEqual(["saga editor"]);
    await settle("fukuoka editor", id);
    expect(await told("resolved")).toEqual(["nagasaki editor", "saga editor"]);
  });

  it("leads to the comment itself, without its words", async () => {
    const id = await write("saga editor", figure, form("@福岡県 非公開の話"));
    const [notice] = await portal.owner`select path, detail from notifications`;
    expect(notice?.path).toBe(
      `/plans/jewels/indicators/SHG-2-3-a/observations/saga/discussion?fy=2023#comment-${id}`,
    );
    expect(JSON.stringify(notice?.detail)).not.toContain("非公開");
  });
});

it("loses nothing that was typed when the session ends meanwhile", async () => {
  const typed = { intent: "write", ...form("長い文章") };
  const params = { plan: "jewels", node: "SHG-4-1" };
  const init = { method: "POST", body: new URLSearchParams(typed) };
  expect(await action(routeArgs("/", { params, init }))).toMatchObject({
    data: { said: "signed_out", values: typed },
    init: { status: 401 },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  expect(await loader(routeArgs("/", { params, init: { headers } }))).toEqual({ signedOut: true });
});

describe("what the database itself allows", () => {
  const as = <Result>(actor: Actor | null, work: (sql: TransactionSql) => Promise<Result>) =>
    takenBack(app, actor, work);
  const rows = (actor: Actor | null, statement: string) =>
    as(actor, (sql) => rowsOrState(sql.unsafe(statement)));

  it("figure comments to nobody else, also after the figure is accepted", async () => {
    const id = await write("saga editor", figure, form("@福岡県 確認"));
    await settle("fukuoka approver", id, "resolve", figure);
    await deskOf(portal, person).report(question("SHG-2-3-a", "saga"), someFigure("3"));
    for (const [post, seen] of [
      ["saga viewer", 1],
      ["fukuoka viewer", 1],
      ["council editor", 1],
      ["council viewer", 0],
      ["nagasaki approver", 0],
      ["kyukeiren editor", 0],
      ["kurume approver", 0],
    ] as const) {
      expect(await rows(person(post), "select 1 from comments"), post).toBe(seen);
      expect(await rows(person(post), "select 1 from comment_history"), post).toBe(seen);
      const mentions = await rows(person(post), "select 1 from comment_mentions");
      expect(mentions, post).toBe(seen === 0 ? 0 : 3);
    }
    for (const actor of [null, stranger])
      expect(await rows(actor, "select 1 from comments")).toBe(0);
  });

  /** A comment as SQL; everything not said is as 佐賀県's editor would write it. */
  const insert = (sql: TransactionSql, more: Record<string, unknown> = {}) => {
    const row = {
      node: "SHG-4-1",
      by: "saga",
      parent: null,
      body: "x",
      demo: false,
      days: 0,
      ...more,
    };
    const author = "author" in more ? String(more.author) : person("saga editor").id;
    return sql`
      insert into comments (node_id, parent_id, body, is_demo, author_id, author_organisation_id,
        created_at)
      select n.id, ${row.parent as string | null}, ${row.body}, ${row.demo}, ${author}, o.id,
        now() - ${row.days} * interval '1 day'
      from plan_nodes n, organisations o where n.code = ${row.node} and o.slug = ${row.by}`;
  };

  it.each([
    ["as it should be", {}, 1],
    ["for another organisation", { by: "nagasaki" }, forbidden],
    ["in somebody else's name", { author: "00000000-0000-4000-8000-000000000000" }, forbidden],
    ["yesterday", { days: 1 }, forbidden],
    ["as demo", { demo: true }, forbidden],
    ["without words", { body: "" }, forbidden],
    ["on a policy", { node: "SHG-4" }, forbidden],
    ["on a repost", { node: "SHG-7-1" }, forbidden],
  ] as const)("a comment %s", async (_, more, expected) => {
    expect(await as(person("saga editor"), (sql) => rowsOrState(insert(sql, more)))).toBe(expected);
  });

  it("a figure's comment by those who read it", async () => {
    const on = (sql: TransactionSql, by: Post, reporter: string) => sql`
      insert into comments (indicator_id, fy, reporter_id, body, author_id, author_organisation_id)
      select i.id, 2023, r.id, 'x', ${person(by).id}, o.id
      from indicators i, organisations r, organisations o
      where i.code = 'SHG-2-3-a' and r.slug = ${reporter} and o.slug = ${by.split(" ")[0] ?? ""}`;
    const tried = (by: Post, reporter: string) =>
      as(person(by), (sql) => rowsOrState(on(sql, by, reporter)));
    expect(await tried("saga viewer", "saga")).toBe(1);
    expect(await tried("fukuoka viewer", "saga")).toBe(1);
    expect(await tried("council editor", "saga")).toBe(1);
    expect(await tried("nagasaki editor", "saga")).toBe(forbidden);
    expect(await tried("council viewer", "saga")).toBe(forbidden);
    expect(await tried("fukuoka viewer", "kurume")).toBe(forbidden);
  });

  it("answers to an open thread of the same subject, and to no answer", async () => {
    const id = await write("saga editor");
    const reply = await answer("nagasaki editor", id);
    const tried = (more: Record<string, unknown>) =>
      as(person("saga editor"), (sql) => rowsOrState(insert(sql, more)));
    expect(await tried({ parent: id })).toBe(1);
    expect(await tried({ parent: reply })).toBe(violated);
    expect(await tried({ parent: id, node: "SHG-5-2" })).toBe(violated);
    expect(await tried({ parent: randomUUID() })).toBe(violated);
    await settle("saga editor", id);
    expect(await tried({ parent: id })).toBe(violated);
  });

  it("that its author empties a comment, and nothing else of it", async () => {
    await write("saga editor");
    const editor = person("saga editor");
    expect(await rows(editor, "update comments set body = ''")).toBe(1);
    expect(await rows(editor, "update comments set body = 'x'")).toBe(forbidden);
    expect(await rows(editor, "update comments set fy = 1")).toBe(forbidden);
    expect(await rows(editor, "delete from comments")).toBe(forbidden);
    expect(await rows(person("saga approver"), "update comments set body = ''")).toBe(0);
    for (const table of ["comment_history", "comment_mentions"])
      expect(await rows(editor, `delete from ${table}`)).toBe(forbidden);
  });

  it("steps by those who may, in their order", async () => {
    const id = await write("saga editor");
    const step = (by: Post, name: string, version = 1) =>
      as(person(by), (sql) =>
        rowsOrState(sql`
          insert into comment_history (comment_id, version, step, author_id, author_organisation_id)
          select ${id}, ${version}, ${name}, ${person(by).id}, id from organisations
          where slug = ${by.split(" ")[0] ?? ""}`),
      );
    expect(await step("saga viewer", "resolve")).toBe(1);
    expect(await step("fukuoka editor", "resolve")).toBe(1);
    expect(await step("council editor", "resolve")).toBe(1);
    expect(await step("fukuoka viewer", "resolve")).toBe(forbidden);
    expect(await step("nagasaki approver", "resolve")).toBe(forbidden);
    expect(await step("saga viewer", "withdraw")).toBe(forbidden);
    expect(await step("saga editor", "withdraw")).toBe(1);
    expect(await step("saga editor", "reopen")).toBe(violated);
    expect(await step("saga editor", "resolve", 2)).toBe(violated);
  });

  it("mentions of one's own comment as it is written, and of a figure's of its readers", async () => {
    const first = await write("saga editor", figure);
    const late = `insert into comment_mentions select '${first}', '${person("saga viewer").id}'`;
    expect(await rows(person("saga editor"), late)).toBe(forbidden);
    const atOnce = (reader: Post) =>
      as(person("saga editor"), async (sql) => {
        const [made] = await sql<{ id: string }[]>`
          insert into comments (indicator_id, fy, reporter_id, body, author_id, author_organisation_id)
          select indicator_id, fy, reporter_id, 'x', author_id, author_organisation_id
          from comments returning id`;
        return rowsOrState(sql`
          insert into comment_mentions values (${made?.id ?? ""}, ${person(reader).id})`);
      });
    expect(await atOnce("fukuoka viewer")).toBe(1);
    expect(await atOnce("nagasaki editor")).toBe(forbidden);
  });

  it("the names of an organisation's people to members alone", async () => {
    const statement = `select 1 from organisations o
      cross join lateral portal.members_of(o.id, '{editor}') where o.slug = 'nagasaki'`;
    expect(await rows(person("saga viewer"), statement)).toBe(1);
    for (const actor of [null, stranger]) expect(await rows(actor, statement)).toBe(0);
  });
});
