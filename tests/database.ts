import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { prepareDatabase } from "#db/migrate.server.ts";

export const TEST_SECRET = "integration-tests-0123456789-abcdefghij";

const BEING_USED = "55006";

export type TestDatabase = {
  ownerUrl: string;
  /** As the pages connect: bound by row-level security. */
  appUrl: string;
  /** As sign-in connects. */
  authUrl: string;
  /** As the mail process connects. */
  mailUrl: string;
  /** Drops the database and its roles; end your pools first. */
  close: () => Promise<void>;
};

/** A database of one's own with migrations and plans in it, copied from the template. */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject("serverUrl");
  const name = `portal_test_${randomBytes(6).toString("hex")}`;
  await copyTemplate(serverUrl, inject("templateDatabase"), name);
  const ownerUrl = onDatabase(serverUrl, name);
  const urls = await prepareDatabase({ ownerUrl, authSecret: TEST_SECRET });
  return { ownerUrl, ...urls, close: () => dropDatabase(serverUrl, name) };
}

/** The same connection to another database. */
export function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Drops a database and the login roles that belong to it, ending what is still connected. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    const roles = ["app", "auth", "mail"].map((group) => `${name}_${group}_login`);
    await sql.unsafe(`drop role if exists ${roles.join(", ")}`);
  } finally {
    await sql.end();
  }
}

async function copyTemplate(serverUrl: string, template: string, name: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
        return;
      } catch (error) {
        const busy = error instanceof postgres.PostgresError && error.code === BEING_USED;
        if (!busy || attempt === 20) throw error;
      }
    }
  } finally {
    await sql.end();
  }
}
