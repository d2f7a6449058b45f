import type { Sql } from "postgres";

/** Rows and content of every table, for "nothing changed". */
export async function checksums(sql: Sql): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;
  const entries: [string, string][] = [];
  for (const { name } of tables) {
    const [row] = await sql<{ sum: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
      from ${sql(name)} t`;
    entries.push([name, row?.sum ?? ""]);
  }
  return Object.fromEntries(entries);
}
