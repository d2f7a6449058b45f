import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { returnObservation } from "#app/services/observation/return.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { prefectureSlugs } from "#seeds/organisations.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { auditOf, evaluationOf, headOf, historyOf, versionsOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  type Fields,
  figure,
  form,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";

let portal: Portal;
let staff: Awaited<ReturnType<typeof createStaff>>;
let desk: Desk;

beforeAll(async () => {
  portal = await openPortal();
  staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
});
beforeEach(async () => {
  await portal.owner`truncate observations, observation_versions cascade`;
  await portal.owner`update evaluations set actual = null, reported = 0`;
});
afterAll(() => portal.close());

const codes = question("SHG-4-1-a", "saga");
const subject = "jewels/SHG-4-1-a/2023/saga";

function save(fields: Fields) {
  return saveObservation(actingAs(portal, staff("saga editor")), codes, fields);
}

function submit(fields: Fields) {
  return submitObservation(actingAs(portal, staff("saga editor")), codes, fields);
}

/** How often things are done at once: races show themselves now and then only. */
const rounds = Array.from({ length: 20 }, (_, index) => index);

describe("two saves on one version", () => {
  it("one after the other: the later is told", async () => {
    await save(form(0, figure("1")));
    expect(await outcomeOf(save(form(0, figure("2"))))).toBe("conflict");
    await save(form(1, figure("3")));
    expect((await versionsOf(portal.owner, codes)).map((v) => v.value)).toEqual(["1", "3"]);
  });

  it.each([0, 1])("at once on version %i: one wins, the other is told", async (base) => {
    if (base === 1) await save(form(0, figure("9")));
    const results = await Promise.all(
      ["1", "2", "3", "4"].map((value) => outcomeOf(save(form(base, figure(value))))),
    );
    expect(results.sort()).toEqual(["conflict", "conflict", "conflict", "done"]);
    expect(await versionsOf(portal.owner, codes)).toHaveLength(base + 1);
  });
});

describe("a request that arrives twice", () => {
  it("is one step when it comes later", async () => {
    const fields = form(0, figure("1,450", { note: "速報" }));
    await save(fields);
    await save(fields);
    expect(await historyOf(portal.owner, codes)).toBe("1 draft");
  });

  it("is one step when it comes at the same moment", async () => {
    const before = (await auditOf(portal.owner, subject)).length;
    for (const base of [0, 1, 2]) {
      const fields = form(base, figure(String(base)));
      const results = await Promise.all(rounds.slice(0, 5).map(() => outcomeOf(save(fields))));
      expect(new Set(results)).toEqual(new Set(["done"]));
    }
    expect(await historyOf(portal.owner, codes)).toBe("1 draft, 2 draft, 3 draft");
    expect(await auditOf(portal.owner, subject)).toHaveLength(before + 3);
  });

  it("is one acceptance, counted once", async () => {
    await submit(form(0, figure("7")));
    const fields = form(1);
    const context = actingAs(portal, staff("fukuoka approver"));
    const results = await Promise.all(
      rounds.slice(0, 5).map(() => outcomeOf(acceptObservation(context, "fukuoka", codes, fields))),
    );
    expect(new Set(results)).toEqual(new Set(["done"]));
    expect(await historyOf(portal.owner, codes)).toBe("1 submitted, 2 accepted");
    expect((await evaluationOf(portal.owner, "SHG-4-1-a")).actual).toBe("7");
  });

  it("is no repetition when the figure was changed meanwhile, and says so", async () => {
    const fields = form(0, figure("1"));
    await save(fields);
    expect(await outcomeOf(save({ ...fields, value: "2" }))).toBe("conflict");
    expect(await outcomeOf(save({ ...fields, note: "訂正" }))).toBe("conflict");
  });

  it("is no repetition when another button was pressed, and says so", async () => {
    const fields = form(0, figure("1"));
    await save(fields);
    expect(await outcomeOf(submit(fields))).toBe("conflict");
    expect(await historyOf(portal.owner, codes)).toBe("1 draft");
  });

  it("repeats nothing after others have gone on", async () => {
    const fields = form(0, figure("1"));
    await save(fields);
    await save(form(1, figure("2")));
    expect(await outcomeOf(save(fields))).toBe("conflict");
    expect(await outcomeOf(save({ ...fields, baseVersion: "2" }))).toBe("conflict");
    expect(await historyOf(portal.owner, codes)).toBe("1 draft, 2 draft");
  });

  it("about another figure is told apart, whoever made up the key", async () => {
    const key = randomUUID();
    await save({ ...form(0, figure("1")), requestKey: key });
    const other = question("SHG-2-2-a", "nagasaki");
    const context = actingAs(portal, staff("nagasaki editor"));
    const fields = { ...form(0, figure("1")), requestKey: key };
    expect(await outcomeOf(saveObservation(context, other, fields))).toBe("conflict");
    expect(await headOf(portal.owner, other)).toBeNull();
  });
});

