import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Time } from "#app/domain/rollup/changes-times.ts";
import type { Actor } from "#app/policy/can.ts";
import { saveNarrative } from "#app/services/narrative/save.server.ts";
import { setOverride } from "#app/services/override/set.server.ts";
import { compareTimes } from "#app/services/rollup/compare-times.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
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

// A year that is published, corrected and published again; then judged otherwise. What was seen
// otherwise at two times is said KPI by KPI, with the reason.

let portal: Portal;
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
afterAll(() => portal.close());

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

describe("the cost", () => {
  it("is a handful of statements, however much changed", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const context = { ...at("council viewer"), database: counted.database };
    const sent = await counted.statementsOf(() => compareTimes(context, plan, fy, {}));
    await counted.close();
    expect(sent.length).toBeLessThanOrEqual(22);
  });
});
