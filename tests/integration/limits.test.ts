import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { limitOfFile, limits } from "#app/domain/limit/limits.ts";
import { limited, waitForFile } from "#app/lib/limited.server.ts";
import { spend } from "#app/services/limit/spend.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import type { PortalEnv } from "#server/context.ts";
import { LiveFigures } from "#server/live.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let endWeb: () => Promise<void>;
let processes: { database: Database; close: () => Promise<void> }[];

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  processes = [1, 2].map((at) =>
    openDatabase(portal.urls.authUrl, { max: 2, name: `process ${at}` }),
  );
});
afterAll(async () => {
  await Promise.all([endWeb(), ...processes.map((process) => process.close())]);
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate rate_limits`;
});

/** Leaves one point of everything that was counted so far. */
const almostSpend = (points: number) => portal.owner`update rate_limits set points = ${points - 1}`;

describe("a limit", () => {
  it("is counted for all processes together, and for each on their own", async () => {
    const [one, two] = processes;
    if (!one || !two) throw new Error("No processes");
    expect(await spend(one.database, ["import", "somebody"])).toBe(0);
    await almostSpend(limits.import.points);
    expect(await spend(two.database, ["import", "somebody"])).toBe(0);
    expect(await spend(one.database, ["import", "somebody"])).toBeGreaterThan(0);
    expect(await spend(one.database, ["import", "somebody else"])).toBe(0);
    const keys = await portal.owner`select key from rate_limits`;
    expect(JSON.stringify(keys)).not.toContain("somebody");
  });

  it("is refused with the time to wait, which the server makes a page of", async () => {
    const args = routeArgs("/workspaces/saga/plan-import");
    await limited(args, "import");
    await almostSpend(limits.import.points + 1);
    const refusal = await limited(args, "import").catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ status: 429 });
    expect(args.context.waitSeconds).toBeGreaterThan(0);
  });
});

describe("files", () => {
  it.each([
    ["/plans/jewels/matrix.csv", "export"],
    ["/plans/jewels/sheets/G1.pdf", "export"],
    ["/plans/jewels/changes.xlsx", "export"],
    ["/plans/jewels/indicators/SHG-4-1-a/chart.png", "picture"],
    ["/plans/jewels/indicators/SHG-4-1-a/chart.svg", null],
    ["/plans/jewels", null],
    ["/api/v1/openapi.json", null],
  ])("are told by their addresses: %s", (path, name) => {
    expect(limitOfFile(path)).toBe(name);
  });

  it("are counted by client where nobody is signed in; a page costs no counter", async () => {
    const wait = (path: string) => {
      const { request, context } = routeArgs(path);
      return waitForFile(request, context);
    };
    await wait("/plans/jewels");
    expect(await portal.owner`select from rate_limits`).toHaveLength(0);
    expect(await wait("/plans/jewels/matrix.csv")).toBe(0);
    await almostSpend(limits.export.points + 1);
    expect(await wait("/plans/jewels/changes.xlsx")).toBeGreaterThan(0);
    expect(await wait("/plans/jewels/indicators/x/chart.png")).toBe(0);
  });
});

it("one session keeps six streams at most, and nobody else's from opening", async () => {
  const live = new LiveFigures(portal.urls.appUrl);
  const app = new Hono<PortalEnv>().get("/plans/:plan/live", live.stream);
  const open = async (session: string) => {
    const headers = { Cookie: `portal.session_token=${session}; theme=${Math.random()}` };
    return (await app.request("/plans/jewels/live", { headers })).status;
  };
  const statuses: number[] = [];
  for (let tab = 0; tab < 7; tab += 1) statuses.push(await open("a"));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect(await open("b")).toBe(200);
  await live.close();
});