describe("a submitted figure that several act on at once", () => {
  it.each(rounds.slice(0, 8))("accept and withdraw, race %i: one of them", async () => {
    await submit(form(0, figure("7")));
    const results = await Promise.all([
      outcomeOf(desk.accept(codes, 1)),
      outcomeOf(desk.withdraw(codes, 1)),
    ]);
    expect([...results].sort()).toEqual(["conflict", "done"]);
    const won = results[0] === "done" ? "accepted" : "draft";
    expect(await historyOf(portal.owner, codes)).toBe(`1 submitted, 2 ${won}`);
    expect(await headOf(portal.owner, codes)).toBe(`2 ${won}`);
    const { actual } = await evaluationOf(portal.owner, "SHG-4-1-a");
    expect(actual).toBe(won === "accepted" ? "7" : null);
  });

  it.each(rounds.slice(0, 5))("two reviewers, race %i: one judgement", async () => {
    await submit(form(0, figure("7")));
    const first = actingAs(portal, staff("fukuoka approver"));
    const second = actingAs(portal, await createPerson(portal.owner, "fukuoka admin"));
    const results = await Promise.all([
      outcomeOf(acceptObservation(first, "fukuoka", codes, form(1))),
      outcomeOf(acceptObservation(second, "fukuoka", codes, form(1))),
      outcomeOf(returnObservation(second, "fukuoka", codes, form(1, { reason: "再確認" }))),
    ]);
    expect([...results].sort()).toEqual(["conflict", "conflict", "done"]);
    expect(await versionsOf(portal.owner, codes)).toHaveLength(2);
  });

  it("is told apart from what was withdrawn and submitted again", async () => {
    await submit(form(0, figure("7")));
    await desk.withdraw(codes, 1);
    await submit(form(2, figure("8")));
    expect(await outcomeOf(desk.accept(codes, 1))).toBe("conflict");
    await desk.accept(codes, 3);
    expect((await evaluationOf(portal.owner, "SHG-4-1-a")).actual).toBe("8");
  });
});

describe("acceptances of one indicator at once", () => {
  it.each(rounds)("two organisations, round %i: both are in the sum", async (round) => {
    const one = question("SHG-4-1-a", "saga");
    const other = question("SHG-4-1-a", "nagasaki");
    await desk.submit(one, 0, figure(String(100 + round)));
    await desk.submit(other, 0, figure("0.5"));
    await Promise.all([desk.accept(one, 1), desk.accept(other, 1)]);
    expect(await evaluationOf(portal.owner, "SHG-4-1-a")).toMatchObject({
      actual: `${100 + round}.5`,
      reported: 2,
    });
  });

  it("all nine prefectures: all are in the sum", async () => {
    const all = prefectureSlugs.map((slug) => question("CKR-2-1-a", slug));
    // 長崎県 leads: its own figure is accepted by a second person, the approver.
    await Promise.all(all.map((one, index) => desk.submit(one, 0, figure(String(2 ** index)))));
    await Promise.all(all.map((one) => desk.accept(one, 1)));
    expect(await evaluationOf(portal.owner, "CKR-2-1-a")).toMatchObject({
      actual: String(2 ** 9 - 1),
      reported: 9,
      missing: [],
    });
  });

  it("parts of one outcome: the outcome is the sum of all", async () => {
    const parts = ["SGT-2-1-a", "SGT-2-1-b", "SGT-2-1-c"];
    const all = parts.flatMap((part) =>
      (["saga", "oita", "okinawa"] as const).map((slug) => question(part, slug)),
    );
    await Promise.all(all.map((one, index) => desk.submit(one, 0, figure(String(2 ** index)))));
    await Promise.all(all.map((one) => desk.accept(one, 1)));
    expect((await evaluationOf(portal.owner, "SGT-o2")).actual).toBe(String(2 ** 9 - 1));
  });

  it("years of one running total: the outcome adds them up", async () => {
    const all = [2020, 2021, 2022].map((fy) => question("CKR-1-1-a", "oita", fy));
    await Promise.all(all.map((one, index) => desk.submit(one, 0, figure(String(10 ** index)))));
    await Promise.all(all.map((one) => desk.accept(one, 1)));
    expect((await evaluationOf(portal.owner, "CKR-o1", 2022)).actual).toBe("111");
  });
});

describe("the acceptance of a part", () => {
  it("brings the outcome computed from it up to date, or happens not at all", async () => {
    const part = question("SGT-2-1-b", "saga");
    await desk.submit(part, 0, figure("40"));
    const [outcome] = await portal.owner<{ id: string }[]>`
      select id from indicators where code = 'SGT-o2'`;
    // Only the derived indicator's row breaks it.
    await portal.owner.unsafe(`
      alter table evaluations add constraint broken
      check (actual is null or indicator_id <> '${outcome?.id}') not valid`);
    try {
      await expect(desk.accept(part, 1)).rejects.toThrow();
    } finally {
      await portal.owner`alter table evaluations drop constraint broken`;
    }
    expect(await headOf(portal.owner, part)).toBe("1 submitted");
    expect((await evaluationOf(portal.owner, "SGT-2-1-b")).actual).toBeNull();

    await desk.accept(part, 1);
    expect((await evaluationOf(portal.owner, "SGT-2-1-b")).actual).toBe("40");
    expect((await evaluationOf(portal.owner, "SGT-o2")).actual).toBe("40");
  });
});
