import { and, eq, inArray } from "drizzle-orm";
import type { PlanContent } from "#app/domain/plan/content.ts";
import { planEntries } from "#app/domain/search/plan-entries.ts";
import type { Transaction } from "#db/client.server.ts";
import { definitionKinds, searchEntries } from "#db/schema/index.ts";

/** Makes what can be found of a plan's definition what stands in it. */
export async function indexDefinition(
  tx: Transaction,
  planId: string,
  content: PlanContent,
): Promise<void> {
  await tx
    .delete(searchEntries)
    .where(and(eq(searchEntries.planId, planId), inArray(searchEntries.kind, [...definitionKinds])));
  await tx
    .insert(searchEntries)
    .values(planEntries(content).map((entry) => ({ ...entry, planId })));
}
