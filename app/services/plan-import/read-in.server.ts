import { and, eq, sql } from "drizzle-orm";
import type { PlanFigure } from "#app/domain/import/plan-figures.ts";
import type { TableProblem, TableRow } from "#app/domain/import/table.ts";
import type { Transaction } from "#db/client.server.ts";
import { importFigures, importRows, imports } from "#db/schema/index.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { readPlanDefinition } from "./definition.server.ts";
import type { PlanImportResult } from "./find.server.ts";

/** A file that is being read, in whose name. */
export type PlanReading = { id: string; organisationId: string; slug: string };

/** So many rows go to the database at once. */
const batch = 2_000;

/**
 * Keeps the rows of a file's definition sheets and answers what they make of a plan. What an earlier
 * reading had kept goes: it was interrupted.
 */
export function readInDefinition(
  context: ServiceContext,
  reading: PlanReading,
  rows: readonly TableRow[],
) {
  return asDecider(context, reading, async (tx) => {
    await holdReading(tx, reading);
    await tx.delete(importRows).where(eq(importRows.importId, reading.id));
    await tx.delete(importFigures).where(eq(importFigures.importId, reading.id));
    for (let at = 0; at < rows.length; at += batch)
      await tx
        .insert(importRows)
        .values(rows.slice(at, at + batch).map((row) => ({ importId: reading.id, ...row })));
    return readPlanDefinition(tx, reading, rows);
  });
}

/** Keeps past figures as they were understood, of the first `done` rows. */
export function readInFigures(
  context: ServiceContext,
  reading: PlanReading,
  figures: readonly PlanFigure[],
  done: number,
): Promise<void> {
  return asDecider(context, reading, async (tx) => {
    // As one parameter: a hundred thousand rows of fifteen would keep the process busy with counting.
    if (figures.length > 0)
      await tx.execute(sql`
        insert into import_figures (import_id, row, indicator, organisation, fy, period, quality,
          value, numerator, denominator, words, reached, note)
        select ${reading.id}::uuid, f.* from jsonb_to_recordset(${JSON.stringify(figures)}::text::jsonb)
          as f (row integer, indicator text, organisation text, fy integer, period integer,
            quality text, value numeric, numerator numeric, denominator numeric, words text,
            reached boolean, note text)`);
    await tx
      .update(imports)
      .set({ rowsDone: done, movedAt: sql`now()` })
      .where(eq(imports.id, reading.id));
  });
}

/** Tells how far the writing of a file has come, beside the transaction that writes it. */
export function reportPlanProgress(
  context: ServiceContext,
  reading: PlanReading,
  { done, total }: { done: number; total: number },
): Promise<void> {
  return asDecider(context, reading, async (tx) => {
    await tx
      .update(imports)
      .set({ rowsDone: done, rowsTotal: total, movedAt: sql`now()` })
      .where(and(eq(imports.id, reading.id), eq(imports.state, "applying")));
  });
}

/**
 * Ends a reading: its preview is there. Throws `conflict` where another reading of the file, begun
 * since, has taken some of the figures away: what is then kept is not what was read.
 */
export function endReading(
  context: ServiceContext,
  reading: PlanReading,
  result: PlanImportResult,
): Promise<void> {
  return asDecider(context, reading, async (tx) => {
    await holdReading(tx, reading);
    const kept = await tx.$count(importFigures, eq(importFigures.importId, reading.id));
    if (kept !== result.figures.kept) throw new ServiceError("conflict");
    await tx
      .update(imports)
      .set({ state: "ready", result, movedAt: sql`now()` })
      .where(and(eq(imports.id, reading.id), eq(imports.state, "reading")));
  });
}

/** Ends a reading: the file cannot be read. */
export function refusePlanFile(
  context: ServiceContext,
  reading: PlanReading,
  problem: TableProblem,
): Promise<void> {
  return asDecider(context, reading, async (tx) => {
    await tx
      .update(imports)
      .set({ state: "refused", problem, movedAt: sql`now()` })
      .where(and(eq(imports.id, reading.id), eq(imports.state, "reading")));
    await tx.delete(importRows).where(eq(importRows.importId, reading.id));
    await tx.delete(importFigures).where(eq(importFigures.importId, reading.id));
  });
}

/** Nobody begins or ends a reading of the file meanwhile. Throws `locked` where it was ended. */
async function holdReading(tx: Transaction, { id }: PlanReading): Promise<void> {
  const [held] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.state, "reading")))
    .for("update");
  if (!held) throw new ServiceError("locked");
}

function asDecider<Result>(
  context: ServiceContext,
  { organisationId }: PlanReading,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { context: signedIn } = authorizeAs(context, "plan.import", { organisationId });
  return transaction(signedIn, work);
}
