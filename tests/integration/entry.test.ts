import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entryField, postedRows, rowKey } from "#app/domain/entry/rows.ts";
import type { Actor } from "#app/policy/can.ts";
import { readEntry, readEntryChanges } from "#app/services/entry/read.server.ts";
import { writeEntry } from "#app/services/entry/write.server.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { auditOf, historyOf, versionsOf } from "#tests/factories/readings.ts";
import { openRound } from "#tests/factories/rounds.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  type Fields,
  figure,
  fraction,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";

let portal: Portal;
let person: (post: Post) => Actor;
let desk: Desk;

const plan = "jewels";
const fy = 2023;
const codes = { organisation: "saga", plan, round: 1 };
/** Figures of 佐賀県: one led by 福岡県 alone, a second of it, a cumulative one, and a fraction. */
const count = "SHG-4-1-a";
const other = "SHG-2-3-a";
const rate = "JNZ-1-1-a-2";

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  const viewer = await createPerson(portal.owner, "saga viewer");
  const colleague = await createPerson(portal.owner, "saga admin");
  person = (post) =>
    post === "saga viewer" ? viewer : post === "saga admin" ? colleague : staff(post);
  desk = deskOf(portal, person);
  await openRound(portal.owner, { plan, fy, dueOn: "2026-11-30" });
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.owner`truncate notifications, audit_events, observations, observation_versions,
    evaluations cascade`;
});

const context = (post: Post) => actingAs(portal, person(post));
const epoch = "2026-01-01T00:00:00.000Z";

/** A row of the form, made when version `base` was the newest. */
function row(code: string, base: number, fields: Fields, requestKey: string = randomUUID()) {
  const key = rowKey(code, 0);
  const all = { quality: "final", ...fields, baseVersion: String(base), requestKey };
  return Object.fromEntries(
    Object.entries(all).map(([field, value]) => [entryField(field as "value", key), value]),
  );
}
function write(
  step: "save" | "submit",
  rows: Record<string, string>[],
  post: Post = "saga editor",
  at = codes,
) {
  const posted = postedRows(Object.assign({}, ...rows));
  return writeEntry(context(post), at, posted, { step, since: epoch });
}
async function outcomes(work: ReturnType<typeof write>) {
  const { results } = await work;
  return Object.fromEntries(results.map(({ key, outcome }) => [key.split(":")[0], outcome]));
}
const history = (code: string) => historyOf(portal.owner, question(code, "saga"));

describe("the grid", () => {
  it("holds what the workspace counts as owed, by PT and project, in printed order", async () => {
    const { groups, may } = await readEntry(context("saga editor"), codes);
    const rows = groups.flatMap((group) => group.rows);
    const { owed } = await readWorkspaceHome(context("saga editor"), "saga");
    const counted = owed.filter((each) => each.plan === plan && each.fy === fy);
    expect(rows.map(({ code, period }) => [code, period])).toEqual(
      counted.map(({ code, period }) => [code, period]),
    );
    expect(new Set(groups.map(({ home }) => home.code)).size).toBe(groups.length);
    expect(may).toEqual({ save: true, submit: true });
  });

  it("shows the last accepted figure before the year", async () => {
    await desk.report(question(count, "saga", 2021), figure("300"));
    await desk.report(question(count, "saga", 2022), figure("374"));
    await desk.submit(question(count, "saga"), 0, figure("500"));
    const { groups, states } = await readEntry(context("saga editor"), codes);
    const found = groups.flatMap((group) => group.rows).find(({ code }) => code === count);
    expect(found?.before).toMatchObject({ fy: 2022, value: "374", period: 0 });
    expect(states).toMatchObject([{ key: rowKey(count, 0), state: "submitted", version: 1 }]);
  });

  it("is read in as many statements with one answer as with all of them", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const reading = { ...context("saga editor"), database: counted.database };
    const few = await counted.statementsOf(() => readEntry(reading, codes));
    const { groups } = await readEntry(reading, codes);
    const all = groups.flatMap((group) => group.rows);
    await write(
      "save",
      all.map(({ code, asked }) =>
        row(code, 0, asked.aggregation === "ratio" ? fraction("1", "2") : { note: "確認中" }),
      ),
    );
    const many = await counted.statementsOf(() => readEntry(reading, codes));
    expect(all.length).toBeGreaterThan(20);
    expect(many).toHaveLength(few.length);
    expect(many.length).toBeLessThanOrEqual(5);
    const untouched = await counted.statementsOf(() =>
      writeEntry(
        reading,
        codes,
        postedRows(Object.assign({}, ...all.map(({ code }) => row(code, 1, { note: "確認中" })))),
        { step: "save", since: epoch },
      ),
    );
    // Rows that nobody touched cost nothing; those of fractions were changed.
    const changed = all.filter(({ asked }) => asked.aggregation === "ratio").length;
    expect(untouched.length).toBeLessThanOrEqual(8 + changed * 5);
    await counted.close();
  });

  it("is the organisation's own", async () => {
    const foreign = ["nagasaki editor", "fukuoka approver"] as const;
    for (const post of foreign) {
      expect(await outcomeOf(readEntry(context(post), codes))).toBe("forbidden");
      expect(await outcomeOf(readEntryChanges(context(post), codes, epoch))).toBe("forbidden");
      expect(await outcomeOf(write("save", [row(count, 0, { value: "1" })], post))).toBe(
        "forbidden",
      );
    }
    expect((await readEntry(context("saga viewer"), codes)).may.save).toBe(false);
    for (const step of ["save", "submit"] as const)
      expect(await outcomeOf(write(step, [row(count, 0, { value: "1" })], "saga viewer"))).toBe(
        "forbidden",
      );
    expect(await outcomeOf(readEntry(context("saga editor"), { ...codes, round: 2 }))).toBe(
      "not_found",
    );
    expect(await auditOf(portal.owner)).toEqual([]);
  });
});

