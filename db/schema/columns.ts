import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** An exact decimal: `numeric` in the database, a canonical decimal string in the code, never a float. */
export const figure = customType<{ data: string; driverData: string }>({
  dataType: () => "numeric",
  // PostgreSQL keeps the scale it was given; figures have no trailing zeros, so 30.0 reads as 30.
  fromDriver: (value) => (value.includes(".") ? value.replace(/\.?0+$/, "") : value),
});

export const id = () => uuid().primaryKey().defaultRandom();

export const moment = () => timestamp({ withTimezone: true, mode: "date" });

/** A CHECK that holds a text column to a closed vocabulary of the domain. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list: SQL = sql.raw(values.map((value) => `'${value}'`).join(", "));
  return check(name, sql`${column} in (${list})`);
}

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});
