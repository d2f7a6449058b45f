import { and, eq, notInArray } from "drizzle-orm";
import type { PlanContent } from "#app/domain/plan/content.ts";
import { planEntries } from "#app/domain/search/plan-entries.ts";
import type { Transaction } from "#db/client.server.ts";
import { excludedRow } from "#db/excluded.ts";
import { definitionKinds, searchEntries } from "#db/schema/index.ts";

/** Makes what can be found of a plan's definition what stands in it. */
export async function indexDefinition(
  tx: Transaction,
  planId: string,
  content: PlanContent,
): Promise<void> {
  const entries = planEntries(content);
  const { planId: plan, kind, code } = searchEntries;
  for (const known of definitionKinds) {
    const codes = entries.flatMap((entry) => (entry.kind === known ? [entry.code] : []));
    await tx
      .delete(searchEntries)
      .where(and(eq(plan, planId), eq(kind, known), notInArray(code, codes)));
  }
  await tx
    .insert(searchEntries)
    .values(entries.map((entry) => ({ ...entry, planId })))
    .onConflictDoUpdate({
      target: [plan, kind, code],
      set: excludedRow(searchEntries, ["id", "planId", "kind", "code"]),
    });
}
