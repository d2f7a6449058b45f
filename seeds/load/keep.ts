import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.server.ts";
import { excludedRow } from "#db/excluded.ts";

type Row = Record<string, unknown>;

/**
 * Inserts rows, and brings those up to date that differ; equal rows are not touched at all, so that
 * a second load writes nothing. Answers how many were written.
 */
export async function upsert<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  key: PgColumn,
  rows: Table["$inferInsert"][],
): Promise<number> {
  if (rows.length === 0) return 0;
  const name = sql.identifier(getTableName(table));
  const written = await tx
    .insert(table as PgTable)
    .values(rows as Row[])
    .onConflictDoUpdate({
      target: key,
      set: excludedRow(table),
      setWhere: sql`(${name}.*) is distinct from (excluded.*)`,
    })
    .returning({ key });
  return written.length;
}

/**
 * Makes the rows of `scope` exactly `wanted`. They are few and nothing refers to them, so a
 * difference replaces them all. Answers how many were written or dropped.
 */
export async function replace<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  scope: SQL,
  wanted: Table["$inferSelect"][],
): Promise<number> {
  const present = await tx
    .select()
    .from(table as PgTable)
    .where(scope);
  const presentKeys = new Set(present.map(canonical));
  const wantedKeys = new Set(wanted.map((row) => canonical(row as Row)));
  const changed = [
    ...[...wantedKeys].filter((key) => !presentKeys.has(key)),
    ...[...presentKeys].filter((key) => !wantedKeys.has(key)),
  ].length;
  if (changed === 0) return 0;
  await tx.delete(table).where(scope);
  if (wanted.length > 0) await tx.insert(table as PgTable).values(wanted as Row[]);
  return changed;
}

/** The same text for the same row; PostgreSQL gives the keys of a JSON value in an order of its own. */
function canonical(row: Row): string {
  return JSON.stringify(row, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
