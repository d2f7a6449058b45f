import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { EmbeddedDatabase } from "#db/embedded.server.ts";
import { prepareDatabase } from "#db/migrate.server.ts";
import { seed } from "#seeds/run.ts";
import { dropDatabase, onDatabase, TEST_SECRET } from "#tests/database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's URL of the server the tests use. */
    serverUrl: string;
    /** The database every test database is a copy of. */
    templateDatabase: string;
  }
}

/** Nothing in the tests' own server outlives it: what is written need not reach the disk. */
async function forgetful(sql: postgres.Sql): Promise<void> {
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"])
    await sql.unsafe(`alter system set ${setting} = off`);
  await sql`select pg_reload_conf()`;
}

/**
 * Starts one PostgreSQL for all integration tests (or uses DATABASE_URL) and fills a template
 * database with migrations and plans, which costs a second once and not once per file.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "portal-integration-"));
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await EmbeddedDatabase.start(folder);
  const serverUrl = given ?? embedded?.url ?? "";
  const template = `portal_template_${randomBytes(4).toString("hex")}`;

  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(
    `create database ${template} template template0 encoding 'UTF8' lc_ctype 'C.UTF-8' lc_collate 'C'`,
  );
  if (embedded !== null) await forgetful(sql);
  await sql.end();
  const ownerUrl = onDatabase(serverUrl, template);
  await prepareDatabase({ ownerUrl, authSecret: TEST_SECRET });
  await seed({ ownerUrl, demo: false, log: () => {} });
  project.provide("serverUrl", serverUrl);
  project.provide("templateDatabase", template);

  return async () => {
    if (embedded === null) await dropDatabase(serverUrl, template);
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
