import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linkSecretOf, secretPath } from "#app/lib/secret-link.server.ts";
import * as answerRoute from "#app/routes/links/answer.tsx";
import { answerLink } from "#app/services/link/answer.server.ts";
import { askLink } from "#app/services/link/ask.server.ts";
import { openLink } from "#app/services/link/open.server.ts";
import { readLink } from "#app/services/link/read.server.ts";
import { revokeLink } from "#app/services/link/revoke.server.ts";
import { takeLink } from "#app/services/link/take.server.ts";
import { readReport } from "#app/services/observation/read.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { TEST_SECRET } from "#tests/database.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { versionsOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  type Fields,
  figure,
  form,
  outcomeOf,
  quality,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let identity: { database: Database; close: () => Promise<void> };
let staff: (post: Post) => Awaited<ReturnType<typeof createPerson>>;
let endWeb: () => Promise<void>;

const codes = question("SHG-4-1-a", "saga");
const nobody = () => actingAs(portal, null);
const as = (post: Post) => actingAs(portal, staff(post));
const now = () => new Date();
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
const asking = (more: Fields = {}): Fields => ({
  recipients: "九州物産 <a@example.jp>\n有明水産 <b@example.jp>",
  message: "昨年度の実績をお知らせください。",
  expiresOn: inTwoWeeks(),
  requestKey: randomUUID(),
  ...more,
});

async function ask(input = asking()): Promise<string[]> {
  const given = { identity: identity.database, now: now() };
  const result = await askLink(as("saga editor"), codes, input, given);
  return result.asked?.map(({ id }) => id) ?? [];
}
const answer = (id: string, baseVersion: number, fields: Fields) =>
  answerLink(nobody(), id, form(baseVersion, fields), now());
const asked = async () => (await readReport(as("saga editor"), codes)).asked;
const answerIds = async () =>
  (await asked()).links.flatMap((link) => (link.answer ? [link.answer.id] : [])).join(",");
