import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PortalEnv } from "#server/context.ts";
import { LiveFigures } from "#server/live.ts";
import { createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { type Desk, deskOf, figure, question } from "#tests/factories/steps.ts";

let portal: Portal;
let desk: Desk;
const processes: LiveFigures[] = [];

beforeAll(async () => {
  portal = await openPortal();
  desk = deskOf(portal, await createStaff(portal.owner));
});
afterAll(async () => {
  await Promise.all(processes.map((process) => process.close()));
  await portal.close();
});

/** A process that listens, and what a browser reads of a plan's stream there. */
async function openStream(plan: string) {
  const live = new LiveFigures(portal.urls.appUrl);
  processes.push(live);
  const app = new Hono<PortalEnv>().get("/plans/:plan/live", live.stream);
  const response = await app.request(`/plans/${plan}/live`);
  await live.ready();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let over = false;
  const reading = (async () => {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) break;
      text += value;
    }
    over = true;
  })();
  const events = () => text.split("event: figures").length - 1;
  // Once when it begins to listen: what happened before was not told.
  await expect.poll(events, { interval: 5 }).toBe(1);
  return { live, response, reading, events, isOver: () => over };
}

describe("the stream of a plan's figures", () => {
  it("tells browsers at every process of an acceptance, and of nothing before it", async () => {
    const streams = [await openStream("jewels"), await openStream("jewels")];
    const other = await openStream("kurume");
    expect(streams[0]?.response.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
    const codes = question("SHG-4-1-a", "saga");
    await desk.save(codes, 0, figure("12"));
    await desk.submit(codes, 1, figure("12"));
    expect(streams.map((stream) => stream.events())).toEqual([1, 1]);
    await desk.accept(codes, 2);
    await expect
      .poll(() => streams.map((stream) => stream.events()), { timeout: 2000, interval: 10 })
      .toEqual([2, 2]);
    expect(other.events()).toBe(1);
  });

  it("makes every browser look again once the connection to the database was lost", async () => {
    const stream = await openStream("jewels");
    await portal.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'portal live' and datname = current_database()`;
    await expect.poll(() => stream.events(), { timeout: 10_000, interval: 50 }).toBe(2);
    await desk.report(question("SHG-4-1-a", "oita"), figure("5"));
    await expect.poll(() => stream.events(), { timeout: 2000, interval: 10 }).toBe(3);
  });

  it("ends when the process stops, so that nothing waits for it", async () => {
    const stream = await openStream("jewels");
    await stream.live.close();
    await stream.reading;
    expect(stream.isOver()).toBe(true);
  });
});
