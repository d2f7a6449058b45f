import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Time } from "#app/domain/rollup/changes-times.ts";
import { reasonLines } from "#app/i18n/changes.ts";
import * as schemas from "#app/lib/api/changes-schema.ts";
import type { Actor } from "#app/policy/can.ts";
import { loader as changesApi } from "#app/routes/api/changes.ts";
import { loader as changesPage } from "#app/routes/plans/changes.tsx";
import { loader as changesCsv } from "#app/routes/plans/changes-csv.ts";
import { loader as changesWorkbook } from "#app/routes/plans/changes-workbook.ts";
import { loader as meetingPage } from "#app/routes/plans/meeting.tsx";
import { recomputeEvaluations } from "#app/services/evaluation/recompute.server.ts";
import { saveNarrative } from "#app/services/narrative/save.server.ts";
import { setOverride } from "#app/services/override/set.server.ts";
import { compareTimes } from "#app/services/rollup/compare-times.server.ts";
import { listPlanEditions } from "#app/services/rollup/list-plan-editions.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readRound } from "#app/services/round/read.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { contentOf, indicatorIn } from "#tests/factories/definition.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { plan, roundForm, roundsOf } from "#tests/factories/round-steps.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  figure,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// A year that is published, corrected and published again; then judged otherwise. What was seen
// otherwise at two times is said KPI by KPI, with the reason.

let portal: Portal;
let endWeb: () => Promise<void>;
let cookie: string;
let desk: Desk;
let person: (post: Post) => Actor;
/** Between the two editions, before the correction. */
let between: Time;

const fy = 2023;
/** 福岡県 alone reports it for the region: 1,800億円 are expected. */
const single = question("SHG-1-1-a", "fukuoka", fy);
/** Nine prefectures report it: 6,400 are expected. */
const summed = "SHG-4-1-a";
const edition = (number: number): Time => ({ kind: "edition", edition: number });
const now = new Date("2026-11-20T12:00:00+09:00");

const moment = async (): Promise<Time> => {
  const [row] = await portal.owner<{ at: string }[]>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
  const text = row?.at ?? "";
  await portal.owner`select pg_sleep(0.01)`;
  return { kind: "moment", at: new Date(text), text };
};

const at = (post: Post | null) => actingAs(portal, post && person(post));
const compare = (times: { from?: Time; to?: Time } = {}, post: Post | null = "council viewer") =>
  compareTimes(at(post), plan, fy, times);
