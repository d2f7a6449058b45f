import postgres, { type Sql, type TransactionSql } from "postgres";
import type { Actor } from "#app/policy/can.ts";

/** SQLSTATEs of refusals. */
export const forbidden = "42501";
export const violated = "23514";

class TakenBack extends Error {}

/** Runs SQL for somebody over a connection of the pages' role, and takes everything back. */
export async function takenBack<Result>(
  app: Sql,
  actor: Actor | null,
  work: (sql: TransactionSql) => Promise<Result>,
): Promise<Result> {
  let result: { value: Result } | undefined;
  await app
    .begin(async (sql) => {
      await sql`select set_config('portal.actor_id', ${actor?.id ?? ""}, true)`;
      result = { value: await work(sql) };
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  if (!result) throw new Error("Nothing was answered");
  return result.value;
}

/** How many rows a statement touched, or the SQLSTATE it was refused with. */
export async function rowsOrState(
  work: Promise<readonly unknown[] & { count?: number }>,
): Promise<number | string> {
  try {
    const rows = await work;
    return rows.count ?? rows.length;
  } catch (error) {
    if (error instanceof postgres.PostgresError) return error.code;
    throw error;
  }
}
