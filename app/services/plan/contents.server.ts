import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { planVersions } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

export type PlanVersionRow = typeof planVersions.$inferSelect;

/** A version of a plan with everything in it. Throws `not_found` where there is no such version. */
export async function readContent(
  tx: Transaction,
  planId: string,
  version: number,
): Promise<PlanVersionRow> {
  const [row] = await tx
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.planId, planId), eq(planVersions.version, version)));
  if (!row) throw new ServiceError("not_found");
  return row;
}

/** The newest version of a plan with everything in it. */
export async function readNewest(tx: Transaction, planId: string): Promise<PlanVersionRow> {
  const [row] = await tx
    .select()
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
    .orderBy(desc(planVersions.version))
    .limit(1);
  if (!row) throw new ServiceError("not_found");
  return row;
}