const changesOf = async (times: { from?: Time; to?: Time } = {}, post?: Post | null) => {
  const { comparison } = await compare(times, post);
  return (comparison?.groups ?? []).flatMap(({ goal, indicators }) =>
    indicators.map((change) => ({ pt: goal?.code, ...change })),
  );
};

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  const { email } = await createAccount(portal.owner, "council viewer");
  cookie = await signInAs(email);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of ["council editor", "council approver", "council viewer"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  desk = deskOf(portal, person);
  const rounds = roundsOf(portal, person);
  const asked = roundForm(fy, { "indicator.SHG-1-1-a": "on" }, ["fukuoka", "saga"]);
  const round = await rounds.prepare("council editor", asked);
  await rounds.open("council editor", round, 1);
  await desk.report(single, figure("1,800"));
  await desk.report(question(summed, "saga", fy), figure("100"));
  await rounds.close("council editor", round, 2);
  await rounds.publish("council approver", round, 3);
  between = await moment();
  const reason = "佐賀県の件数に漏れ";
  await rounds.reopen("council approver", round, 4, now, { reason });
  await desk.report(single, figure("1,600", { note: "二重計上を除いた。" }), 2);
  await desk.report(question(summed, "fukuoka", fy), figure("40"));
  await rounds.close("council editor", round, 5);
  await rounds.publish("council approver", round, 6);
  await setOverride(
    at("fukuoka approver"),
    { plan, kind: "indicator", code: "SHG-1-1-a", fy },
    { value: "○", reason: "天候による。", baseVersion: "0" },
  );
  await saveNarrative(
    at("fukuoka approver"),
    { plan, node: "SHG", part: "issues", fy },
    { text: "人手が足りない。", baseVersion: "0" },
  );
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

async function jsonOf(answer: Promise<Response>) {
  const { status, json } = await answer.then((each) => ({
    status: each.status,
    json: each.json(),
  }));
  return { status, body: await json };
}

describe("two editions", () => {
  it("differ in what was corrected, with the figures of each and why", async () => {
    const changes = await changesOf({ from: edition(1), to: edition(2) });
    expect(
      changes.map(({ pt, indicator, kind, before, after }) => [
        pt,
        indicator.code,
        kind,
        [before?.actual, before?.mark, before?.reported],
        [after?.actual, after?.mark, after?.reported],
      ]),
    ).toEqual([
      ["SHG", "SHG-1-1-a", "worse", ["1800", "○", 1], ["1600", "△", 1]],
      ["SHG", "SHG-4-1-a", "corrected", ["100", null, 1], ["140", null, 2]],
    ]);
    expect(changes[0]?.why).toMatchObject({
      answers: [
        {
          shortName: "福岡県",
          before: { value: "1800" },
          value: "1600",
          note: "二重計上を除いた。",
          acceptedIn: "福岡県",
          acceptedBy: "fukuoka approver",
        },
      ],
      judgements: [],
      definition: [],
    });
    expect(changes[1]?.why.answers).toMatchObject([
      { shortName: "福岡県", before: null, value: "40" },
    ]);
  });

  it("say of each time what the roll-up of that time says, to the digit", async () => {
    const { comparison } = await compare({ from: edition(1), to: edition(2) });
    for (const [side, number] of [
      ["before", 1],
      ["after", 2],
    ] as const) {
      const asOf = { kind: "edition" as const, edition: number };
      const rollup = await readRollup({ ...at("council viewer"), asOf }, plan, fy);
      expect(comparison?.total[side]).toEqual(rollup.total);
      for (const goal of comparison?.goals ?? []) {
        const node = rollup.nodes.find(({ code }) => code === goal.node.code);
        expect(goal[side]).toEqual(rollup.byNode.get(node?.id ?? ""));
      }
      for (const change of await changesOf({ from: edition(1), to: edition(2) })) {
        const { id = "" } = rollup.indicators.find((i) => i.code === change.indicator.code) ?? {};
        expect(change[side]).toEqual(rollup.evaluations.get(id));
      }
    }
    const marks = comparison?.total;
    expect([marks?.before.counts["○"], marks?.after.counts["○"]]).toEqual([1, 0]);
    expect([marks?.before.counts["△"], marks?.after.counts["△"]]).toEqual([0, 1]);
  });

  it("say that the round was opened again, and why, to members", async () => {
    const { comparison, from, to } = await compare({ from: edition(1), to: edition(2) });
    expect(comparison?.reopened).toMatchObject([{ round: 1, reason: "佐賀県の件数に漏れ" }]);
    expect(to?.edition).toMatchObject({ edition: 2, note: "訂正：佐賀県の件数に漏れ" });
    expect(from).toMatchObject({ text: "edition-1", edition: { edition: 1, note: "" } });
  });
});

describe("an edition and today", () => {
  it("are what is compared unless somebody asks otherwise, with the judgement and the text", async () => {
    const { from, to, comparison } = await compare();
    expect([from?.text, to?.text]).toEqual(["edition-2", "now"]);
    expect(await changesOf()).toMatchObject([
      {
        kind: "better",
        before: { mark: "△" },
        after: { mark: "○", computedMark: "△" },
        why: { answers: [], judgements: [{ after: "○", reason: "天候による。" }] },
      },
    ]);
    expect(comparison?.texts).toMatchObject([
      { node: { code: "SHG" }, part: "issues", before: "", after: "人手が足りない。" },
    ]);
    expect(comparison?.reopened).toEqual([]);
  });

  it("have everything in between where the first edition is asked for", async () => {
    const [change] = await changesOf({ from: edition(1) });
    expect(change).toMatchObject({
      kind: "corrected",
      before: { actual: "1800", mark: "○" },
      after: { actual: "1600", mark: "○" },
      why: { answers: [{ value: "1600" }], judgements: [{ after: "○" }] },
    });
  });

  it("is the same from a moment at which nothing had been corrected yet", async () => {
    const fromEdition = await changesOf({ from: edition(1), to: edition(2) });
    expect(await changesOf({ from: between, to: edition(2) })).toEqual(fromEdition);
    expect((await compare({ to: between })).from?.text).toBe("edition-1");
    expect(await changesOf({ to: between })).toEqual([]);
  });
});

describe("what is asked for wrongly", () => {
  it("is said, and compares nothing", async () => {
    const problem = async (times: { from?: Time; to?: Time }, post?: Post | null) => {
      const reading = await compare(times, post);
      expect(reading.comparison).toBeNull();
      return reading.problem;
    };
    expect(await problem({ to: edition(1) })).toBe("nothing_before");
    expect(await problem({ from: edition(2), to: edition(1) })).toBe("wrong_order");
    expect(await problem({ from: edition(2), to: edition(2) })).toBe("wrong_order");
    expect(await problem({ from: null })).toBe("wrong_order");
    expect(await outcomeOf(compare({ from: edition(3) }))).toBe("not_found");
    expect(await outcomeOf(compareTimes(at("council viewer"), plan, 2031, {}))).toBe("not_found");
    const other = await compareTimes(at("council viewer"), plan, 2022, {});
    expect(other.problem).toBe("nothing_before");
  });
});

describe("the public", () => {
  it("compares editions, and learns no person's name and nothing that is for members", async () => {
    const { from, to, comparison, problem } = await compare({}, null);
    expect([from?.text, to?.text, problem]).toEqual(["edition-1", "edition-2", null]);
    const changes = await changesOf({}, null);
    expect(changes.map(({ kind }) => kind)).toEqual(["worse", "corrected"]);
    expect(changes[0]?.why.answers).toMatchObject([
      { value: "1600", before: { value: "1800" }, acceptedBy: null },
    ]);
    expect(comparison?.reopened).toEqual([]);
    const said = JSON.stringify(comparison);
    expect(said).not.toContain("approver");
    expect(said).not.toContain("天候による");
    expect(said).not.toContain("人手が足りない");
  });

  it("does not compare what was not published", async () => {
    for (const times of [{ to: null }, { from: between }, { from: between, to: edition(2) }]) {
      const { comparison, problem } = await compare(times, null);
      expect([comparison, problem]).toEqual([null, "published_only"]);
    }
  });
});

describe("the list of editions", () => {
  it("says of each what it corrected, as many as are compared", async () => {
    const { editions } = await listPlanEditions(at(null), plan);
    const changed = await changesOf({ from: edition(1), to: edition(2) });
    expect(editions).toMatchObject([
      { fy, edition: 2, note: "訂正：佐賀県の件数に漏れ", changes: changed.length },
      { fy, edition: 1, note: "", changes: null },
    ]);
    const round = await readRound(at("council viewer"), { plan, round: 1 }, now);
    expect(round.editions).toEqual(editions);
  });
});

describe("the page, the files and the API", () => {
  const ask = <Answer>(route: (args: LoaderFunctionArgs) => Answer, query: string, post = true) =>
    route(
      routeArgs(`/plans/${plan}/changes?${query}`, {
        params: { plan },
        ...(post && { cookie }),
      }),
    );
  const editions = `fy=${fy}&from=edition-1&to=edition-2`;

  it("say the same", async () => {
    const { body, status } = await jsonOf(ask(changesApi, editions, false));
    expect(status).toBe(200);
    const answer = z.strictObject(schemas.changes.shape).parse(body);
    expect([answer.from, answer.to]).toEqual([
      { time: "edition-1", edition: 1 },
      { time: "edition-2", edition: 2 },
    ]);
    expect(answer.changes).toMatchObject([
      {
        goal: "SHG",
        code: "SHG-1-1-a",
        kind: "worse",
        before: { actual: "1800", mark: "○" },
        after: { actual: "1600", mark: "△" },
        answers: [{ organisation: "fukuoka", before: { value: "1800" }, after: { value: "1600" } }],
      },
      { code: "SHG-4-1-a", kind: "corrected", answers: [{ before: null }] },
    ]);
    const csv = await (await ask(changesCsv, editions, false)).text();
    const [head, ...lines] = csv.split("\r\n").filter(Boolean);
    expect(head?.split(",")).toHaveLength(12);
    expect(lines.map((line) => line.split(",").slice(1, 4))).toContainEqual([
      "SHG-1-1-a",
      expect.stringContaining("輸出額"),
      "後退",
    ]);
    expect(csv).toContain("福岡県：1,800億円 → 1,600億円\n二重計上を除いた。");
    expect(csv).not.toContain("approver");
    const workbook = await ask(changesWorkbook, editions);
    expect(workbook.headers.get("content-type")).toContain("spreadsheetml");
    const { data } = await ask(changesPage, editions);
    expect(data.title).toEqual(["変更点", "第1版 → 第2版", "令和5（2023）年度"]);
  });

  it("are not there where there is nothing to compare", async () => {
    const status = async (query: string, post?: boolean) =>
      (await jsonOf(ask(changesApi, query, post))).status;
    expect(await status("fy=2022")).toBe(404);
    expect(await status("from=yesterday")).toBe(404);
    expect(await status(`fy=${fy}&to=now`, false)).toBe(404);
    expect(await status(`fy=${fy}&to=now`)).toBe(200);
    await expect(ask(changesCsv, "fy=2022")).rejects.toMatchObject({ status: 404 });
    const { data, init } = await ask(changesPage, "from=2999-01-01");
    expect([init?.status, data.problem, data.comparison]).toEqual([404, "unreadable", null]);
  });

  it("have one address for each pair of times, also where a day was chosen beside the list", async () => {
    const form = `fy=${fy}&from=day&fromDay=2026-06-30&to=now&toDay=`;
    const answer = await ask(changesPage, form).catch((thrown: Response) => thrown);
    expect(answer instanceof Response && answer.headers.get("location")).toBe(
      `/plans/${plan}/changes?fy=${fy}&from=2026-06-30&to=now`,
    );
  });
});

describe("meeting mode", () => {
  const slide = async (query: string, member = true) => {
    const args = routeArgs(`/plans/${plan}/meeting?fy=${fy}&${query}`, {
      params: { plan },
      ...(member && { cookie }),
    });
    return (await meetingPage(args)).html;
  };

  it("has a slide for the region, for each PT and for what is missing", async () => {
    expect(await slide("slide=1")).toContain("1／8");
    const pt = await slide("slide=2");
    expect(pt).toContain("しごとづくりPT");
    expect(pt).toContain("2／8");
    const last = await slide("slide=8");
    expect(last).toContain("未報告の状況");
    expect(await slide("slide=77")).toBe(last);
    expect(await slide("slide=abc")).toBe(await slide(""));
  });

  it("leads on without scripts, from the same time", async () => {
    const html = await slide("slide=2&asOf=edition-1");
    const address = `/plans/${plan}/meeting?fy=${fy}&amp;slide=3&amp;asOf=edition-1`;
    expect(html).toContain(`href="${address}" rel="next"`);
    expect(html).toContain("公表された第1版を表示しています");
  });

  it("shows no person, and the public what is published", async () => {
    for (const number of [1, 2, 8]) {
      const [own, open] = [await slide(`slide=${number}`), await slide(`slide=${number}`, false)];
      expect(own).not.toContain("approver");
      expect(own).not.toContain("council viewer");
      expect(open).toContain("第2版");
    }
  });
});

describe("a revision of the plan", () => {
  it("is the reason where the target of a year that is still to come is another", async () => {
    const from = await moment();
    const last = 2024;
    const content = await contentOf(portal.owner, plan);
    const indicator = indicatorIn(content, "SHG-1-1-a");
    const cell = indicator.roadmap.find((each) => each.fy === last);
    Object.assign(cell ?? {}, { value: "2100", text: "2,100 億円" });
    const author = person("council approver").id;
    await portal.owner`
      insert into plan_revisions (plan_id, number, title, state, author_id, author_organisation_id)
      select id, 91, '目標の見直し', 'adopted', ${author}, owner_id from plans where code = ${plan}`;
    await portal.owner`
      insert into plan_versions (plan_id, version, kind, title, first_fy, effective_on, content,
        revision_id, author_id)
      select v.plan_id, v.version + 1, 'revision', r.title, ${last}, v.effective_on,
        ${JSON.stringify(content)}::text::jsonb, r.id, ${author}
      from plan_versions v join plans p on p.id = v.plan_id and p.code = ${plan}
      join plan_revisions r on r.plan_id = p.id and r.number = 91
      order by v.version desc limit 1`;
    const { database, close } = openDatabase(portal.urls.ownerUrl, { max: 1, name: "test" });
    await database.transaction((tx) => recomputeEvaluations(tx, { indicatorIds: [indicator.id] }));
    await close();
    const { comparison } = await compareTimes(at("council viewer"), plan, last, { from });
    expect(comparison).toMatchObject({
      gradedByOther: true,
      planVersions: [{ title: "目標の見直し", kind: "revision" }],
    });
    const changes = comparison?.groups.flatMap(({ indicators }) => indicators) ?? [];
    expect(changes.map(({ indicator: { code }, after }) => [code, after?.expected])).toEqual([
      ["SHG-1-1-a", "2100"],
    ]);
    const lines = changes.flatMap(({ why, indicator: { unit } }) => reasonLines(why, unit));
    expect(lines.map(({ text }) => text)).toEqual(["計画のR6目標：2,000 億円 → 2,100 億円"]);
  });
});

describe("the cost", () => {
  it("is a handful of statements, however much changed", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const context = { ...at("council viewer"), database: counted.database };
    const sent = await counted.statementsOf(() => compareTimes(context, plan, fy, {}));
    await counted.close();
    expect(sent.length).toBeLessThanOrEqual(22);
  });
});
