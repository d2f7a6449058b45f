/**
 * Runs the production build for the browser tests on an empty data folder of its own and, where
 * DATABASE_URL names a server, in a database of its own there; removes both afterwards.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

const folder = mkdtempSync(join(tmpdir(), "portal-e2e-"));
const given = process.env.DATABASE_URL;
const database = `portal_e2e_${randomBytes(4).toString("hex")}`;

const env = { ...process.env, DATA_DIR: folder };
if (given) {
  await onServer(
    `create database ${database} template template0 encoding 'UTF8' lc_ctype 'C.UTF-8' lc_collate 'C'`,
  );
  const url = new URL(given);
  url.pathname = `/${database}`;
  env.DATABASE_URL = url.href;
}

const portal = spawn(process.execPath, ["build/server/index.js"], { stdio: "inherit", env });
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => portal.kill("SIGTERM"));
portal.on("exit", async (code) => {
  rmSync(folder, { recursive: true, force: true });
  if (given) {
    await onServer(`drop database if exists ${database} with (force)`);
    const roles = ["app", "auth", "mail"].map((group) => `${database}_${group}_login`);
    await onServer(`drop role if exists ${roles.join(", ")}`);
  }
  process.exit(code ?? 1);
});

async function onServer(statement) {
  const sql = postgres(given, { max: 1, onnotice: () => {} });
  await sql.unsafe(statement);
  await sql.end();
}
