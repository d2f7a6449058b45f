import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PortalProcess } from "./portal-process.ts";

test.describe.configure({ mode: "serial", timeout: 90_000 });
test.skip(process.platform !== "linux", "finds processes in /proc");

let portal: PortalProcess;

test.beforeAll(async () => {
  portal = await PortalProcess.create();
  await portal.start();
});
test.afterAll(() => portal.remove());

test("the web process is back by itself after kill -9", async () => {
  const { web } = portal;
  process.kill(web, "SIGKILL");
  await expect
    .poll(() => portal.status("/healthz"), { intervals: [20], timeout: 30_000 })
    .toBe(200);
  await portal.untilReady();
  expect(portal.web).not.toBe(web);
});

test("the mail process is back by itself after kill -9, and pages never missed it", async () => {
  const { mail, web } = portal;
  expect(mail).toBeGreaterThan(0);
  process.kill(mail, "SIGKILL");
  expect(await portal.status("/healthz")).toBe(200);
  await expect
    .poll(() => ![0, mail].includes(portal.mail), { intervals: [50], timeout: 30_000 })
    .toBe(true);
  expect(portal.web).toBe(web);
});

test("the database is back after kill -9 under load, and pages answer or say 503", async () => {
  const { database } = portal;
  const statuses = new Set<number>();
  let loading = true;
  const readers = Array.from({ length: 8 }, async () => {
    while (loading) statuses.add(await portal.status("/"));
  });
  process.kill(database, "SIGKILL");
  await expect
    .poll(() => existsSync(join(portal.folder, "postgres/postmaster.pid")) && portal.database, {
      intervals: [20],
      timeout: 30_000,
    })
    .not.toBe(database);
  await portal.untilReady();
  loading = false;
  await Promise.all(readers);
  expect([...statuses].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
  expect(await portal.status("/")).toBe(200);
});

test("after kill -9 of the supervisor nothing serves, and the next start takes over", async () => {
  const { database, web } = portal;
  await portal.end("SIGKILL");
  await expect
    .poll(() => existsSync(`/proc/${web}`), { intervals: [50], timeout: 30_000 })
    .toBe(false);
  await portal.start();
  expect(portal.database).not.toBe(database);
  expect(await portal.status("/")).toBe(200);
});

test("SIGTERM ends everything cleanly", async () => {
  const { database, web } = portal;
  expect(await portal.end("SIGTERM")).toBe(0);
  expect(existsSync(`/proc/${web}`)).toBe(false);
  expect(existsSync(`/proc/${database}`)).toBe(false);
  expect(existsSync(join(portal.folder, "postgres/postmaster.pid"))).toBe(false);
});