const take = (answers: string, baseVersion = 0, more: Fields = {}) =>
  takeLink(as("saga editor"), codes, form(baseVersion, { answers, ...more }), now());

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  identity = openDatabase(portal.urls.authUrl, { max: 1, name: "test identity" });
  staff = await createStaff(portal.owner);
  endWeb = beWebProcess(portal);
});
afterAll(async () => {
  await Promise.all([app.end(), identity.close(), endWeb()]);
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate reporter_answers, reporter_links, mails, audit_events, observations,
    observation_versions, rate_limits cascade`;
});

describe("asking others for a figure", () => {
  it("mails each a link of its own, once, and keeps nothing secret and nobody's name in the log", async () => {
    const input = asking();
    const ids = await ask(input);
    expect(await ask(input)).toEqual(ids);
    const mails = await portal.owner`select address, link_id as "linkId", kind, state, text, items
      from mails order by address`;
    expect(mails.map(({ address, linkId }) => [address, linkId])).toEqual([
      ["a@example.jp", ids[0]],
      ["b@example.jp", ids[1]],
    ]);
    expect(mails[0]).toMatchObject({ kind: "reporter_link", items: [{ path: "/" }] });
    expect(mails[0]?.text).toContain("佐賀県から");
    const events = await portal.owner`select action, subject, detail::text from audit_events`;
    expect(events.map(({ action }) => action)).toEqual(["link.ask", "link.ask"]);
    expect(JSON.stringify(events)).not.toMatch(/example\.jp|九州物産/);
  });

  it("refuses the whole list for one line, and days that are over or too far away", async () => {
    const given = { identity: identity.database, now: now() };
    const errors = async (more: Fields) =>
      (await refusalOf(askLink(as("saga editor"), codes, asking(more), given))).fieldErrors;
    expect(await errors({ recipients: "a@example.jp\n九州物産" })).toEqual({
      recipients: "link.line 2",
    });
    for (const expiresOn of ["2020-01-01", "2199-01-01", "someday"])
      expect(await errors({ expiresOn })).toEqual({ expiresOn: "link.expires" });
    expect(await portal.owner`select from reporter_links`).toHaveLength(0);
  });

  it("is for who writes in the organisation, of what it reports", async () => {
    const given = { identity: identity.database, now: now() };
    const viewer = actingAs(portal, await createPerson(portal.owner, "saga viewer"));
    const outcome = (context: typeof viewer, of = codes) =>
      outcomeOf(askLink(context, of, asking(), given));
    expect(await outcome(viewer)).toBe("forbidden");
    expect(await outcome(as("oita editor"))).toBe("forbidden");
    expect(await outcome(as("saga editor"), question("NONE", "saga"))).toBe("not_found");
    const page = await readLink(viewer, "saga", null, now());
    expect([page.mayAsk, page.links]).toEqual([false, []]);
  });
});

describe("answering by a link", () => {
  it("is understood like a report, may be corrected, and says nothing twice", async () => {
    const [id = ""] = await ask();
    await answer(id, 0, figure("１,450", { note: "速報ではありません" }));
    await answer(id, 0, figure("1450", { note: "速報ではありません" }));
    await answer(id, 1, figure("1,460"));
    const link = await openLink(nobody(), id, now());
    expect(link.answer).toMatchObject({ version: 2, content: { value: "1460", quality: "final" } });
    expect(await outcomeOf(answer(id, 1, figure("2")))).toBe("conflict");
    expect((await refusalOf(answer(id, 2, figure("たくさん")))).fieldErrors).toEqual({
      value: "figure.unreadable",
    });
    const events = await portal.owner`select actor_id, o.slug, detail from audit_events e
      join organisations o on o.id = e.organisation_id where action = 'link.answer' order by e.id`;
    expect(events.map((row) => [row.actor_id, row.slug, row.detail])).toEqual([
      [null, "saga", { version: 1 }],
      [null, "saga", { version: 2 }],
    ]);
  });

  it("ends with the link's days, and with the link", async () => {
    const [expired = "", revoked = ""] = await ask();
    await portal.owner`update reporter_links set expires_at = now() - interval '1 second'
      where id = ${expired}`;
    await revokeLink(as("saga approver"), "saga", { link: revoked });
    await revokeLink(as("saga approver"), "saga", { link: revoked });
    expect(await outcomeOf(answer(expired, 0, figure("1")))).toBe("locked");
    expect(await outcomeOf(answer(revoked, 0, figure("1")))).toBe("locked");
    expect(await outcomeOf(answer(randomUUID(), 0, figure("1")))).toBe("not_found");
    expect(await outcomeOf(revokeLink(as("oita editor"), "oita", { link: expired }))).toBe(
      "not_found",
    );
  });

  it("of one that is sent again goes by the new link alone", async () => {
    const [old = ""] = await ask();
    const [fresh = ""] = await ask(asking({ recipients: "a@example.jp", again: old }));
    expect(await outcomeOf(answer(old, 0, figure("1")))).toBe("locked");
    expect(await outcomeOf(answer(fresh, 0, figure("1")))).toBe("done");
  });
});

describe("the page of a link", () => {
  const open = async (secret: string) => {
    const path = `/links/${secret}`;
    const response = await answerRoute.loader(routeArgs(path, { params: { secret } }));
    return { status: response.init?.status ?? 200, page: response.data };
  };
  const secretOf = (id: string) =>
    secretPath(linkSecretOf(TEST_SECRET), "reporter_link", id).slice("/links/".length);

  it("shows what is asked and who asks, and nothing else", async () => {
    const [id = ""] = await ask();
    const { status, page } = await open(secretOf(id));
    expect([status, page.organisation, page.link?.recipient]).toEqual([200, "佐賀県", "九州物産"]);
    expect(JSON.stringify(page)).not.toMatch(/example\.jp|editor|target|baseline/);
  });

  it("is none for a guess, and says why where one is over", async () => {
    const [id = "", other = ""] = await ask();
    const forged = `${other}${secretOf(id).slice(36)}`;
    expect(await open(forged)).toMatchObject({ status: 404, page: { why: "unknown" } });
    expect(await open("x")).toMatchObject({ status: 404, page: { organisation: null } });
    await revokeLink(as("saga editor"), "saga", { link: id });
    expect(await open(secretOf(id))).toMatchObject({ status: 410, page: { why: "revoked" } });
  });

  it("is not guessed for long", async () => {
    const statuses = new Set<number>();
    for (let guess = 0; guess < 62; guess += 1)
      await open("x").then(
        ({ status }) => statuses.add(status),
        (refusal: Response) => statuses.add(refusal.status),
      );
    expect([...statuses]).toEqual([404, 429]);
  });
});

describe("taking answers over", () => {
  it("writes the sum into the draft, exactly and with its sources; who is missing is not zero", async () => {
    const ids = await ask(
      asking({ recipients: "甲 <a@example.jp>\n乙 <b@example.jp>\n丙 <c@example.jp>" }),
    );
    await answer(ids[0] ?? "", 0, figure("1000.1"));
    await answer(ids[1] ?? "", 0, figure("450.2", { note: "速報" }));
    await answer(ids[2] ?? "", 0, quality("under_survey"));
    expect((await asked()).total).toMatchObject({ parts: 2, missing: 1 });
    await take(await answerIds());
    const [draft] = await versionsOf(portal.owner, codes);
    expect(draft).toMatchObject({ state: "draft", value: "1450.3", quality: "provisional" });
    expect(draft?.note).toContain("2者の回答の合計 1,450.3");
    expect(draft?.note).toContain("乙の備考：速報");
    expect((await asked()).links.map(({ standing }) => standing)).toEqual([
      "taken",
      "taken",
      "taken",
    ]);
    expect(await outcomeOf(answer(ids[0] ?? "", 1, figure("2")))).toBe("locked");
    const [{ count } = { count: 0 }] = await portal.owner`
      select count(*)::int from audit_events where action = 'link.take'`;
    expect(count).toBe(3);
  });

  it("writes one of them, and refuses what was corrected or saved meanwhile", async () => {
    const [first = "", second = ""] = await ask();
    await answer(first, 0, figure("10"));
    const before = await answerIds();
    await answer(first, 1, figure("11"));
    expect(await outcomeOf(take(before))).toBe("conflict");
    const shown = await answerIds();
    await answer(second, 0, figure("5"));
    expect(await outcomeOf(take(`${shown},${randomUUID()}`))).toBe("conflict");
    await take(shown);
    expect(await versionsOf(portal.owner, codes)).toMatchObject([
      { value: "11", quality: "final" },
    ]);
    const all = await answerIds();
    expect(await outcomeOf(take(all, 0))).toBe("conflict");
    // Nothing of the refused attempt stays: the second answer can still be corrected.
    expect(await outcomeOf(answer(second, 1, figure("6")))).toBe("done");
    expect(
      await outcomeOf(takeLink(as("oita editor"), codes, form(0, { answers: all }), now())),
    ).toBe("forbidden");
  });
});

describe("the database", () => {
  const through = (
    id: string,
    work: (sql: Parameters<Parameters<typeof takenBack>[2]>[0]) => Promise<unknown>,
  ) =>
    takenBack(app, null, async (sql) => {
      await sql`select set_config('portal.link_id', ${id}, true)`;
      return work(sql);
    });

  it("shows a link to who opened it and to its organisation, and its answers too", async () => {
    const [id = "", other = ""] = await ask();
    await answer(id, 0, figure("1"));
    await answer(other, 0, figure("2"));
    const seen = (sql: Sql | Parameters<Parameters<typeof takenBack>[2]>[0]) =>
      sql`select link_id from reporter_answers join reporter_links l on l.id = link_id`;
    expect(await through(id, async (sql) => (await seen(sql)).map((row) => row.link_id))).toEqual([
      id,
    ]);
    expect(await takenBack(app, null, (sql) => rowsOrState(seen(sql)))).toBe(0);
    expect(await takenBack(app, staff("oita editor"), (sql) => rowsOrState(seen(sql)))).toBe(0);
    expect(await takenBack(app, staff("saga editor"), (sql) => rowsOrState(seen(sql)))).toBe(2);
    const figures = (sql: Parameters<Parameters<typeof takenBack>[2]>[0]) =>
      rowsOrState(sql`select from observation_versions union all select from users`);
    expect(await through(id, figures)).toBe(0);
  });

  it("takes an answer by the link alone, in order, while it is open", async () => {
    const [id = "", other = ""] = await ask();
    const insert = (
      sql: Parameters<Parameters<typeof takenBack>[2]>[0],
      link: string,
      version = 1,
    ) =>
      rowsOrState(sql`insert into reporter_answers (link_id, version, answer)
        values (${link}, ${version}, '{}')`);
    expect(await through(id, (sql) => insert(sql, id))).toBe(1);
    expect(await through(id, (sql) => insert(sql, other))).toBe(forbidden);
    expect(await through(id, (sql) => insert(sql, id, 2))).toBe("23505");
    expect(await takenBack(app, staff("saga editor"), (sql) => insert(sql, id))).toBe(forbidden);
    await portal.owner`update reporter_links set expires_at = now() where id = ${id}`;
    expect(await through(id, (sql) => insert(sql, id))).toBe(violated);
  });

  it("lets no link change links, speak for members, or mail anybody", async () => {
    const [id = "", other = ""] = await ask();
    const of = (
      work: (sql: Parameters<Parameters<typeof takenBack>[2]>[0]) => Promise<readonly unknown[]>,
    ) => through(id, (sql) => rowsOrState(work(sql)));
    expect(
      await of((sql) => sql`update reporter_links set state = 'revoked', ended_at = now()`),
    ).toBe(0);
    expect(
      await of(
        (sql) => sql`insert into audit_events (action, organisation_id, subject, detail)
        select 'link.answer', id, 'x', '{}' from organisations where slug = 'oita'`,
      ),
    ).toBe(forbidden);
    expect(
      await of(
        (sql) => sql`insert into mails (address, link_id, kind, subject, items, state)
        values ('x@example.jp', ${id}, 'reporter_link', 'x', '[{"text": "", "path": "/"}]', 'ready')`,
      ),
    ).toBe(forbidden);
    const editor = staff("saga editor");
    const again = (email: string, link: string) =>
      takenBack(app, editor, (sql) =>
        rowsOrState(sql`insert into mails (address, link_id, kind, subject, items, state)
          values (${email}, ${link}, 'reporter_link', 'x', '[{"text": "", "path": "/"}]', 'ready')`),
      );
    expect(await again("a@example.jp", other)).toBe(forbidden);
    const foreign = takenBack(app, staff("oita editor"), (sql) =>
      rowsOrState(sql`insert into reporter_links
        (organisation_id, indicator_id, fy, recipient, email, expires_at, author_id)
        select l.organisation_id, l.indicator_id, l.fy, 'x', 'x@example.jp', now() + interval '1 day',
          ${staff("oita editor").id} from organisations o, indicators i,
          (select o2.id as organisation_id, i2.id as indicator_id, 2023 as fy
            from organisations o2, indicators i2 where o2.slug = 'saga' and i2.code = 'SHG-4-1-a') l
        limit 1`),
    );
    expect(await foreign).toBe(forbidden);
  });
});
