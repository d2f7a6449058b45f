import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AsOf } from "#app/domain/rollup/as-of.ts";
import { setOverride } from "#app/services/override/set.server.ts";
import { explainIndicator } from "#app/services/rollup/explain-indicator.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { readSheet } from "#app/services/sheet/read.server.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  figure,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";

// A roll-up that is read from an earlier time says to the digit what it said then.

let portal: Portal;
let desk: Desk;
let member: ReturnType<typeof actingAs>;
const plan = "jewels";
const code = "SHG-4-1-a";
const fy = 2023;
/** Moments between the steps. */
const at: Record<"nothing" | "first" | "both" | "corrected", AsOf> = {} as never;

const moment = async (): Promise<AsOf> => {
  const [row] = await portal.owner<{ at: string }[]>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
  const text = row?.at ?? "";
  await portal.owner`select pg_sleep(0.01)`;
  return { kind: "moment", at: new Date(text), text };
};

const rollup = (asOf?: AsOf, year = fy) => readRollup({ ...member, asOf }, plan, year);
const figureOf = async (asOf?: AsOf) => {
  const { evaluations, indicators } = await rollup(asOf);
  const id = indicators.find((indicator) => indicator.code === code)?.id ?? "";
  const { actual, reported, mark } = evaluations.get(id) ?? {};
  return { actual, reported, mark };
};

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  member = actingAs(portal, await createPerson(portal.owner, "council viewer"));
  desk = deskOf(portal, staff);
  at.nothing = await moment();
  await desk.report(question(code, "saga", fy), figure("100"));
  at.first = await moment();
  await desk.report(question(code, "oita", fy), figure("40"));
  at.both = await moment();
  await desk.submit(question(code, "saga", fy), 2, figure("90"));
  await desk.accept(question(code, "saga", fy), 3);
  at.corrected = await moment();
});
afterAll(() => portal.close());

describe("a roll-up read from an earlier moment", () => {
  it("has the figures that were accepted by then", async () => {
    expect(await figureOf(at.nothing)).toMatchObject({ actual: null, reported: 0 });
    expect(await figureOf(at.first)).toMatchObject({ actual: "100", reported: 1 });
    expect(await figureOf(at.both)).toMatchObject({ actual: "140", reported: 2 });
    expect(await figureOf(at.corrected)).toMatchObject({ actual: "130", reported: 2 });
    expect(await figureOf()).toMatchObject({ actual: "130", reported: 2 });
  });

  it("is for the newest moment what is kept, for every KPI and every count", async () => {
    const [then, now] = [await rollup(at.corrected), await rollup()];
    for (const [id, row] of now.evaluations) {
      const { updatedAt: _, ...kept } = row as typeof row & { updatedAt: Date };
      expect(then.evaluations.get(id)).toEqual(kept);
    }
    expect(then.evaluations.size).toBe(now.evaluations.size);
    expect(then.total).toEqual(now.total);
    expect([...then.byNode]).toEqual([...now.byNode]);
  });

  it("explains the figure by the answers of then", async () => {
    const context = { ...member, asOf: at.both };
    const { reporters, evaluation, years } =
      (await readIndicator(context, { plan, indicator: code }, fy)) ?? {};
    const answers = reporters?.flatMap(({ slug, answers: own }) =>
      own.map(({ value }) => [slug, value]),
    );
    expect(answers).toEqual([
      ["saga", "100"],
      ["oita", "40"],
    ]);
    expect(evaluation?.actual).toBe("140");
    expect(years?.find((row) => row.fy === fy)?.actual).toBe("140");
    const explained = await explainIndicator(context, { plan, indicator: code }, fy);
    expect(explained?.trace?.computed.answers).toHaveLength(2);
  });

  it("is the same on an evaluation sheet", async () => {
    const sheetOf = async (asOf?: AsOf) => {
      const reading = await readSheet({ ...member, asOf }, { plan, node: "SHG" }, fy);
      return reading?.sheet.sections
        .flatMap((section) => section.measures.flatMap((measure) => measure.indicators))
        .find((indicator) => indicator.code === code)
        ?.years.find((year) => year.fy === fy)?.result?.value;
    };
    expect(await sheetOf(at.first)).toBe("100");
    expect(await sheetOf()).toBe("130");
  });

  it("does not know marks that somebody set later", async () => {
    const before = (await figureOf(at.corrected)).mark;
    const other = before === "○" ? "△" : "○";
    const lead = actingAs(portal, await createPerson(portal.owner, "fukuoka approver"));
    await setOverride(
      lead,
      { plan, kind: "indicator", code, fy },
      { value: other, reason: "資料による。", baseVersion: "0" },
    );
    expect((await figureOf()).mark).toBe(other);
    expect((await figureOf(at.corrected)).mark).toBe(before);
  });

  it("hides from the public what was not published by then", async () => {
    const anybody = { ...actingAs(portal, null), asOf: at.corrected };
    expect((await readRollup(anybody, plan, fy)).figures).toBe(false);
  });

  it("refuses an edition that there is not", async () => {
    expect(await outcomeOf(rollup({ kind: "edition", edition: 3 }))).toBe("not_found");
  });
});
