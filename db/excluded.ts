import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The SET of an upsert that takes the new row's value for every column, those of `except` aside.
 * The field names are the columns' in camel case, as `casing: "snake_case"` has them.
 */
export function excludedRow(table: PgTable, except: readonly string[] = []): Record<string, SQL> {
  const fields = Object.keys(getTableColumns(table)).filter((field) => !except.includes(field));
  return Object.fromEntries(
    fields.map((field) => [field, sql.raw(`excluded.${snakeCase(field)}`)]),
  );
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
