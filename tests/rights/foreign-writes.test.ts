import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { beWebProcess } from "#tests/factories/web.ts";
import { type Cast, createCast } from "./cast.ts";
import { setScene } from "./scene.ts";

// The database alone: what is an organisation's is changed, taken away or made up in its name by nobody
// of another one, whatever the statement. Tables are found by their columns, also those to come.

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

/** Whose row it is; of several columns the first says so. */
const owning = ["organisation_id", "author_organisation_id", "actor_organisation_id"];

const others = ["other admin", "other editor", "other plan's owner admin", "keeper", "nobody"];

/**
 * Refused by rights, by a check, or for what stands there already: a copied row passes every policy
 * before its key is found twice, so that is no refusal.
 */
const refusals = ["42501", "23514", "428C9", "P0001"];

const ofOita = "(select id from organisations where slug = 'oita')";

/** What somebody gets from putting a copy of a row into its table. */
const copied = (who: string, table: string, row: unknown) =>
  takenBack(app, cast.everybody.get(who) ?? null, (sql) =>
    rowsOrState(
      sql`insert into ${sql(table)} overriding system value
        select * from jsonb_populate_record(null::${sql(table)}, ${sql.json(row as never)})`,
    ),
  );

/** What somebody of another organisation gets done to 大分県's rows; empty: nothing. */
async function holesOf(table: string, column: string): Promise<string[]> {
  const rows = await portal.owner<{ row: unknown }[]>`
    select to_jsonb(t) as row from ${portal.owner(table)} t
    where ${portal.owner(column)} = ${portal.owner.unsafe(ofOita)} limit 2`;
  const statements = [
    `update ${table} set ${column} = ${column} where ${column} = ${ofOita}`,
    `delete from ${table} where ${column} = ${ofOita}`,
  ];
  const holes: string[] = [];
  for (const who of others) {
    const actor = cast.everybody.get(who) ?? null;
    for (const statement of statements) {
      const came = await takenBack(app, actor, (sql) => rowsOrState(sql.unsafe(statement)));
      if (came !== 0 && !refusals.includes(String(came)))
        holes.push(`${who}: ${statement}: ${came}`);
    }
    for (const { row } of rows) {
      const came = await copied(who, table, row);
      if (!refusals.includes(String(came))) holes.push(`${who} inserts: ${came}`);
    }
  }
  return holes;
}

it("takes nothing of an organisation from others", async () => {
  const tables = await portal.owner<{ table_name: string; column_name: string }[]>`
    select distinct on (c.table_name) c.table_name, c.column_name
    from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relkind = 'r'
      and t.relnamespace = 'public'::regnamespace
    where c.table_schema = 'public' and c.column_name = any (${owning})
    order by c.table_name, array_position(${owning}, c.column_name::text)`;
  expect(tables.length).toBeGreaterThan(20);
  const found: Record<string, string[]> = {};
  for (const { table_name, column_name } of tables) {
    const holes = await holesOf(table_name, column_name);
    if (holes.length > 0) found[table_name] = holes;
  }
  expect(found).toEqual({});
}, 60_000);

/** Who makes organisations may, until the name is found twice; a counter has no meaning of its own. */
const mayTry: Record<string, string> = {
  organisations: "keeper",
  plan_figures: "other plan's owner admin",
};

it("takes no row that is there already from who had no part in it", async () => {
  const tables = await portal.owner<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await portal.owner<{ row: unknown }[]>`
      select to_jsonb(t) as row from ${portal.owner(name)} t limit 2`;
    const holes: string[] = [];
    for (const who of others.filter((each) => each !== mayTry[name]))
      for (const { row } of rows) {
        const came = await copied(who, name, row);
        if (!refusals.includes(String(came))) holes.push(`${who} inserts: ${came}`);
      }
    if (holes.length > 0) found[name] = holes;
  }
  expect(found).toEqual({});
}, 60_000);
