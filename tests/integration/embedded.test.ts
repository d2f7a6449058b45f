import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { EmbeddedDatabase } from "#db/embedded.server.ts";

let folder: string;
let running: EmbeddedDatabase | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-embedded-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await running?.stop();
  running = null;
});

async function start(): Promise<EmbeddedDatabase> {
  running = await EmbeddedDatabase.start(folder);
  return running;
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<Row[]>(text);
  } finally {
    await sql.end();
  }
}

const died = (database: EmbeddedDatabase) =>
  new Promise<void>((resolve) => database.once("exit", () => resolve()));

describe("the embedded database", () => {
  it("finds Japanese text by trigrams", async () => {
    const { url } = await start();
    await query(url, "create extension if not exists pg_trgm");
    const [row] = await query<{ trigrams: string[] }>(
      url,
      "select show_trgm('日本語') as trigrams",
    );
    expect(row?.trigrams.length).toBeGreaterThan(0);
  });

  it("is durable, listens on this machine only and asks for a password", async () => {
    const { url } = await start();
    const [row] = await query<Record<string, string>>(
      url,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as host,
              current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ fsync: "on", host: "127.0.0.1", sockets: "" });
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("keeps its data and its address over a restart", async () => {
    const first = await start();
    await query(first.url, "create table kept as select 42 as answer");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("refuses a second start on the same folder and leaves the first alone", async () => {
    const { url } = await start();
    await expect(EmbeddedDatabase.start(folder)).rejects.toMatchObject({
      name: "StartupError",
      japanese: expect.stringContaining("別のポータルが動いています"),
    });
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("notices a kill -9 and comes back at the same address with everything committed", async () => {
    const database = await start();
    await query(database.url, "create table committed as select 7 as answer");
    const death = died(database);
    process.kill(database.pid ?? 0, "SIGKILL");
    await death;
    await expect(query(database.url, "select 1")).rejects.toThrow();
    const { url } = database;
    await database.restart();
    expect(await query(url, "select answer from committed")).toEqual([{ answer: 7 }]);
  });

  it("takes over a server that a killed supervisor left running", async () => {
    const orphaned = await start();
    const left = orphaned.pid ?? 0;
    // What remains after kill -9 of the supervisor: a running server and a lock of a dead process.
    writeFileSync(join(folder, "portal.lock"), JSON.stringify({ pid: 999_999_999, started: "1" }));
    const next = await EmbeddedDatabase.start(folder);
    expect(next.pid).not.toBe(left);
    expect(await query(next.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it("never stops a stranger whose number stands in postmaster.pid", async () => {
    await (await start()).stop();
    const pidFile = join(folder, "postgres", "postmaster.pid");
    const stranger = process.ppid;
    writeFileSync(pidFile, `${stranger}\n${folder}/postgres\n1700000000\n1\n\n127.0.0.1\n`, {
      mode: 0o600,
    });
    const { url } = await start();
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(() => process.kill(stranger, 0)).not.toThrow();
  });

  it("refuses the folder of another version and changes nothing", async () => {
    await (await start()).stop();
    const file = join(folder, "postgres", "PG_VERSION");
    const version = readFileSync(file, "utf8");
    writeFileSync(file, "17\n");
    await expect(EmbeddedDatabase.start(folder)).rejects.toMatchObject({
      japanese: expect.stringContaining("PostgreSQL 17 のデータ"),
    });
    expect(readFileSync(file, "utf8")).toBe("17\n");
    writeFileSync(file, version);
  });

  it("refuses a folder that holds something else", async () => {
    const other = mkdtempSync(join(tmpdir(), "portal-other-"));
    mkdirSync(join(other, "postgres"));
    writeFileSync(join(other, "postgres", "letter.txt"), "mine");
    await expect(EmbeddedDatabase.start(other)).rejects.toMatchObject({ name: "StartupError" });
    expect(readFileSync(join(other, "postgres", "letter.txt"), "utf8")).toBe("mine");
    rmSync(other, { recursive: true });
  });

  it("refuses a data folder that cannot be made", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(EmbeddedDatabase.start(join(file, "data"))).rejects.toMatchObject({
      japanese: expect.stringContaining("書き込めません"),
    });
  });
});
