import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { beWebProcess } from "#tests/factories/web.ts";
import { type Cast, createCast } from "./cast.ts";
import { setScene } from "./scene.ts";
import { seen } from "./seen-rows.ts";

// The database alone, without pages and verbs: which rows of which table each person sees, and that
// nobody writes anything without a policy of its own. A new table fails until it stands in seen-rows.ts.

const observers = [
  "own admin",
  "own editor",
  "other editor",
  "lead approver",
  "council editor",
  "keeper",
  "stranger",
  "nobody",
] as const;

let portal: Portal;
let endWeb: () => Promise<void>;
let app: Sql;
let cast: Cast;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  cast = await createCast(portal.owner);
  await setScene(portal, cast);
  app = connect(portal.urls.appUrl);
});
afterAll(async () => {
  await Promise.all([app.end(), endWeb()]);
  await portal.close();
});

/** No right, a policy or a check of its own, a column that is computed. */
const refusals = ["42501", "23514", "428C9"];

const tablesOf = () => portal.owner<{ name: string }[]>`
  select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'v')
  order by relname`;

/** How much of a table somebody sees: nothing, a part, all; or that they may not even ask. */
async function sightOf(table: string): Promise<Record<string, string>> {
  const [all] = await portal.owner.unsafe<{ rows: number }[]>(
    `select count(*)::int as rows from ${table}`,
  );
  const sights = await Promise.all(
    observers.map(async (who) => {
      const actor = cast.everybody.get(who) ?? null;
      const rows = await takenBack(app, actor, (sql) =>
        rowsOrState(sql.unsafe(`select 1 from ${table}`)),
      );
      if (typeof rows === "string") return [who, rows === "42501" ? "denied" : rows];
      return [who, rows === 0 ? "none" : rows === all?.rows ? "all" : "some"];
    }),
  );
  return Object.fromEntries(sights);
}

it("every table is expected, and no other", async () => {
  expect(Object.keys(seen).sort()).toEqual((await tablesOf()).map(({ name }) => name));
});

describe.each(Object.keys(seen))("%s", (table) => {
  it("shows to each person what is theirs", async () => {
    const sights = await sightOf(table);
    expect(observers.map((who) => sights[who]).join(" ")).toBe(seen[table]);
  });

  // Reading every row of what is found to write to it takes minutes there; its own tests hold it.
  it.skipIf(table === "search_entries")("takes nothing from who is nobody", async () => {
    const [column] = await portal.owner<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} limit 1`;
    for (const actor of [null, cast.everybody.get("stranger") ?? null])
      for (const statement of [
        `update ${table} set ${column?.name} = ${column?.name}`,
        `delete from ${table}`,
        `insert into ${table} select * from ${table} limit 1`,
      ])
        expect([0, ...refusals]).toContain(
          await takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(statement))),
        );
  });
});

it("no table is owned by a role that signs in", async () => {
  const owned = await portal.owner`
    select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'public'::regnamespace and r.rolname like '%\\_login'`;
  expect(owned).toEqual([]);
});
