import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayFigure } from "#app/domain/figure/display.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readRoadmap } from "#app/services/sheet/read-roadmap.server.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { actingAs, deskOf, figure, outcomeOf, question } from "#tests/factories/steps.ts";

let portal: Portal;
let person: Awaited<ReturnType<typeof createStaff>>;
let member: ReturnType<typeof actingAs>;
const fy = 2023;
const now = new Date("2026-11-20T12:00:00+09:00");

beforeAll(async () => {
  portal = await openPortal();
  person = await createStaff(portal.owner);
  member = actingAs(portal, await createPerson(portal.owner, "council viewer"));
  const desk = deskOf(portal, person);
  await desk.report(question("SHG-4-1-a", "saga", 2022), figure("374"));
  await desk.report(question("SHG-4-1-a", "saga", fy), figure("640"));
});
afterAll(() => portal.close());

const roadmap = async (context = member, plan = "jewels", year: number | null = fy) => {
  const reading = await readRoadmap(context, plan, year, undefined, now);
  if (!reading) throw new RangeError("Nothing was read");
  return reading;
};

describe("the roadmap of a plan", () => {
  it("says for every KPI and goal what the roll-up of the year says", async () => {
    const rollup = await readRollup(member, "jewels", fy);
    const { goals } = await roadmap();
    const seen = new Map(
      goals.flatMap(({ sheet }) =>
        [
          ...sheet.outcomes,
          ...sheet.sections.flatMap((s) => s.measures.flatMap((m) => m.indicators)),
        ].map((indicator) => [
          indicator.code,
          indicator.years.find((year) => year.fy === fy)?.result,
        ]),
      ),
    );
    const kpis = rollup.attachments.filter(({ role }) => role !== "part");
    for (const { code, indicatorId } of kpis) {
      const indicator = rollup.indicators.find(({ id }) => id === indicatorId);
      const evaluation = rollup.evaluations.get(indicatorId);
      if (!indicator || !evaluation || !seen.has(code)) continue;
      expect(seen.get(code)?.value ?? null, code).toBe(displayFigure(evaluation.actual, indicator));
      expect(seen.get(code)?.mark ?? null, code).toBe(evaluation.mark);
    }
    expect(seen.size).toBeGreaterThan(70);
    for (const { sheet, summary } of goals) {
      const node = rollup.nodes.find(({ code }) => code === sheet.node.code);
      expect(summary).toEqual(rollup.byNode.get(node?.id ?? ""));
    }
  });

  it("has the plan's years as columns in every goal, and no result of a later year", async () => {
    const { goals, years, thisFy } = await roadmap();
    expect(years).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(thisFy).toBe(2026);
    for (const { sheet } of goals) expect(sheet.years).toEqual(years);
    const cells = goals.flatMap(({ sheet }) =>
      sheet.sections.flatMap((s) =>
        s.measures.flatMap((m) => m.indicators.flatMap((i) => i.years)),
      ),
    );
    expect(cells.some(({ fy: year, result }) => year > fy && result !== null)).toBe(false);
  });

  it("shows members what was accepted, and the public no figure that is not published", async () => {
    const resultOf = async (context = member) =>
      (await roadmap(context)).goals
        .flatMap(({ sheet }) =>
          sheet.sections.flatMap((s) => s.measures.flatMap((m) => m.indicators)),
        )
        .find(({ code }) => code === "SHG-4-1-a")
        ?.years.map(({ result }) => result?.value ?? null)
        .slice(2, 4);
    expect(await resultOf()).toEqual(["374", "640"]);
    expect(await resultOf(actingAs(portal, null))).toEqual([null, null]);
  });

  it("takes six statements at the most, and none for its figures while nothing moved", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const context = { ...member, database: counted.database };
    const first = await roadmap(context);
    const statements = await counted.statementsOf(() => roadmap(context));
    // Who acts is a statement of its own.
    expect(statements.length).toBeLessThanOrEqual(6 + 1);
    expect(await readRoadmap(context, "jewels", fy, first.version, now)).toBeNull();
    const nextYear = new Date("2027-04-01T00:00:00+09:00");
    expect(await readRoadmap(context, "jewels", fy, first.version, nextYear)).not.toBeNull();
    await counted.close();
  });

  it("refuses a year outside the plan", async () => {
    expect(await outcomeOf(roadmap(member, "jewels", 2019))).toBe("not_found");
  });
});
