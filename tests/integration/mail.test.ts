import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { choiceKinds, mailedByDefault } from "#app/domain/mail/mail.ts";
import { openMailTransport } from "#app/lib/mail/transport.server.ts";
import { linkSecretOf } from "#app/lib/secret-link.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import { gatherMails } from "#app/services/mail/gather.server.ts";
import { listMails } from "#app/services/mail/list.server.ts";
import { remindOfRounds } from "#app/services/mail/remind.server.ts";
import { type Letter, sendNextMail } from "#app/services/mail/send.server.ts";
import { withholdMails } from "#app/services/mail/withhold.server.ts";
import { chooseNotifications } from "#app/services/notification/choose.server.ts";
import { readPreferences } from "#app/services/notification/preferences.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { TEST_SECRET } from "#tests/database.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { openRound } from "#tests/factories/rounds.ts";
import { catchMail, type SmtpCatcher } from "#tests/factories/smtp.ts";
import { actingAs, deskOf, figure, outcomeOf, question } from "#tests/factories/steps.ts";

const appUrl = "https://portal.example.jp";
const from = "portal@mail.example.jp";
const minute = 60_000;
const hour = 60 * minute;

let portal: Portal;
let app: Sql;
let process: Sql;
/** As the mail process connects, and another one of it. */
let mail: Database;
let second: Database;
let closeMail: () => Promise<unknown>;
let smtp: SmtpCatcher;
let person: (post: Post) => Actor;

/** A KPI that 佐賀県 reports and 福岡県 accepts. */
const kpi = question("SHG-2-3-a", "saga");

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  process = connect(portal.urls.mailUrl);
  const [one, two] = [1, 2].map((n) =>
    openDatabase(portal.urls.mailUrl, { max: 2, name: `mail ${n}` }),
  );
  if (!one || !two) throw new Error("No connection");
  mail = one.database;
  second = two.database;
  closeMail = () => Promise.all([one.close(), two.close()]);
  smtp = await catchMail();
  const staff = await createStaff(portal.owner);
  const office = await createPerson(portal.owner, "council editor");
  const member = await createPerson(portal.owner, "council viewer");
  person = (post) =>
    post === "council editor" ? office : post === "council viewer" ? member : staff(post);
});
afterAll(async () => {
  await Promise.all([app.end(), process.end(), closeMail(), smtp.close()]);
  await portal.close();
});
beforeEach(async () => {
  smtp.mails.length = 0;
  smtp.refuseWith(null);
  await portal.owner`truncate mails, comments, comment_mentions, comment_history, notifications,
    notification_preferences, audit_events, observations, observation_versions, evaluations,
    reporting_rounds cascade`;
});

const context = (post: Post) => actingAs(portal, person(post));
const desk = () => deskOf(portal, person);
const address = (post: Post) => `${person(post).id}@example.lg.jp`;
const later = (ms: number) => new Date(Date.now() + ms);

const linkSecret = linkSecretOf(TEST_SECRET);
/** Sends all that is due by then, after everything has waited long enough to be gathered. */
async function sendAll(given: { now?: Date; database?: Database; url?: string } = {}) {
  const { now = later(11 * minute), database = mail, url = smtp.url } = given;
  const deliver = openMailTransport({ url, from });
  await gatherMails(database, { now, windowMinutes: 10 });
  const outcomes: string[] = [];
  for (;;) {
    const outcome = await sendNextMail(database, { now, appUrl, linkSecret, deliver });
    if (outcome === "nothing") return outcomes;
    outcomes.push(outcome);
  }
}
const caughtBy = (post: Post) => smtp.mails.filter(({ to }) => to.includes(address(post)));
const states = async () =>
  (await portal.owner`select kind, state from mails order by created_at, kind`).map(
    ({ kind, state }) => `${kind} ${state}`,
  );

async function returned() {
  await desk().submit(kpi, 0, figure("3"));
  await desk().return(kpi, 1);
}

