import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { prepareDatabase } from "#db/migrate.server.ts";
import {
  dropDatabase,
  onDatabase,
  TEST_SECRET,
  type TestDatabase,
  testDatabase,
} from "#tests/database.ts";

let database: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  database = await testDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

async function rowsAs<Row extends object>(url: string, text: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<Row[]>(text);
  } finally {
    await sql.end();
  }
}

describe("prepareDatabase", () => {
  it("gives the same answer however often and however parallel it runs", async () => {
    const runs = await Promise.all(
      [1, 2, 3].map(() =>
        prepareDatabase({ ownerUrl: database.ownerUrl, authSecret: TEST_SECRET }),
      ),
    );
    for (const urls of runs)
      expect(urls).toEqual({
        appUrl: database.appUrl,
        authUrl: database.authUrl,
        mailUrl: database.mailUrl,
      });
  });

  it("makes roles that row-level security binds and that own nothing", async () => {
    for (const url of [database.appUrl, database.authUrl, database.mailUrl]) {
      const [role] = await rowsAs<Record<string, boolean>>(
        url,
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                exists (select from pg_class where relowner = pg_roles.oid) as owns
         from pg_roles where rolname = current_user`,
      );
      expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
    }
  });

  it("lets a statement of the web process run into a deadline", async () => {
    const [row] = await rowsAs<{ limit: string }>(
      database.appUrl,
      "select current_setting('statement_timeout') as limit",
    );
    expect(row?.limit).toBe("15s");
  });

  it("changes the passwords with the secret", async () => {
    const other = "another-secret-0123456789-abcdefghijklm";
    const changed = await prepareDatabase({ ownerUrl: database.ownerUrl, authSecret: other });
    expect(changed.appUrl).not.toBe(database.appUrl);
    await expect(rowsAs(database.appUrl, "select 1")).rejects.toMatchObject({ code: "28P01" });
    expect(await rowsAs(changed.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await prepareDatabase({ ownerUrl: database.ownerUrl, authSecret: TEST_SECRET });
  });

  it("refuses a database of a newer version and changes nothing", async () => {
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`;
    await expect(
      prepareDatabase({ ownerUrl: database.ownerUrl, authSecret: TEST_SECRET }),
    ).rejects.toMatchObject({ japanese: expect.stringContaining("より新しい版") });
    await owner`delete from drizzle.__drizzle_migrations where hash = 'x'`;
  });

  it("refuses a migration that was rewritten after it had been applied", async () => {
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('y', 1)`;
    await expect(
      prepareDatabase({ ownerUrl: database.ownerUrl, authSecret: TEST_SECRET }),
    ).rejects.toMatchObject({ japanese: expect.stringContaining("書き換えられています") });
    await owner`delete from drizzle.__drizzle_migrations where hash = 'y'`;
  });

  it("works for an owner who is no superuser, and says what is missing to one without roles", async () => {
    const suffix = database.ownerUrl.slice(-12);
    const fresh = `portal_test_fresh_${suffix}`;
    const maker = `portal_test_maker_${suffix}`;
    await owner.unsafe(`create role ${maker} login password 'p' nocreaterole`);
    await owner.unsafe(`create database ${fresh} owner ${maker} template template0`);
    const url = new URL(onDatabase(inject("serverUrl"), fresh));
    url.username = maker;
    url.password = "p";
    const prepare = () => prepareDatabase({ ownerUrl: url.href, authSecret: TEST_SECRET });
    try {
      await expect(prepare()).rejects.toMatchObject({
        japanese: expect.stringContaining("CREATEROLE"),
      });
      await owner.unsafe(`alter role ${maker} createrole`);
      await owner.unsafe(
        `grant portal_app, portal_auth, portal_mail to ${maker} with admin option`,
      );
      const { appUrl } = await prepare();
      expect(await rowsAs(appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    } finally {
      await dropDatabase(inject("serverUrl"), fresh);
      await owner.unsafe(`drop role ${maker}`);
    }
  });

  it("says what is missing to a user who does not own the database", async () => {
    const user = `plain_${Date.now()}`;
    await owner.unsafe(`create role ${user} login password 'p' nocreaterole`);
    const [row] = await owner`select current_database() as name`;
    const url = new URL(onDatabase(inject("serverUrl"), String(row?.name)));
    url.username = user;
    url.password = "p";
    await owner.unsafe(`grant all on database ${row?.name} to ${user}`);
    await expect(
      prepareDatabase({ ownerUrl: url.href, authSecret: TEST_SECRET }),
    ).rejects.toMatchObject({ japanese: expect.stringContaining("権限がありません") });
    await owner.unsafe(`drop owned by ${user}; drop role ${user}`);
  });
});