describe("rows that are sent together", () => {
  it("are saved each by itself: a good one although another cannot be read", async () => {
    const { results } = await write("save", [
      row(count, 0, { value: "５１２社" }),
      row(other, 0, { value: "五百" }),
      row(rate, 0, { numerator: "30", denominator: "0" }),
    ]);
    expect(results.map(({ outcome, errors }) => [outcome, errors])).toEqual([
      ["refused", { value: "figure.unreadable" }],
      ["saved", undefined],
      ["refused", { denominator: "figure.denominator" }],
    ]);
    expect(await versionsOf(portal.owner, question(count, "saga"))).toMatchObject([
      { state: "draft", value: "512", isDemo: false, author: "saga editor" },
    ]);
    expect(await history(other)).toBe("");
    expect((await auditOf(portal.owner)).map(({ action, subject }) => [action, subject])).toEqual([
      ["observation.save", `jewels/${count}/2023/saga`],
    ]);
  });

  it("are refused as a whole when one is not the organisation's", async () => {
    for (const foreign of ["SHG-6-1-b", "T2", "nowhere"]) {
      const rows = [row(count, 0, { value: "1" }), row(foreign, 0, { value: "1" })];
      expect(await outcomeOf(write("save", rows)), foreign).toBe("not_found");
    }
    const untold = row(count, 0, { value: "1", requestKey: "" });
    expect(await outcomeOf(write("save", [{ ...untold, [`requestKey:${count}:0`]: "x" }]))).toBe(
      "invalid",
    );
    expect(await history(count)).toBe("");
  });

  it("leave no trace where nothing was entered", async () => {
    expect(await outcomes(write("save", [row(count, 0, {})]))).toEqual({ [count]: "unchanged" });
    expect(await outcomes(write("submit", [row(count, 0, {})]))).toEqual({ [count]: "unchanged" });
    expect(await history(count)).toBe("");
  });

  it("are one step when they are sent twice", async () => {
    const sent = [row(count, 0, { value: "512" }), row(other, 0, { value: "30" })];
    await write("save", sent);
    expect(await outcomes(write("save", sent))).toEqual({ [count]: "saved", [other]: "saved" });
    expect(await history(count)).toBe("1 draft");
    const both = await Promise.all([
      outcomes(
        write("submit", [row(count, 1, { value: "513" }, "6f0e8a0e-1111-4c1e-8d5e-000000000001")]),
      ),
      outcomes(
        write("submit", [row(count, 1, { value: "513" }, "6f0e8a0e-1111-4c1e-8d5e-000000000001")]),
      ),
    ]);
    for (const each of both) expect(each[count]).toBe("submitted");
    expect(await history(count)).toBe("1 draft, 2 submitted");
    const told = await portal.owner`select distinct subject_id from (
      select detail->>'name' as subject_id, user_id, count(*) as n from notifications
      group by 1, user_id having count(*) > 1) twice`;
    expect(told).toHaveLength(0);
  });
});

