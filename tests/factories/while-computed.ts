import { expect } from "vitest";
import type { Portal } from "./portal.ts";

/**
 * Begins work, one after the other, while nothing of an indicator can be computed; it goes on when all
 * of it waits. So two things happen at once in an order that a test can rely on.
 */
export async function whileComputed<Result>(
  portal: Pick<Portal, "owner">,
  indicator: string,
  work: (() => Promise<Result>)[],
): Promise<Result[]> {
  const begun: Promise<Result>[] = [];
  const waiting = async () => {
    const [row] = await portal.owner<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.count;
  };
  await portal.owner.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(id::text, 0))
      from indicators where code = ${indicator}`;
    for (const start of work) {
      begun.push(start());
      await expect.poll(waiting, { timeout: 6_000 }).toBe(begun.length);
    }
  });
  return Promise.all(begun);
}
