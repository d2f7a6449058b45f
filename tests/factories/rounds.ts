import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import * as schema from "#db/schema/index.ts";
import { loadOpenRound } from "#seeds/load/round.ts";

/**
 * Opens a round that asks all organisations for everything they report of a year, unless it is there.
 * Answers its id.
 */
export async function openRound(
  owner: Sql,
  {
    plan = "jewels",
    number = 1,
    ...given
  }: { plan?: string; number?: number; fy: number; dueOn: string },
): Promise<string> {
  const id = crypto.randomUUID();
  const openedAt = new Date("2024-04-01T09:00:00+09:00");
  await drizzle(owner, { schema, casing: "snake_case" }).transaction((tx) =>
    loadOpenRound(tx, { id, plan, number, instructions: "", openedAt, ...given }),
  );
  const [round] = await owner<{ id: string }[]>`
    select r.id from reporting_rounds r join plans p on p.id = r.plan_id
    where p.code = ${plan} and r.number = ${number}`;
  if (!round) throw new RangeError("There is no such round");
  return round.id;
}