describe("colleagues", () => {
  it("do not overwrite each other: the second decides, and untouched rows are in nobody's way", async () => {
    await write("save", [row(count, 0, { value: "512" }), row(other, 0, { value: "30" })]);
    await write("save", [row(count, 1, { value: "600" })], "saga admin");
    const { results, states } = await write("save", [
      row(count, 1, { value: "700" }),
      row(other, 1, { value: "31" }),
    ]);
    expect(results.map(({ key, outcome }) => [key, outcome])).toEqual([
      [`${other}:0`, "saved"],
      [`${count}:0`, "conflict"],
    ]);
    const theirs = states.find(({ key }) => key === `${count}:0`);
    expect(theirs).toMatchObject({ version: 2, author: "saga admin", answer: { value: "600" } });
    // The row as it was opened, which a colleague has changed since, is not put back.
    expect(await outcomes(write("save", [row(count, 1, { value: "512" })]))).toEqual({
      [count]: "unchanged",
    });
    // Having seen both, the second one's stands.
    expect(await outcomes(write("save", [row(count, 2, { value: "700" })]))).toEqual({
      [count]: "saved",
    });
    expect(await history(count)).toBe("1 draft, 2 draft, 3 draft");
  });

  it("are told when a row was submitted under their hands", async () => {
    await write("submit", [row(count, 0, { value: "512" })], "saga admin");
    expect(await outcomes(write("save", [row(count, 0, { value: "1" })]))).toEqual({
      [count]: "locked",
    });
    expect(await outcomes(write("submit", [row(count, 0, { value: "1" })]))).toEqual({
      [count]: "locked",
    });
    expect(await history(count)).toBe("1 submitted");
  });

  it("see each other's rows at the next question", async () => {
    await write("save", [row(count, 0, { value: "512" })], "saga admin");
    const { states, readAt } = await readEntryChanges(context("saga editor"), codes, epoch);
    expect(states).toMatchObject([{ key: `${count}:0`, author: "saga admin" }]);
    const later = new Date(Date.parse(readAt) + 600_000).toISOString();
    expect((await readEntryChanges(context("saga editor"), codes, later)).states).toEqual([]);
    expect(await outcomeOf(readEntryChanges(context("saga editor"), codes, "now"))).toBe("invalid");
  });

  it("do not lock each other out, however their rows are ordered", async () => {
    const saves = Array.from({ length: 6 }, (_, index) => {
      const rows = [count, other, rate].map((code) =>
        row(code, 0, { value: `${index + 1}`, numerator: `${index + 1}`, denominator: "9" }),
      );
      return write(
        "save",
        index % 2 === 0 ? rows : rows.reverse(),
        index % 2 === 0 ? "saga editor" : "saga admin",
      );
    });
    const all = (await Promise.all(saves)).flatMap(({ results }) => results);
    expect(all.filter(({ outcome }) => outcome === "saved")).toHaveLength(3);
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(["saved", "conflict"]));
    expect(await history(count)).toBe("1 draft");
  });
});

describe("submission", () => {
  it("takes what was entered, drafts among it, and leaves what was returned and not changed", async () => {
    await write("save", [row(count, 0, { value: "512" })]);
    await desk.submit(question(rate, "saga"), 0, fraction("30", "90"));
    await desk.return(question(rate, "saga"), 1);
    const sent = [
      row(count, 1, { value: "512" }),
      row(other, 0, { value: "30" }),
      row(rate, 2, fraction("30", "90")),
      row("CKR-8-2-a", 0, {}),
    ];
    expect(await outcomes(write("submit", sent))).toEqual({
      [count]: "submitted",
      [other]: "submitted",
      [rate]: "unchanged",
      "CKR-8-2-a": "unchanged",
    });
    expect(await history(count)).toBe("1 draft, 2 submitted");
    expect(await outcomes(write("submit", [row(rate, 2, fraction("31", "90"))]))).toEqual({
      [rate]: "submitted",
    });
  });

  it("tells a lead once, whatever was submitted to it", async () => {
    await write("submit", [row(count, 0, { value: "512" }), row(other, 0, { value: "30" })]);
    const notices = await portal.owner`select detail from notifications where kind = 'submitted'`;
    expect(notices.map(({ detail }) => detail.more)).toEqual(["1"]);
  });

  it("keeps a row with a gap as a draft, and says what is missing", async () => {
    const { results } = await write("submit", [row(rate, 0, { numerator: "30" })]);
    expect(results).toMatchObject([
      { outcome: "refused", errors: { denominator: "figure.empty" } },
    ]);
    expect(await history(rate)).toBe("1 draft");
  });

  it("asks why a figure is so unlike the one before, and keeps it as a draft until it is told", async () => {
    await desk.report(question(count, "saga", 2022), figure("374"));
    const odd = row(count, 0, { value: "5120" });
    expect(await outcomes(write("submit", [odd]))).toEqual({ [count]: "held" });
    expect(await history(count)).toBe("1 draft");
    expect(await outcomes(write("submit", [row(count, 1, { value: "5120" })]))).toEqual({
      [count]: "held",
    });
    expect(await history(count)).toBe("1 draft");
    const told = row(count, 1, { value: "5120", note: "制度の対象が広がったため。" });
    expect(await outcomes(write("submit", [told]))).toEqual({ [count]: "submitted" });
    expect(await history(count)).toBe("1 draft, 2 submitted");
  });

  it("of a figure in force is not the grid's matter", async () => {
    await desk.report(question(count, "saga"), figure("512"));
    expect(await outcomes(write("save", [row(count, 2, { value: "600" })]))).toEqual({
      [count]: "locked",
    });
  });
});
