import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nextRoundState, roundStates, roundSteps } from "#app/domain/round/states.ts";
import type { Actor } from "#app/policy/can.ts";
import { readAttachment } from "#app/services/attachment/read.server.ts";
import { readCompleteness } from "#app/services/completeness/read.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { listRounds } from "#app/services/round/list.server.ts";
import { prepareRound } from "#app/services/round/prepare.server.ts";
import { readRound } from "#app/services/round/read.server.ts";
import { readRoundForm } from "#app/services/round/read-form.server.ts";
import { searchPortal } from "#app/services/search/find.server.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf, versionsOf } from "#tests/factories/readings.ts";
import { asked, indicators, plan, roundForm, roundsOf } from "#tests/factories/round-steps.ts";
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
let rounds: ReturnType<typeof roundsOf>;
let desk: Desk;

const fy = 2022;
const now = new Date("2026-11-20T12:00:00+09:00");
const owner: Post = "council editor";
const decider: Post = "council approver";

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of [owner, decider, "council viewer", "saga viewer"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  rounds = roundsOf(portal, person);
  desk = deskOf(portal, person);
});
afterAll(async () => {
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate reporting_rounds, observations, observation_versions, evaluations,
    notifications, mails, audit_events, publications cascade`;
});

const at = (post: Post | null) => actingAs(portal, post && person(post));
const read = (round: number, post: Post = owner) => readRound(at(post), { plan, round }, now);
const figureOf = (organisation: (typeof asked)[number], code: string = indicators[0]) =>
  question(code, organisation, fy);

/** A round that is open, for twelve figures. Version 2. */
async function opened(more: Fields = {}): Promise<number> {
  const round = await rounds.prepare(owner, roundForm(fy, more));
  await rounds.open(owner, round, 1);
  return round;
}

describe("preparing", () => {
  it("comes to a list of figures: 3 KPIs of 4 organisations are 12", async () => {
    const round = await rounds.prepare(owner, roundForm(fy));
    const { rows, indicators: kpis, total } = await read(round);
    expect(rows.map(({ slug, asked: count }) => [slug, count])).toEqual([
      ["saga", 3],
      ["nagasaki", 3],
      ["oita", 3],
      ["miyazaki", 3],
    ]);
    expect(kpis.map(({ code, questions }) => [code, questions])).toEqual(
      indicators.map((code) => [code, 4]),
    );
    expect(total?.asked).toBe(12);
  });

  it("asks of each organisation only what it reports", async () => {
    const some = { ...roundForm(fy, {}, ["saga", "kyukeiren"]) };
    const { rows } = await read(await rounds.prepare(owner, some));
    expect(rows.map(({ slug }) => slug)).toEqual(["saga"]);
  });

  it("is changed until it is opened, and only from what one saw", async () => {
    const round = await rounds.prepare(owner, roundForm(fy));
    const fewer = roundForm(fy, { title: "R4の照会", dueOn: "令和9年2月1日" }, ["saga"]);
    expect(await outcomeOf(rounds.prepare(owner, fewer, round, 0))).toBe("conflict");
    await rounds.prepare(decider, fewer, round, 1);
    const { round: head, rows } = await read(round);
    expect(head).toMatchObject({ title: "R4の照会", dueOn: "2027-02-01", version: 2 });
    expect(rows).toHaveLength(1);
    await rounds.open(owner, round, 2);
    expect(await outcomeOf(rounds.prepare(owner, fewer, round, 3))).toBe("locked");
    expect(await outcomeOf(readRoundForm(at(owner), { plan, round }, null, now))).toBe("locked");
  });

  it("is one when the form is sent twice, and a conflict when something else comes under its key", async () => {
    const sent = { ...roundForm(fy), ...form(0) };
    const [one, again] = await Promise.all([
      rounds.prepare(owner, sent),
      rounds.prepare(owner, sent),
    ]);
    expect(again).toBe(one);
    expect(await outcomeOf(rounds.prepare(owner, { ...sent, title: "別の照会" }))).toBe("conflict");
    const fewer = { ...sent };
    delete fewer["organisation.saga"];
    expect(await outcomeOf(rounds.prepare(owner, fewer))).toBe("conflict");
    expect((await listRounds(at(owner), plan)).rounds).toHaveLength(1);
    expect(await rounds.prepare(owner, roundForm(fy))).toBe(one + 1);
  });

  it("refuses what is missing at its place, and what is not the plan's", async () => {
    const errors = async (fields: Fields) =>
      (await refusalOf(rounds.prepare(owner, roundForm(fy, fields)))).fieldErrors;
    expect(await errors({ title: " ", dueOn: "来月" })).toEqual({
      title: "round.title",
      dueOn: "round.due_on",
    });
    expect(await errors({ fy: "2040" })).toEqual({ fy: "round.fy" });
    expect(await errors({ "indicator.X-1": "on" })).toEqual({ indicators: "round.unknown" });
    expect(await errors({ "organisation.nobody": "on" })).toEqual({ indicators: "round.unknown" });
    expect(await errors({ instructions: "あ".repeat(4001) })).toEqual({
      instructions: "round.instructions",
    });
  });

  it("is the owner's alone", async () => {
    const round = await rounds.prepare(owner, roundForm(fy));
    expect(await outcomeOf(read(round, "council viewer"))).toBe("done");
    expect(await outcomeOf(read(round, "saga editor"))).toBe("not_found");
    expect((await listRounds(at("saga editor"), plan)).rounds).toHaveLength(0);
    for (const post of ["saga editor", "fukuoka approver", "council viewer"] as const)
      expect(await outcomeOf(rounds.prepare(post, roundForm(fy))), post).toBe("forbidden");
  });

  it("offers no KPI without a survey in the year, and everything else chosen", async () => {
    const { everything, unsurveyed, outline } = await readRoundForm(
      at(owner),
      { plan, round: null },
      fy,
      now,
    );
    const offered = outline.flatMap((goal) =>
      [goal, ...goal.projects].flatMap((place) => place.indicators.map(({ code }) => code)),
    );
    expect([...everything.indicators].sort()).toEqual([...offered].sort());
    expect(everything.indicators).toEqual(expect.arrayContaining([...indicators]));
    for (const name of unsurveyed) expect(JSON.stringify(outline)).not.toContain(name);
  });
});

describe("the steps of a round", () => {
  /** A round in each state; its version. */
  async function inState(state: (typeof roundStates)[number]): Promise<[number, number]> {
    const round = await rounds.prepare(owner, roundForm(fy));
    if (state === "preparing") return [round, 1];
    await rounds.open(owner, round, 1);
    if (state === "open") return [round, 2];
    await rounds.close(owner, round, 2);
    if (state === "closed") return [round, 3];
    await rounds.publish(decider, round, 3);
    return [round, 4];
  }
  const take = (step: (typeof roundSteps)[number], post: Post, round: number, version: number) => {
    if (step === "prepare") return rounds.prepare(post, roundForm(fy), round, version);
    if (step === "reopen") return rounds.reopen(post, round, version, now);
    return rounds[step](post, round, version);
  };

  it.each(roundStates.flatMap((state) => roundSteps.map((step) => [state, step] as const)))(
    "a round that is %s: %s",
    async (state, step) => {
      const [round, version] = await inState(state);
      const next = nextRoundState(state, step);
      expect(await outcomeOf(take(step, decider, round, version))).toBe(
        next === null ? "locked" : "done",
      );
      expect((await read(round)).round.state).toBe(next ?? state);
    },
  );

  it.each([
    ["open", "preparing", ["done", "done", "forbidden", "not_found"]],
    ["close", "open", ["done", "done", "forbidden", "forbidden"]],
    ["reopen", "closed", ["forbidden", "done", "forbidden", "forbidden"]],
    ["publish", "closed", ["forbidden", "done", "forbidden", "forbidden"]],
  ] as const)(
    "%s by editor, approver, viewer and another's approver",
    async (step, state, outcomes) => {
      const posts: Post[] = [owner, decider, "council viewer", "fukuoka approver"];
      for (const [index, post] of posts.entries()) {
        await portal.owner`truncate reporting_rounds, publications cascade`;
        const [round, version] = await inState(state);
        expect(await outcomeOf(take(step, post, round, version)), post).toBe(outcomes[index]);
      }
    },
  );

  it("are one when sent twice, and a conflict from an older version", async () => {
    const round = await opened();
    const sent = form(2, { reason: "期限のとおり" });
    await rounds.close(owner, round, 2, sent);
    await rounds.close(owner, round, 2, sent);
    expect(await outcomeOf(rounds.close(owner, round, 2, { ...sent, reason: "別の理由" }))).toBe(
      "conflict",
    );
    const { records } = await read(round);
    expect(records.map(({ step, author }) => `${step} ${author}`)).toEqual([
      "prepare council editor",
      "open council editor",
      "close council editor",
    ]);
    expect(records.at(-1)?.reason).toBe(
      "照会した12件のうち、未提出12件、受理待ち0件で締め切りました。\n期限のとおり",
    );
    expect((await auditOf(portal.owner)).map(({ action }) => action)).toEqual([
      "round.prepare",
      "round.open",
      "round.close",
    ]);
  });

  it("is one step when two take it at the same moment", async () => {
    const round = await opened();
    const outcomes = await Promise.all(
      [owner, decider].map((post) => outcomeOf(rounds.close(post, round, 2))),
    );
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
  });

  it("is not opened for nobody, nor for what is not reported any more", async () => {
    const nobody = await rounds.prepare(owner, roundForm(fy, {}, []));
    expect((await refusalOf(rounds.open(owner, nobody, 1))).fieldErrors).toEqual({
      open: "round.nobody",
    });
    const round = await rounds.prepare(owner, roundForm(fy));
    const [kept] = await portal.owner`
      delete from indicator_reporters r using indicators i, organisations o
      where i.id = r.indicator_id and i.code = ${indicators[0]}
        and o.id = r.organisation_id and o.slug = 'saga'
      returning r.*`;
    expect((await refusalOf(rounds.open(owner, round, 1))).fieldErrors).toEqual({
      open: "round.outdated",
    });
    expect((await read(round)).outdated).toBe(true);
    await portal.owner`insert into indicator_reporters ${portal.owner(kept ?? {})}`;
    expect(await outcomeOf(rounds.open(owner, round, 1))).toBe("done");
  });

  it("asks for a confirmation to close, and for a reason and a day to open again", async () => {
    const round = await opened();
    const unsure = rounds.close(owner, round, 2, { confirmed: "" });
    expect((await refusalOf(unsure)).fieldErrors).toEqual({ confirmed: "round.confirm" });
    await rounds.close(owner, round, 2);
    const errors = async (fields: Fields) =>
      (await refusalOf(rounds.reopen(decider, round, 3, now, fields))).fieldErrors;
    expect(await errors({ reason: "　" })).toEqual({ reason: "round.reopen_reason" });
    expect(await errors({ dueOn: "2026-11-19" })).toEqual({ dueOn: "round.reopen_due_on" });
    await rounds.reopen(decider, round, 3, now, { dueOn: "2026-11-20" });
    expect((await read(round)).round).toMatchObject({ state: "open", dueOn: "2026-11-20" });
  });
});

describe("an extension", () => {
  const longer: Fields = { organisation: "oita", dueOn: "2027-02-10", reason: "大雨の対応のため" };

  it("gives one organisation longer than before, with a reason", async () => {
    const round = await opened();
    const errors = async (fields: Fields) =>
      (await refusalOf(rounds.extend(owner, round, { ...longer, ...fields }))).fieldErrors;
    expect(await errors({ dueOn: "2027-01-31", reason: "x" })).toEqual({ dueOn: "round.longer" });
    expect(await errors({ reason: " " })).toEqual({ reason: "round.extension_reason" });
    expect(await errors({ organisation: "okinawa" })).toEqual({
      organisation: "round.organisation",
    });
    const sent = form(0, longer);
    await rounds.extend(owner, round, sent);
    await rounds.extend(owner, round, sent);
    expect(await outcomeOf(rounds.extend(decider, round, longer))).toBe("conflict");
    expect(
      await outcomeOf(rounds.extend(decider, round, { ...longer, dueOn: "2027-02-20" }, 1)),
    ).toBe("done");
    const { rows, extensions } = await read(round, "saga viewer");
    expect(rows.map(({ slug, dueOn }) => `${slug} ${dueOn}`)).toEqual([
      "saga 2027-01-31",
      "nagasaki 2027-01-31",
      "oita 2027-02-20",
      "miyazaki 2027-01-31",
    ]);
    expect(extensions.map(({ dueOn, author }) => `${dueOn} ${author}`)).toEqual([
      "2027-02-10 council editor",
      "2027-02-20 council approver",
    ]);
  });

  it("is given while the round is open, by its owner", async () => {
    const round = await rounds.prepare(owner, roundForm(fy));
    expect(await outcomeOf(rounds.extend(owner, round, longer))).toBe("locked");
    await rounds.open(owner, round, 1);
    for (const post of ["oita approver", "fukuoka approver", "council viewer"] as const)
      expect(await outcomeOf(rounds.extend(post, round, longer)), post).toBe("forbidden");
    await rounds.close(owner, round, 2);
    expect(await outcomeOf(rounds.extend(owner, round, longer))).toBe("locked");
  });
});

describe("what a round takes", () => {
  it("is nothing of its figures once it is closed, and judgements until it is published", async () => {
    const round = await opened();
    await desk.submit(figureOf("saga"), 0, figure("10"));
    await desk.submit(figureOf("oita"), 0, figure("20"));
    await desk.save(figureOf("nagasaki"), 0, figure("30"));
    await rounds.close(owner, round, 2);
    expect(await outcomeOf(desk.save(figureOf("nagasaki"), 1, figure("31")))).toBe("locked");
    expect(await outcomeOf(desk.submit(figureOf("nagasaki"), 1, figure("30")))).toBe("locked");
    expect(await outcomeOf(desk.withdraw(figureOf("saga"), 1))).toBe("locked");
    expect(await outcomeOf(desk.return(figureOf("saga"), 1))).toBe("locked");
    expect(await outcomeOf(desk.accept(figureOf("saga"), 1))).toBe("done");
    // Another year, and a KPI that was not asked for, are free.
    expect(await outcomeOf(desk.save(question(indicators[0], "saga", 2023), 0, figure("1")))).toBe(
      "done",
    );
    expect(await outcomeOf(desk.save(figureOf("saga", "SHG-3-1-a"), 0, figure("1")))).toBe("done");
    expect((await refusalOf(rounds.publish(decider, round, 3))).fieldErrors).toEqual({
      publish: "round.waiting",
    });
    expect((await read(round)).waitingFor).toEqual([{ lead: "福岡県", count: 1 }]);
    await desk.accept(figureOf("oita"), 1);
    await rounds.publish(decider, round, 3);
    expect(await outcomeOf(desk.save(figureOf("saga"), 2, figure("11")))).toBe("locked");
    await rounds.reopen(decider, round, 4, now);
    expect(await outcomeOf(desk.save(figureOf("saga"), 2, figure("11")))).toBe("done");
  });

  it("is taken where another open round asks for the same", async () => {
    const first = await opened();
    await rounds.close(owner, first, 2);
    expect(await outcomeOf(desk.save(figureOf("saga"), 0, figure("1")))).toBe("locked");
    await opened();
    expect(await outcomeOf(desk.save(figureOf("saga"), 0, figure("1")))).toBe("done");
  });

  it("comes from who was asked, whatever a revision changes meanwhile", async () => {
    const round = await opened();
    await portal.owner`update indicators set last_fy = last_fy - 100 where code = ${indicators[1]}`;
    const [kept] = await portal.owner`
      delete from indicator_reporters r using indicators i, organisations o
      where i.id = r.indicator_id and i.code = ${indicators[0]}
        and o.id = r.organisation_id and o.slug = 'saga'
      returning r.*`;
    try {
      expect(await outcomeOf(desk.submit(figureOf("saga"), 0, figure("10")))).toBe("done");
      expect(await outcomeOf(desk.accept(figureOf("saga"), 1))).toBe("done");
      await desk.submit(figureOf("oita", indicators[1]), 0, figure("20"));
      expect(await outcomeOf(desk.accept(figureOf("oita", indicators[1]), 1))).toBe("done");
      const other = { ...figureOf("saga"), fy: fy - 1 };
      expect(await outcomeOf(desk.save(other, 0, figure("1")))).toBe("not_found");
      await rounds.close(owner, round, 2);
      expect(await outcomeOf(rounds.publish(decider, round, 3))).toBe("done");
    } finally {
      await portal.owner`insert into indicator_reporters ${portal.owner(kept ?? {})}`;
      await portal.owner`update indicators set last_fy = last_fy + 100 where code = ${indicators[1]}`;
    }
  });

  it("is counted whole where the plan's owner neither leads its PTs nor is the council", async () => {
    const [kept] = await portal.owner`select id, owner_id from plans where code = ${plan}`;
    const own: Post = "saga approver";
    await portal.owner`update plans set owner_id = ${person(own).memberships[0]?.organisationId ?? ""}
      where code = ${plan}`;
    try {
      const round = await rounds.prepare(own, roundForm(fy));
      await rounds.open(own, round, 1);
      await desk.submit(figureOf("oita"), 0, figure("20"));
      await desk.save(figureOf("nagasaki"), 0, figure("30"));
      await rounds.close(own, round, 2);
      const { records, total } = await read(round, own);
      expect(records.at(-1)?.reason).toContain("照会した12件のうち、未提出11件、受理待ち1件");
      expect(total).toBeNull();
      expect((await refusalOf(rounds.publish(own, round, 3))).fieldErrors).toEqual({
        publish: "round.waiting",
      });
    } finally {
      await portal.owner`update plans set owner_id = ${kept?.owner_id} where id = ${kept?.id}`;
    }
  });

  it("is decided once: who closes waits for who is writing, who writes for who is closing", async () => {
    for (let turn = 0; turn < 4; turn++) {
      await portal.owner`truncate reporting_rounds, observations, observation_versions cascade`;
      const round = await opened();
      const [submitted, closed] = await Promise.all([
        outcomeOf(desk.submit(figureOf("saga"), 0, figure("10"))),
        outcomeOf(rounds.close(owner, round, 2)),
      ]);
      expect(closed).toBe("done");
      expect(["done", "locked"]).toContain(submitted);
      const { records } = await read(round);
      const waiting = submitted === "done" ? 1 : 0;
      // What the record says is what is there.
      expect(records.at(-1)?.reason).toContain(`未提出${12 - waiting}件、受理待ち${waiting}件`);
      expect(await versionsOf(portal.owner, figureOf("saga"))).toHaveLength(waiting);
    }
  });

  it("waits for a writer that has not committed", async () => {
    const round = await opened();
    const writer = await app.reserve();
    try {
      await writer`begin`;
      await writer`select set_config('portal.actor_id', ${person("saga editor").id}, true)`;
      await writer`
        with one as (
          insert into observations (indicator_id, organisation_id, fy, version, state)
          select i.id, o.id, ${fy}, 1, 'submitted' from indicators i, organisations o
          where i.code = ${indicators[0]} and o.slug = 'saga' returning *)
        insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
          state, quality, value, author_id, author_organisation_id)
        select id, indicator_id, organisation_id, fy, 1, 'submitted', 'final', 10,
          ${person("saga editor").id}, organisation_id from one`;
      const closing = outcomeOf(rounds.close(owner, round, 2));
      const held = await Promise.race([
        closing,
        portal.owner`select pg_sleep(0.3)`.then(() => "waiting"),
      ]);
      expect(held).toBe("waiting");
      await writer`commit`;
      expect(await closing).toBe("done");
    } finally {
      writer.release();
    }
    expect((await read(round)).records.at(-1)?.reason).toContain("受理待ち1件");
  });
});

describe("publishing", () => {
  const of = async (post: Post | null) => {
    const {
      evaluations,
      edition,
      figures,
      indicators: known,
    } = await readRollup(at(post), plan, fy);
    const id = known.find(({ code }) => code === indicators[2])?.id ?? "";
    const row = evaluations.get(id);
    return { figures, edition, value: row?.actual ?? null, reported: row?.reported ?? null };
  };

  it("makes an edition that everybody reads, equal to the sum by hand, and a correction the next", async () => {
    const round = await opened();
    const values = { saga: "101", nagasaki: "202", oita: "303", miyazaki: "404" } as const;
    for (const slug of asked)
      await desk.report(figureOf(slug, indicators[2]), figure(values[slug]));
    expect((await of(null)).figures).toBe(false);
    await rounds.close(owner, round, 2);
    await rounds.publish(decider, round, 3);
    const first = await of(null);
    expect(first).toMatchObject({ figures: true, value: String(101 + 202 + 303 + 404) });
    expect(first.value).toBe((await of(owner)).value);
    expect(first.edition).toMatchObject({ edition: 1, note: "" });

    await rounds.reopen(decider, round, 4, now, { reason: "佐賀県の値の訂正" });
    await desk.report(figureOf("saga", indicators[2]), figure("111"), 2);
    expect((await of(null)).value).toBe("1010");
    expect((await of(owner)).value).toBe("1020");
    await rounds.close(owner, round, 5);
    await rounds.publish(decider, round, 6);
    expect(await of(null)).toMatchObject({
      value: "1020",
      edition: { edition: 2, note: "訂正：佐賀県の値の訂正" },
    });
    expect((await portal.owner`select from publications where fy = ${fy}`).count).toBe(2);
  });

  it("says nothing of a correction where nothing was published before", async () => {
    const round = await opened();
    await rounds.close(owner, round, 2);
    await rounds.reopen(decider, round, 3, now);
    await rounds.close(owner, round, 4);
    await rounds.publish(decider, round, 5);
    expect((await of(null)).edition).toMatchObject({ edition: 1, note: "" });
  });
});

describe("the board of a round", () => {
  const board = async (round: number | null, post: Post = owner) => {
    const reading = await readCompleteness(at(post), plan, { round, fy: null }, null, now);
    return reading.board.rows.map(({ organisation, dueOn, total }) => {
      const { asked: all, inTime, late } = total;
      return [organisation, dueOn, all, inTime, late, all - inTime - late];
    });
  };

  it("says what came in time, and the same after closing and after opening again", async () => {
    const round = await opened({ dueOn: "2026-11-10" });
    await portal.owner`update round_records set created_at = '2026-11-01'`;
    await rounds.extend(owner, round, {
      organisation: "oita",
      dueOn: "2030-01-31",
      reason: "大雨の対応のため",
    });
    await desk.report(figureOf("saga"), figure("1"));
    await desk.report(figureOf("nagasaki"), figure("2"));
    await desk.report(figureOf("oita"), figure("3"));
    await desk.submit(figureOf("miyazaki"), 0, figure("4"));
    await desk.return(figureOf("miyazaki"), 1);
    await portal.owner`update observation_versions v set created_at = '2026-11-05'
      from organisations o where o.id = v.organisation_id and o.slug = 'saga'`;
    const expected = [
      ["saga", "2026-11-10", 3, 1, 0, 2],
      ["nagasaki", "2026-11-10", 3, 0, 1, 2],
      ["oita", "2030-01-31", 3, 1, 0, 2],
      ["miyazaki", "2026-11-10", 3, 0, 0, 3],
    ];
    expect(await board(round)).toEqual(expected);
    await rounds.close(owner, round, 2);
    expect(await board(null)).toEqual(expected);
    await rounds.reopen(decider, round, 3, now, { dueOn: "2031-01-31" });
    // Late stays late, whatever the next day is.
    expect((await board(round)).map((row) => row.slice(2))).toEqual(
      expected.map((row) => row.slice(2)),
    );
  });

  it("is of the newest round of the latest year unless said, and never of one being prepared", async () => {
    const round = await opened();
    await rounds.prepare(owner, roundForm(2023));
    const reading = await readCompleteness(at(owner), plan, { round: null, fy: null }, null, now);
    expect(reading.round?.number).toBe(round);
    expect(await outcomeOf(board(round + 1))).toBe("not_found");
    const other = await readCompleteness(at(owner), plan, { round: null, fy: 2021 }, null, now);
    expect(other).toMatchObject({ round: null, fy: 2021 });
  });
});

describe("a workspace", () => {
  it("shows its own day and why, what to heed, and afterwards what it answered", async () => {
    const round = await opened();
    await rounds.extend(owner, round, {
      organisation: "oita",
      dueOn: "2027-02-10",
      reason: "大雨の対応のため",
    });
    const home = (slug: "oita" | "saga") => readWorkspaceHome(at(`${slug} editor`), slug);
    expect((await home("oita")).rounds).toMatchObject([
      {
        dueOn: "2027-02-10",
        extensionReason: "大雨の対応のため",
        instructions: "確定値を入力してください。\n不明な点は事務局へ。",
      },
    ]);
    expect((await home("saga")).rounds).toMatchObject([
      { dueOn: "2027-01-31", extensionReason: null },
    ]);
    expect((await home("oita")).closedRounds).toEqual([]);
    await desk.report(figureOf("oita"), figure("3"));
    await rounds.close(owner, round, 2);
    const { rounds: open, owed, closedRounds } = await home("oita");
    expect([open, owed]).toEqual([[], []]);
    expect(closedRounds).toMatchObject([{ number: round, state: "closed", dueOn: "2027-02-10" }]);
    expect(closedRounds[0]?.counts).toMatchObject({ asked: 3, accepted: 1, inTime: 1, late: 0 });
  });

  it("of a PT lists what the open rounds ask for, once, and nothing else", async () => {
    const waiting = async () => {
      const codes = { organisation: "oita", plan, pt: "SHG" };
      const page = await readPtWorkspace(at("oita editor"), codes, fy, now);
      return page.waiting.figures.map(({ code, dueOn }) => `${code} ${dueOn}`).sort();
    };
    expect(await waiting()).toEqual([]);
    await opened();
    await opened({ dueOn: "2026-12-25" });
    expect(await waiting()).toEqual(indicators.map((code) => `${code} 2026-12-25`));
    await desk.submit(figureOf("oita"), 0, figure("1"));
    expect(await waiting()).toHaveLength(2);
  });
});

describe("the files of a round", () => {
  const file = (name: string) => ({ name, bytes: new TextEncoder().encode("様式の説明") });
  it("are the owner's until it is opened, and every member's afterwards", async () => {
    const round = await prepareRound(
      at(owner),
      { plan, round: null },
      { ...roundForm(fy), ...form(0) },
      [file("記入要領.txt")],
    );
    const [kept] = (await read(round)).attachments;
    expect(kept?.name).toBe("記入要領.txt");
    const get = (post: Post) => outcomeOf(readAttachment(at(post), kept?.id ?? ""));
    const found = async (post: Post) => (await searchPortal(at(post), "記入要領")).results;
    expect(await get("saga editor")).toBe("not_found");
    expect(await get("council viewer")).toBe("done");
    expect(await found("saga editor")).toEqual([]);
    await rounds.open(owner, round, 1);
    expect(await get("saga editor")).toBe("done");
    expect(await found("saga editor")).not.toEqual([]);
    expect(await outcomeOf(readAttachment(at(null), kept?.id ?? ""))).toBe("forbidden");
  });
});

describe("what people are told", () => {
  const told = async () =>
    (
      await portal.owner<{ line: string }[]>`
        select o.slug || ' ' || m.role || ' ' || (n.detail ->> 'step') as line
        from notifications n join members m on m.user_id = n.user_id
        join organisations o on o.id = m.organisation_id order by 1`
    ).map(({ line }) => line);

  it("is who writes of what is asked, and all of the result", async () => {
    const round = await opened();
    expect(await told()).toEqual(
      [...asked].sort().flatMap((slug) => [`${slug} approver open`, `${slug} editor open`]),
    );
    const [mail] = await portal.owner`
      select subject, items from mails m join members p on p.user_id = m.user_id
      join organisations o on o.id = p.organisation_id where o.slug = 'oita' limit 1`;
    expect(mail?.subject).toBe("【要回答 1/31】2022年度の照会");
    expect(mail?.items[0]).toMatchObject({
      path: `/workspaces/oita/plans/jewels/rounds/${round}/entry`,
      text: expect.stringContaining("回答期限は2027年1月31日（日）、報告する指標は3件です。"),
    });
    await portal.owner`truncate notifications, mails`;
    await rounds.extend(owner, round, {
      organisation: "oita",
      dueOn: "2027-02-10",
      reason: "大雨の対応のため",
    });
    expect(await told()).toEqual(["oita approver extend", "oita editor extend"]);
    await rounds.close(owner, round, 2);
    await portal.owner`truncate notifications, mails`;
    await rounds.publish(decider, round, 3);
    const published = await told();
    expect(published).toContain("saga viewer publish");
    expect(published).toContain("fukuoka approver publish");
    expect(published).not.toContain("fukuoka editor publish");
    expect(published).not.toContain("okinawa editor publish");
    const subjects = await portal.owner`select distinct subject from mails`;
    expect(subjects.map(({ subject }) => subject)).toEqual(["【公表】2022年度の照会"]);
  });
});

describe("what the database itself allows", () => {
  const as = <Result>(post: Post | null, work: (sql: TransactionSql) => Promise<Result>) =>
    takenBack(app, post && person(post), work);
  const council = async () =>
    (await portal.owner<{ id: string }[]>`select id from organisations where slug = 'council'`)[0]
      ?.id ?? "";
  const idOf = async (round: number) =>
    (
      await portal.owner<{ id: string }[]>`
      select r.id from reporting_rounds r where r.number = ${round}`
    )[0]?.id ?? "";

  /** A line of a round's record as SQL; everything not said is as the owner's approver would write it. */
  async function line(
    post: Post | null,
    round: number,
    more: Record<string, string | number | null>,
  ): Promise<number | string> {
    const row = {
      round_id: await idOf(round),
      version: 2,
      step: "open",
      state: "open",
      due_on: "2027-01-31",
      reason: "",
      author_id: post ? person(post).id : null,
      author_organisation_id: await council(),
      request_key: randomUUID(),
      ...more,
    };
    return as(post, (sql) => rowsOrState(sql`insert into round_records ${sql(row)}`));
  }

  it("moves a round only by its record, step by step, by its owner", async () => {
    const round = await rounds.prepare(owner, roundForm(fy));
    expect(await line(owner, round, {})).toBe(1);
    for (const post of ["saga approver", "fukuoka approver", "council viewer", null] as const)
      expect(await line(post, round, {}), String(post)).toBe(forbidden);
    const wrong: Parameters<typeof line>[2][] = [
      { version: 3 },
      { version: 1 },
      { state: "closed" },
      { step: "close", state: "closed" },
      { step: "reopen", state: "open", reason: "x" },
      { step: "publish", state: "published" },
      { due_on: "2027-02-01" },
    ];
    for (const more of wrong)
      expect(await line(decider, round, more), JSON.stringify(more)).toBe(violated);
    expect(await line(owner, round, { author_id: person(decider).id })).toBe(forbidden);
    expect(await line(owner, round, { created_at: "2020-01-01" })).toBe(forbidden);
    const id = await idOf(round);
    for (const post of [owner, decider] as const)
      for (const column of ["state", "version", "due_on", "opened_at"])
        expect(
          await as(post, (sql) =>
            rowsOrState(
              sql.unsafe(`update reporting_rounds set ${column} = ${column} where id = '${id}'`),
            ),
          ),
          column,
        ).toBe(forbidden);
    for (const statement of [
      "update round_records set reason = 'x'",
      "delete from round_records",
      "update round_extensions set reason = 'x'",
      "delete from round_extensions",
      "delete from reporting_rounds",
      "update round_questions set period = 0",
      "update publications set note = 'x'",
    ])
      expect(await as(decider, (sql) => rowsOrState(sql.unsafe(statement))), statement).toBe(
        forbidden,
      );
  });

  it("leaves reopening and publishing to those who decide", async () => {
    const round = await opened();
    await rounds.close(owner, round, 2);
    const again = { version: 4, step: "reopen", state: "open", reason: "訂正" };
    expect(await line(owner, round, again)).toBe(forbidden);
    expect(await line(decider, round, again)).toBe(1);
    // Without an edition nothing is published.
    expect(await line(decider, round, { version: 4, step: "publish", state: "published" })).toBe(
      violated,
    );
  });

  it("lets nobody publish before a round of the year is closed, or another edition than the next", async () => {
    const round = await opened();
    const edition = (post: Post, number: number, of = plan) =>
      as(post, (sql) =>
        rowsOrState(sql`insert into publications (plan_id, fy, edition, title, content)
          select id, ${fy}, ${number}, 'x', '{}' from plans where code = ${of}`),
      );
    expect(await edition(decider, 1)).toBe(violated);
    await rounds.close(owner, round, 2);
    expect(await edition(decider, 1)).toBe(1);
    expect(await edition(decider, 2)).toBe(violated);
    expect(await edition(owner, 1)).toBe(forbidden);
    expect(await edition("fukuoka approver", 1)).toBe(forbidden);
    expect(await edition(decider, 1, "kurume")).toBe(violated);
  });

  it("keeps what is asked as it is once a round was opened, and asks only who reports", async () => {
    const ask = (post: Post, round: number, code: string, slug: string) =>
      as(post, async (sql) =>
        rowsOrState(sql`insert into round_questions (round_id, indicator_id, organisation_id, period)
          select r.id, i.id, o.id, 0 from reporting_rounds r, indicators i, organisations o
          where r.number = ${round} and i.code = ${code} and o.slug = ${slug}`),
      );
    const drop = (post: Post) => as(post, (sql) => rowsOrState(sql`delete from round_questions`));
    const round = await rounds.prepare(owner, roundForm(fy));
    expect(await ask(owner, round, indicators[0], "okinawa")).toBe(1);
    expect(await ask(owner, round, indicators[0], "kyukeiren")).toBe(violated);
    expect(await ask("saga approver", round, indicators[0], "okinawa")).toBe(0);
    expect(await drop("saga approver")).toBe(0);
    expect(await drop(owner)).toBe(12);
    await rounds.open(owner, round, 1);
    expect(await ask(owner, round, indicators[0], "okinawa")).toBe(violated);
    expect(await ask("saga approver", round, indicators[0], "okinawa")).toBe(violated);
    expect(await drop(owner)).toBe(violated);
  });

  it("gives longer only to who is asked, further than before, in an open round", async () => {
    const round = await opened();
    const extend = async (post: Post, more: Record<string, string | number> = {}) => {
      const row = { version: 1, due_on: "2027-02-10", reason: "理由", slug: "oita", ...more };
      const organisation = await council();
      return as(post, (sql) =>
        rowsOrState(sql`insert into round_extensions (round_id, organisation_id, version, due_on,
            reason, author_id, author_organisation_id)
          select r.id, o.id, ${row.version}, ${row.due_on}, ${row.reason}, ${person(post).id},
            ${organisation}
          from reporting_rounds r, organisations o
          where r.number = ${round} and o.slug = ${row.slug}`),
      );
    };
    expect(await extend(owner)).toBe(1);
    expect(await extend("oita approver")).toBe(forbidden);
    const wrong: Parameters<typeof extend>[1][] = [
      { version: 2 },
      { due_on: "2027-01-31" },
      { slug: "okinawa" },
    ];
    for (const more of wrong)
      expect(await extend(owner, more), JSON.stringify(more)).toBe(violated);
    await rounds.close(owner, round, 2);
    expect(await extend(owner)).toBe(violated);
  });

  it("takes no version of a figure of a closed round from anybody", async () => {
    const round = await opened();
    await desk.submit(figureOf("saga"), 0, figure("10"));
    const version = (post: Post, state: string) =>
      as(post, (sql) =>
        rowsOrState(sql`insert into observation_versions (observation_id, indicator_id,
            organisation_id, fy, version, state, quality, value, author_id, author_organisation_id)
          select v.observation_id, v.indicator_id, v.organisation_id, v.fy, 2, ${state}, v.quality,
            v.value, ${person(post).id}, m.organisation_id
          from observation_versions v, members m where m.user_id = ${person(post).id}`),
      );
    expect(await version("saga editor", "draft")).toBe(1);
    await rounds.close(owner, round, 2);
    expect(await version("saga editor", "draft")).toBe(violated);
    expect(await version("fukuoka approver", "returned")).toBe(violated);
    expect(await version("fukuoka approver", "accepted")).toBe(1);
  });

  it("shows a round that is being prepared to its owner, and what is asked to members", async () => {
    const round = await rounds.prepare(owner, roundForm(fy));
    const seen = (post: Post | null, table: string) =>
      as(post, (sql) => rowsOrState(sql.unsafe(`select 1 from ${table}`)));
    const rows = async (post: Post | null) => [
      await seen(post, "reporting_rounds"),
      await seen(post, "round_records"),
      await seen(post, "round_questions"),
    ];
    expect(await rows("council viewer")).toEqual([1, 1, 12]);
    expect(await rows("saga editor")).toEqual([0, 0, 0]);
    await rounds.open(owner, round, 1);
    expect(await rows("saga editor")).toEqual([1, 2, 12]);
    expect(await rows(null)).toEqual([1, 0, 0]);
  });
});
