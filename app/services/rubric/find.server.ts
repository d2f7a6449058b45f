import { desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { plans, rubrics } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** A plan with the rubric in force. Throws `not_found`. */
export async function findRubric(tx: Transaction, planCode: string) {
  const [found] = await tx
    .select({ plan: plans, newest: rubrics })
    .from(plans)
    .innerJoin(rubrics, eq(rubrics.planId, plans.id))
    .where(eq(plans.code, planCode))
    .orderBy(desc(rubrics.version))
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  return found;
}
