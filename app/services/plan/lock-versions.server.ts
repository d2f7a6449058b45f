import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { indicators } from "#db/schema/index.ts";

/**
 * Lets one transaction at a time make a version of a plan, or change what one is made from, so that
 * each builds on the one before. First of all, so that everything read afterwards stays as it is.
 */
export async function lockVersions(tx: Transaction, planCode: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('versions of ' || ${planCode}::text, 0))`,
  );
}

/**
 * Keeps the versions of the plans that indicators belong to as they are until the transaction ends.
 * Whoever computes by them does so beside others, and never while one is being made.
 */
export async function keepVersions(tx: Transaction, indicatorIds: readonly string[]) {
  await tx.execute(sql`
    select pg_advisory_xact_lock_shared(hashtextextended('versions of ' || code, 0))
    from (select distinct p.code from plans p join indicators on indicators.plan_id = p.id
      where ${inArray(indicators.id, [...indicatorIds])} order by p.code) kept`);
}
