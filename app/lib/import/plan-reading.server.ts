import { fiscalYearOf } from "#app/domain/fiscal-year/fiscal-year.ts";
import { figureReader, type PlanFigure } from "#app/domain/import/plan-figures.ts";
import { definitionSheets, figureSheet } from "#app/domain/import/plan-sheets.ts";
import type { Refusal } from "#app/domain/import/plan-table.ts";
import type { TableProblem, TableRow } from "#app/domain/import/table.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { applyPlanImport } from "#app/services/plan-import/apply.server.ts";
import type { PlanDefinition } from "#app/services/plan-import/definition.server.ts";
import type { PlanImportResult } from "#app/services/plan-import/find.server.ts";
import {
  endReading,
  type PlanReading,
  readInDefinition,
  readInFigures,
  refusePlanFile,
  reportPlanProgress,
} from "#app/services/plan-import/read-in.server.ts";
import { releasePlanImport } from "#app/services/plan-import/step.server.ts";
import { log } from "../log.server.ts";
import { readTable } from "./read-table.server.ts";

/** What a plan's workbook may hold. Definitions are held in memory, figures go by. */
const most = { rows: 200_000, definitionRows: 20_000, columns: 64, milliseconds: 60_000 };
/** Refusals that a page lists; the others are counted. */
const mostListed = 300;
const figuresAtOnce = 1_000;

type SentFile = { name: string; bytes: Uint8Array };

/**
 * Reads a plan's workbook that was sent, twice: first what the plan is, wherever its sheets stand, then
 * its past figures, which go by row by row. Never throws: what went wrong is logged, and the file can
 * be read again.
 */
export async function readPlanFile(
  context: ServiceContext,
  reading: PlanReading,
  file: SentFile,
  now: Date,
): Promise<void> {
  try {
    const problem = await readInFile(context, reading, file, now);
    if (problem !== null) await refusePlanFile(context, reading, problem);
  } catch (error) {
    log.error({ err: error, import: reading.id }, "plan file could not be read in");
  }
}

async function readInFile(
  context: ServiceContext,
  reading: PlanReading,
  file: SentFile,
  now: Date,
): Promise<TableProblem | null> {
  const rows: TableRow[] = [];
  const { columns, milliseconds } = most;
  const sheets = definitionSheets.map(({ name }) => name);
  const defined = { rows: most.definitionRows, columns, milliseconds, sheets };
  const first = await readTable(file, defined, (batch) => void rows.push(...batch));
  if (!first.ok) return first.problem;
  const definition = await readInDefinition(context, reading, rows);
  const { facts, refusals, content } = definition;
  const figures = { kept: 0, refusals: [] as Refusal[], count: 0 };
  if (content) {
    const reader = figureReader({
      indicators: content.indicators,
      naming: definition.naming,
      ofOthers: context.actor?.memberships.some(isCouncil(reading)) ?? false,
      thisFy: fiscalYearOf(now),
    });
    const pending: PlanFigure[] = [];
    let done = 0;
    const keep = async () => {
      await readInFigures(context, reading, pending.splice(0), done);
    };
    const reported = { rows: most.rows, columns, milliseconds, sheets: [figureSheet.name] };
    const second = await readTable(file, reported, async (batch) => {
      done += batch.length;
      for (const row of batch) {
        const read = reader(row);
        if (Array.isArray(read)) {
          figures.count += 1;
          if (figures.refusals.length < mostListed) figures.refusals.push(...read);
        } else if (read !== null) {
          pending.push(read);
          figures.kept += 1;
        }
      }
      if (pending.length >= figuresAtOnce) await keep();
    });
    if (!second.ok) return second.problem;
    await keep();
  }
  await endReading(context, reading, resultOf(facts, refusals, figures));
  return null;
}

function resultOf(
  facts: PlanDefinition["facts"],
  refusals: readonly Refusal[],
  figures: PlanImportResult["figures"],
): PlanImportResult {
  return {
    plan: facts && { code: facts.code, name: facts.name },
    definition: { refusals: refusals.slice(0, mostListed), count: refusals.length },
    figures,
  };
}

function isCouncil({ organisationId }: PlanReading) {
  return (membership: { organisationId: string; kind: string }) =>
    membership.organisationId === organisationId && membership.kind === "council";
}

/** Writes a file that was taken to be written. Never throws: where it fails, nothing is written. */
export async function writePlanFile(context: ServiceContext, reading: PlanReading): Promise<void> {
  try {
    await applyPlanImport(context, reading, (done, total) =>
      reportPlanProgress(context, reading, { done, total }),
    );
  } catch (error) {
    log.error({ err: error, import: reading.id }, "plan file could not be written");
    await releasePlanImport(context, reading.slug, reading.id, "plan_import.failed").catch(
      (second: unknown) => log.error({ err: second, import: reading.id }, "nor released"),
    );
  }
}
