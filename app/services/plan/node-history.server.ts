import { and, desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { planVersions } from "#db/schema/index.ts";

/** The versions of a plan that say of one of the codes what they changed, the newest first. */
export function nodeHistory(tx: Transaction, planId: string, codes: readonly string[]) {
  const { version, kind, title, effectiveOn, notes } = planVersions;
  const list = sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  );
  return tx
    .select({ version, kind, title, effectiveOn, notes })
    .from(planVersions)
    .where(and(eq(planVersions.planId, planId), sql`${notes} ?| array[${list}]::text[]`))
    .orderBy(desc(version));
}