describe("a returned figure", () => {
  it("is one mail for each who can answer, complete in itself, with the one link that answers", async () => {
    await returned();
    await sendAll();
    await sendAll({ now: later(hour) });
    expect(smtp.mails).toHaveLength(2);
    const [caught, ...more] = caughtBy("saga editor");
    expect(more).toEqual([]);
    expect(caught?.subject).toMatch(/^【差戻し】.+（R5）の報告$/);
    expect(caught?.text).toMatch(
      /^saga editor 様\n\n「.+」のR5の報告が差し戻されました。（福岡県　/,
    );
    expect(caught?.text.match(/https?:\/\/\S+/g)).toEqual([
      `${appUrl}/workspaces/saga/plans/jewels/reports/SHG-2-3-a/2023`,
    ]);
    // Why it was returned stays in the portal.
    expect(caught?.text).not.toContain("確定値をご確認ください");
    expect(caught?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(caught?.headers.get("message-id")).toMatch(/^<[0-9a-f-]{36}@mail\.example\.jp>$/);
    expect(caughtBy("saga approver")).toHaveLength(1);
  });

  it("waits to be gathered, and is written in the transaction that returns it", async () => {
    await returned();
    expect(await sendAll({ now: later(5 * minute) })).toEqual([]);
    expect(await states()).toEqual(["returned gathering", "returned gathering"]);
    await expect(outcomeOf(desk().return(kpi, 1))).resolves.toBe("conflict");
    expect(await states()).toHaveLength(2);
  });
});

describe("several notices", () => {
  it("are one mail, and one of them no digest", async () => {
    await returned();
    for (const body of ["@佐賀県 1", "@佐賀県 2"])
      await writeComment(
        context("nagasaki editor"),
        { plan: "jewels", kind: "project", code: "SHG-4-1" },
        { body, requestKey: randomUUID() },
      );
    await Promise.all([sendAll(), sendAll({ database: second })]);
    const [caught, ...more] = caughtBy("saga editor");
    expect(more).toEqual([]);
    expect(caught?.subject).toBe("【お知らせ 3件】差戻し1件、意見・質問2件");
    expect(caught?.text.match(/https?:\/\/\S+/g)).toHaveLength(3);
    expect(smtp.mails).toHaveLength(2);
    expect((await states()).sort()).toEqual([
      "digest sent",
      "digest sent",
      ...Array(4).fill("mention digested"),
      ...Array(2).fill("returned digested"),
    ]);
  });
});

describe("without a window", () => {
  it("each notice is a mail by itself", async () => {
    await returned();
    await desk().submit(kpi, 2, figure("4"));
    await desk().return(kpi, 3);
    await gatherMails(mail, { now: later(1000), windowMinutes: 0 });
    expect(await states()).toEqual(Array(4).fill("returned ready"));
  });
});

describe("several processes", () => {
  it("send each mail once", async () => {
    const editor = person("saga editor").id;
    await portal.owner`
      insert into mails (user_id, kind, subject, items, state)
      select ${editor}, 'reminder', 'n' || n, '[]', 'ready' from generate_series(1, 60) n`;
    const outcomes = await Promise.all([
      sendAll(),
      sendAll({ database: second }),
      sendAll(),
      sendAll({ database: second }),
    ]);
    expect(outcomes.flat()).toEqual(Array(60).fill("sent"));
    expect(new Set(smtp.mails.map(({ subject }) => subject)).size).toBe(60);
    expect(smtp.mails).toHaveLength(60);
  });
});

describe("who gets mail", () => {
  it("is everybody for what asks for an answer, and for the rest who wants it", async () => {
    const choices = await readPreferences(context("saga editor"));
    const mailed = choices.filter(({ byMail }) => byMail).map(({ kind }) => kind);
    expect(mailed.sort()).toEqual([...mailedByDefault].sort());
    for (const kind of choiceKinds) {
      const [row] = await portal.owner`
        select portal.wants_mail(${person("saga editor").id}, ${kind}) as wanted`;
      expect(row?.wanted, kind).toBe(mailedByDefault.includes(kind));
    }
    await desk().submit(kpi, 0, figure("3"));
    expect(await states()).toEqual([]);
  });

  it("chooses mail and portal apart", async () => {
    await chooseNotifications(context("fukuoka approver"), { "submitted-by-mail": "on" });
    await chooseNotifications(context("saga editor"), { returned: "on" });
    await returned();
    const rows = await portal.owner`select kind, user_id from mails`;
    expect(rows.map(({ kind, user_id }) => [kind, user_id]).sort()).toEqual(
      [
        ["returned", person("saga approver").id],
        ["submitted", person("fukuoka approver").id],
      ].sort(),
    );
    const told = await portal.owner`select kind, user_id from notifications`;
    expect(told.some(({ user_id }) => user_id === person("fukuoka approver").id)).toBe(false);
    expect(told.some(({ user_id }) => user_id === person("saga editor").id)).toBe(true);
  });

  it("is nobody who has left", async () => {
    const leaver = await createPerson(portal.owner, "saga editor");
    await returned();
    await portal.owner`delete from members where user_id = ${leaver.id}`;
    await sendAll();
    expect(smtp.mails).toHaveLength(2);
    const [row] =
      await portal.owner`select state, last_error from mails where user_id = ${leaver.id}`;
    expect(row).toMatchObject({ state: "failed", last_error: "no_membership" });
  });
});

describe("a mail server", () => {
  it("that is away gets every mail once when it is back", async () => {
    await returned();
    const gone = await catchMail();
    await gone.close();
    expect(await sendAll({ url: gone.url })).toEqual(["failed", "failed"]);
    const [row] = await portal.owner`select attempts, last_error, state from mails limit 1`;
    expect(row).toMatchObject({ attempts: 1, state: "ready" });
    expect(row?.last_error).toMatch(/^E[A-Z]+$/);
    expect(await sendAll({ now: later(12 * minute) })).toEqual(["sent", "sent"]);
    expect(await sendAll({ now: later(30 * hour) })).toEqual([]);
    expect(smtp.mails).toHaveLength(2);
  });

  it("that is busy is asked again, one that refuses an address is not, and after days it is given up", async () => {
    await returned();
    smtp.refuseWith(451);
    expect(await sendAll()).toEqual(["failed", "failed"]);
    expect(await states()).toEqual(["returned ready", "returned ready"]);
    expect(await sendAll({ now: later(4 * 24 * hour) })).toEqual(["failed", "failed"]);
    expect(await states()).toEqual(["returned failed", "returned failed"]);
    await portal.owner`truncate mails`;
    await desk().submit(kpi, 2, figure("4"));
    await desk().return(kpi, 3);
    smtp.refuseWith(550);
    expect(await sendAll()).toEqual(["refused", "refused"]);
    expect(await states()).toEqual(["returned failed", "returned failed"]);
    expect(smtp.mails).toEqual([]);
  });

  it("is told the same Message-ID by whoever sends after a kill, and nobody sends meanwhile", async () => {
    await returned();
    await portal.owner`delete from mails where user_id = ${person("saga approver").id}`;
    await gatherMails(mail, { now: later(11 * minute), windowMinutes: 10 });
    const deliver = openMailTransport({ url: smtp.url, from });
    // Sent, and killed before it could be written down.
    const dying = async (letter: Letter) => {
      await deliver(letter);
      throw new Error("killed");
    };
    const first = later(11 * minute);
    await expect(
      sendNextMail(mail, { now: first, appUrl, linkSecret, deliver: dying }),
    ).rejects.toThrow("killed");
    expect(await sendAll({ database: second, now: first })).toEqual([]);
    expect(await sendAll({ database: second, now: later(14 * minute) })).toEqual(["sent"]);
    const ids = smtp.mails.map(({ headers }) => headers.get("message-id"));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("that there is none leaves a log, and nothing to send later", async () => {
    await returned();
    await withholdMails(mail);
    expect(await states()).toEqual(["returned withheld", "returned withheld"]);
    expect(await sendAll({ now: later(hour) })).toEqual([]);
  });
});

describe("names with line breaks", () => {
  it("add no header and no recipient", async () => {
    const evil = "会議\r\nBcc: all@evil.example\n\nX: y\u2028z\u0000";
    const editor = person("saga editor");
    await portal.owner`update users set name = ${evil.replace("\u0000", "")} where id = ${editor.id}`;
    await portal.owner`update users set name = ${"福\r\nCc: all@evil.example"}
      where id = ${person("fukuoka approver").id}`;
    const [indicator] = await portal.owner`
      select name from indicators where code = 'SHG-2-3-a' and plan_id = (select id from plans where code = 'jewels')`;
    await portal.owner`update indicators set name = ${`KPI\r\nBcc: all@evil.example${"長".repeat(300)}`}
      where code = 'SHG-2-3-a'`;
    try {
      await returned();
      await sendAll();
    } finally {
      await portal.owner`update indicators set name = ${indicator?.name} where code = 'SHG-2-3-a'`;
      await portal.owner`update users set name = 'saga editor' where id = ${editor.id}`;
      await portal.owner`update users set name = 'fukuoka approver' where id = ${person("fukuoka approver").id}`;
    }
    const [caught] = caughtBy("saga editor");
    expect(smtp.mails.flatMap(({ to }) => to).sort()).toEqual(
      [address("saga editor"), address("saga approver")].sort(),
    );
    for (const name of ["bcc", "cc", "x"]) expect(caught?.headers.has(name)).toBe(false);
    expect(caught?.subject.length).toBeLessThanOrEqual(100);
    expect(caught?.text.split("\n")[0]).toBe("会議 Bcc: all@evil.example X: y z 様");
  });
});

describe("reminders", () => {
  const due = "2026-11-30";
  const at = (day: string, time = "08:30") => new Date(`${day}T${time}:00+09:00`);
  const remindersOf = async (post: Post) => {
    const rows = await portal.owner`
      select subject, items, text from mails where kind = 'reminder' and user_id = ${person(post).id}
      order by created_at`;
    return rows as unknown as {
      subject: string;
      text: string;
      items: { text: string; path: string }[];
    }[];
  };
  beforeEach(async () => {
    await openRound(portal.owner, { fy: 2023, dueOn: due });
  });

  it.each([
    ["2026-11-16", "要回答 11/30"],
    ["2026-11-23", "要回答 11/30"],
    ["2026-11-29", "要回答 11/30"],
    ["2026-12-01", "督促"],
    ["2026-12-07", "督促"],
    ["2026-12-14", "督促"],
  ])("go out on %s as 【%s】, once however often they are asked for", async (day, head) => {
    const now = at(day);
    await Promise.all([
      remindOfRounds(mail, now),
      remindOfRounds(second, now),
      remindOfRounds(mail, at(day, "23:59")),
    ]);
    const [only, ...more] = await remindersOf("saga editor");
    expect(more).toEqual([]);
    expect(only?.subject).toContain(`【${head}】令和5年度 KPI報告：未回答 ${only?.items.length}件`);
    expect(only?.text).toContain("佐賀県");
    expect(only?.items[0]?.path).toMatch(
      /^\/workspaces\/saga\/plans\/jewels\/reports\/[^/]+\/2023/,
    );
    expect(await remindersOf("saga approver")).toHaveLength(1);
  });

  it("do not go out on other days", async () => {
    for (const day of ["2026-11-15", "2026-11-17", "2026-11-30", "2026-12-02", "2026-12-15"])
      await remindOfRounds(mail, at(day));
    expect(await states()).toEqual([]);
  });

  it("follow an organisation's own day, and end when the round is closed", async () => {
    await portal.owner`
      insert into round_extensions (round_id, organisation_id, version, due_on, reason, author_id,
        author_organisation_id)
      select r.id, o.id, 1, '2026-12-10', '大雨の対応のため', ${person("saga editor").id}, o.id
      from reporting_rounds r, organisations o where o.slug = 'saga'`;
    await remindOfRounds(mail, at("2026-11-29"));
    expect(await remindersOf("saga editor")).toEqual([]);
    expect(await remindersOf("oita editor")).toHaveLength(1);
    await remindOfRounds(mail, at("2026-12-09"));
    const [own] = await remindersOf("saga editor");
    expect(own?.subject).toContain("【要回答 12/10】");
    expect(own?.text).toContain("2026年12月10日");
    await portal.owner`
      insert into round_records (round_id, version, step, state, due_on, author_organisation_id)
      select r.id, 2, 'close', 'closed', r.due_on, p.owner_id
      from reporting_rounds r join plans p on p.id = r.plan_id`;
    await remindOfRounds(mail, at("2026-12-11"));
    expect(await remindersOf("saga editor")).toHaveLength(1);
  });

  it("list what is unanswered, drafted or returned, and nothing that is submitted", async () => {
    const codes = ["SHG-2-3-a", "SHG-4-1-a", "SHG-3-1-a"] as const;
    const [drafted, back, sent] = codes.map((code) => question(code, "saga"));
    if (!drafted || !back || !sent) throw new Error("No question");
    await desk().save(drafted, 0, figure("1"));
    await desk().submit(back, 0, figure("1"));
    await desk().return(back, 1);
    await desk().report(sent, figure("1"));
    await desk().save(sent, 2, figure("2"));
    await remindOfRounds(mail, at("2026-11-23"));
    const [reminder] = await remindersOf("saga editor");
    const of = (code: string) =>
      reminder?.items.find(({ path }) => path.includes(`/${code}/`))?.text ?? null;
    expect(of("SHG-2-3-a")).toMatch(/（下書き）$/);
    expect(of("SHG-4-1-a")).toMatch(/（差戻し）$/);
    expect(of("SHG-3-1-a")).toBeNull();
    expect(reminder?.items.some(({ text }) => text.endsWith("（未回答）"))).toBe(true);
    // The mail itself lists so many at the most.
    await sendAll({ now: later(minute) });
    const [caught] = caughtBy("saga editor").filter(({ subject }) => subject.includes("要回答"));
    expect(caught?.text).toContain("回答期限は2026年11月30日（月）です。");
    expect(caught?.text.length).toBeLessThan(10_000);
  });

  it("go to those who want them", async () => {
    await chooseNotifications(context("saga editor"), { mention: "on" });
    await remindOfRounds(mail, at("2026-11-23"));
    expect(await remindersOf("saga editor")).toEqual([]);
    expect(await remindersOf("saga approver")).toHaveLength(1);
  });
});

describe("the log", () => {
  const all = { organisation: "", kind: "", state: "" };

  it("is the council's office's, by name and organisation and without addresses", async () => {
    await returned();
    const log = await listMails(context("council editor"), all, 1);
    expect(log.rows.map(({ offices, name }) => `${offices} ${name}`).sort()).toEqual([
      "佐賀県 saga approver",
      "佐賀県 saga editor",
    ]);
    expect(JSON.stringify(log)).not.toContain("@");
    for (const post of ["saga editor", "fukuoka approver", "council viewer"] as const)
      expect(await outcomeOf(listMails(context(post), all, 1))).toBe("forbidden");
  });

  it("is filtered by organisation, kind and state", async () => {
    await returned();
    const count = async (filter: Partial<typeof all>) =>
      (await listMails(context("council editor"), { ...all, ...filter }, 1)).all;
    expect(await count({ organisation: "saga", kind: "returned", state: "waiting" })).toBe(2);
    expect(await count({ organisation: "nagasaki" })).toBe(0);
    expect(await count({ state: "sent" })).toBe(0);
    expect(await count({ kind: "nothing" })).toBe(0);
  });
});

describe("what the database itself allows", () => {
  const rows = (actor: Actor | null, statement: string) =>
    takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(statement)));
  const asMail = (statement: string) =>
    takenBack(process, null, (sql) => rowsOrState(sql.unsafe(statement)));

  it("members to tell others something of the portal, and to read what they were sent themselves", async () => {
    const tell = (more: { to?: Post; state?: string; kind?: string; path?: string } = {}) =>
      rows(
        person("saga editor"),
        `insert into mails (user_id, kind, subject, items, state) values (
          '${person(more.to ?? "nagasaki editor").id}', '${more.kind ?? "mention"}', '件名',
          '[{"text":"x","path":"${more.path ?? "/plans"}"}]', '${more.state ?? "gathering"}')`,
      );
    expect(await tell()).toBe(1);
    expect(await tell({ to: "saga editor" })).toBe(forbidden);
    expect(await tell({ state: "ready" })).toBe(forbidden);
    expect(await tell({ kind: "reminder" })).toBe(forbidden);
    for (const path of ["https://evil.example", "//evil.example", "javascript:x"])
      expect(await tell({ path }), path).toBe(forbidden);
    await returned();
    for (const actor of [person("saga approver"), person("council viewer"), null])
      expect(await rows(actor, "select 1 from mails where user_id <> portal.actor_id()")).toBe(0);
    expect(await rows(person("saga editor"), "select 1 from mails")).toBe(1);
    expect(await rows(person("council editor"), "select 1 from mails")).toBe(2);
    expect(await rows(person("council editor"), "update mails set state = 'sent'")).toBe(forbidden);
  });

  it("the mail process its outbox and addresses, no figure, no password, no comment", async () => {
    await returned();
    expect(await asMail("select email from users limit 1")).toBe(1);
    expect(await asMail("select state from observations")).toBe(1);
    for (const statement of [
      "select value from observation_versions",
      "select note from observation_versions",
      "select 1 from comments",
      "select 1 from notifications",
      "select password from accounts",
      "select 1 from sessions",
      "select 1 from audit_events",
      "update users set email = 'x'",
      "update mails set subject = 'x'",
      "delete from mails",
    ])
      expect(await asMail(statement), statement).toBe(forbidden);
    expect(await asMail("update mails set state = 'failed'")).toBe(2);
  });

  it("nothing that is sent to be sent again", async () => {
    await returned();
    await sendAll();
    expect(await asMail("update mails set state = 'ready', sent_at = null")).toBe(violated);
  });
});
