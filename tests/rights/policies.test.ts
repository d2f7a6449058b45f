import { afterAll, beforeAll, expect, it } from "vitest";
import { openPortal, type Portal } from "#tests/factories/portal.ts";

// What the database lets whom do, as it stands there after every migration: rights on tables and columns,
// policies, and functions that run as their owner. A policy or a check that is taken out or widened shows
// here, whether or not a row of some test would have met it; `vitest -u` writes what was meant.

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** The release whose way to write conditions the file has: the one that the portal brings along. */
const release = 18;

const groups = ["portal_app", "portal_auth", "portal_mail"];

async function linesOf(title: string, query: string): Promise<string[]> {
  const rows = await portal.owner.unsafe<{ line: string }[]>(query, [groups]);
  return [`# ${title}`, ...rows.map(({ line }) => line.replace(/\s+/g, " ")), ""];
}

it("are what was meant", async (test) => {
  const [server] = await portal.owner`select current_setting('server_version_num')::int as version`;
  if (Math.floor(server?.version / 10_000) !== release) return test.skip();
  const parts = [
    await linesOf(
      "Tables: whether rows are protected",
      `select relname || ': ' || case when relrowsecurity then 'protected' else 'OPEN' end as line
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and $1::text[] is not null order by relname`,
    ),
    await linesOf(
      "Policies: table, name, roles, what for; the rows that are met; the rows that may come of it",
      `select concat_ws(' | ', tablename || '.' || policyname, array_to_string(roles, ','),
           permissive || ' ' || cmd, 'USING ' || qual, 'CHECK ' || with_check) as line
       from pg_policies where schemaname = 'public' and $1::text[] is not null
       order by tablename, policyname, cmd`,
    ),
    await linesOf(
      "Rights on tables",
      `select table_name || ' | ' || grantee || ' | '
           || string_agg(privilege_type, ',' order by privilege_type) as line
       from information_schema.role_table_grants
       where table_schema = 'public' and grantee = any ($1) group by table_name, grantee
       order by table_name, grantee`,
    ),
    await linesOf(
      "Rights on single columns",
      `select c.table_name || ' | ' || c.grantee || ' | ' || c.privilege_type || ' ('
           || string_agg(c.column_name, ',' order by c.column_name) || ')' as line
       from information_schema.column_privileges c
       where c.table_schema = 'public' and c.grantee = any ($1) and not exists (
         select from information_schema.role_table_grants t where t.table_schema = c.table_schema
           and t.table_name = c.table_name and t.grantee = c.grantee
           and t.privilege_type = c.privilege_type)
       group by c.table_name, c.grantee, c.privilege_type
       order by c.table_name, c.grantee, c.privilege_type`,
    ),
    await linesOf(
      "Functions: who may call them, and as whom they run",
      `select p.oid::regprocedure::text || ' | ' || case when p.prosecdef then 'as owner' else 'as caller' end
           || coalesce(' | ' || array_to_string(p.proconfig, ','), '') || ' | '
           || coalesce((select string_agg(a.grantee::regrole::text, ',' order by a.grantee::regrole::text)
             from aclexplode(p.proacl) a
             where a.grantee <> p.proowner and a.grantee <> 0), 'nobody else')
           || case when exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
             where a.grantee = 0) then ' | PUBLIC' else '' end as line
       from pg_proc p where p.pronamespace = 'portal'::regnamespace and $1::text[] is not null
       order by 1`,
    ),
    await linesOf(
      "Triggers",
      `select c.relname || '.' || t.tgname || ' | ' || case t.tgenabled when 'O' then 'on' else 'OFF' end
           || ' | ' || p.proname as line
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
       where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and $1::text[] is not null
       order by c.relname, t.tgname`,
    ),
  ];
  await expect(parts.flat().join("\n")).toMatchFileSnapshot("../golden/row-security.txt");
});

it("leave no function that runs as its owner to everybody, or to a search path of the caller", async () => {
  const open = await portal.owner`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'portal'::regnamespace and p.prosecdef and (
      not coalesce(p.proconfig::text, '') like '%search_path=pg_catalog, public, pg_temp%'
      or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee = 0))`;
  expect(open).toEqual([]);
});
