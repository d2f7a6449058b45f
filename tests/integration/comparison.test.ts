import { afterAll, beforeAll, expect, it } from "vitest";
import { compareReporters } from "#app/services/rollup/compare-reporters.server.ts";
import { readMatrix } from "#app/services/rollup/read-matrix.server.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { actingAs, deskOf, figure, question } from "#tests/factories/steps.ts";

let portal: Portal;
let member: ReturnType<typeof actingAs>;
const codes = { plan: "jewels", indicator: "SHG-4-1-a" };

beforeAll(async () => {
  portal = await openPortal();
  member = actingAs(portal, await createPerson(portal.owner, "council viewer"));
  const desk = deskOf(portal, await createStaff(portal.owner));
  await desk.report(question(codes.indicator, "saga", 2022), figure("10"));
  await desk.report(question(codes.indicator, "saga", 2023), figure("30"));
  await desk.report(question(codes.indicator, "oita", 2023), figure("10"));
  // Not accepted, and so nobody's to compare.
  await desk.submit(question(codes.indicator, "nagasaki", 2023), 0, figure("99"));
});
afterAll(() => portal.close());

it("compares what was accepted, and says of the rest that it is missing", async () => {
  const reading = await compareReporters(member, codes, 2023);
  const { rows = [] } = reading?.comparison ?? {};
  expect(rows).toHaveLength(9);
  const row = (slug: string) => rows.find(({ organisation }) => organisation === slug);
  expect(row("saga")).toMatchObject({ value: "30", rank: 1, share: "0.75", shade: 4 });
  expect(row("saga")?.trend.slice(-2)).toEqual(["10", "30"]);
  expect(row("oita")).toMatchObject({ value: "10", rank: 2, share: "0.25", shade: 0 });
  expect(row("nagasaki")).toMatchObject({ value: null, quality: null, rank: null, shade: null });
  expect(await compareReporters(member, codes, 2023, reading?.version)).toBeNull();
});

it("compares nothing for people who see no figures, and nothing that nobody reports", async () => {
  const anybody = await compareReporters(actingAs(portal, null), codes, 2023);
  expect(anybody?.comparison).toBeNull();
  const derived = await compareReporters(member, { plan: "jewels", indicator: "SGT-o2" }, 2023);
  expect(derived?.comparison).toBeNull();
});

it("sets all organisations and KPIs out in one table, each at home once", async () => {
  const matrix = await readMatrix(member, "jewels", 2023);
  const rows = matrix?.goals.flatMap((goal) => goal.rows) ?? [];
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  expect(matrix?.organisations).toHaveLength(13);
  const cells = rows.find(({ code }) => code === codes.indicator)?.cells ?? [];
  const values = cells.map(({ organisation, value }) => [organisation, value]);
  expect(values.filter(([, value]) => value !== null)).toEqual([
    ["saga", "30"],
    ["oita", "10"],
  ]);
  const counted = countedDatabase(portal.urls.appUrl);
  const context = { ...member, database: counted.database };
  await readMatrix(context, "jewels", 2023);
  const statements = await counted.statementsOf(() => readMatrix(context, "jewels", 2023));
  // Who acts is a statement of its own.
  expect(statements.length).toBeLessThanOrEqual(5 + 1);
  await counted.close();
});
