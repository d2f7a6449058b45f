import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { readPlanFacts } from "#app/domain/import/plan-facts.ts";
import { namingOf } from "#app/domain/import/plan-organisations.ts";
import { factSheet } from "#app/domain/import/plan-sheets.ts";
import type { Refusal } from "#app/domain/import/plan-table.ts";
import { readPlanContent } from "#app/domain/import/plan-workbook.ts";
import type { TableRow } from "#app/domain/import/table.ts";
import type { Transaction } from "#db/client.server.ts";
import { importRows, organisations, plans } from "#db/schema/index.ts";
import { readNewest } from "../plan/contents.server.ts";

/**
 * What the definition sheets of a file make of a plan, held against the plan as it stands: one's own
 * draft is drawn again, an adopted plan is changed by revision only.
 */
export async function readPlanDefinition(
  tx: Transaction,
  owner: { slug: string; organisationId: string },
  rows: readonly TableRow[],
) {
  const named = await tx
    .select({
      slug: organisations.slug,
      shortName: organisations.shortName,
      name: organisations.name,
    })
    .from(organisations)
    .orderBy(asc(organisations.position));
  const naming = namingOf(owner.slug, named);
  const around = {
    naming,
    organisationNames: Object.fromEntries(named.map(({ slug, shortName }) => [slug, shortName])),
  };
  const { facts, refusals } = readPlanFacts(rows);
  const [plan = null] = facts
    ? await tx.select().from(plans).where(eq(plans.code, facts.code))
    : [];
  const taken = plan && takenBy(plan, owner.organisationId);
  if (!facts || taken) {
    const code = rows.find(({ cells }) => cells[1]?.trim().toLowerCase() === facts?.code);
    const at = { sheet: factSheet.name, row: code?.row ?? null, column: code ? "B" : null };
    const about: Refusal[] = taken ? [{ ...at, typed: facts?.code ?? "", reason: taken }] : [];
    return {
      ...around,
      facts,
      plan: null,
      newest: null,
      content: null,
      refusals: [...refusals, ...about],
    };
  }
  const newest = plan && (await readNewest(tx, plan.id));
  const read = readPlanContent(rows, {
    before: newest?.content ?? null,
    naming,
    years: facts,
    newId: randomUUID,
  });
  return { ...around, facts, plan, newest, ...read };
}

export type PlanDefinition = Awaited<ReturnType<typeof readPlanDefinition>>;

function takenBy(plan: typeof plans.$inferSelect, organisationId: string): string | null {
  if (plan.ownerId !== organisationId) return "plan.code_taken";
  return plan.isDraft ? null : "plan_import.adopted";
}

/** The rows of a file's definition sheets, in their order. */
export function keptRows(tx: Transaction, importId: string): Promise<TableRow[]> {
  return tx
    .select({ sheet: importRows.sheet, row: importRows.row, cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(importRows.sheet, importRows.row);
}
