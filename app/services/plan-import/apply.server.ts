import { eq, sql } from "drizzle-orm";
import { diffPlans } from "#app/domain/plan/diff.ts";
import type { Transaction } from "#db/client.server.ts";
import { importFigures, importRows, imports } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import { lockVersions } from "../plan/lock-versions.server.ts";
import { ServiceError } from "../service-error.ts";
import { keptRows, readPlanDefinition } from "./definition.server.ts";
import { findPlanImport } from "./find.server.ts";
import type { PlanReading } from "./read-in.server.ts";
import { writePlan } from "./write-plan.server.ts";

/** What is done at once, so that every statement keeps its deadline and the progress can be told. */
const figuresAtOnce = 2_500;
const indicatorsAtOnce = 10;
const longestMs = 10 * 60_000;

/**
 * Writes a file that was taken to be written: the plan's next version, its past figures and what they
 * come to, in one transaction. `progress` is told how much of how much is done. Throws `forbidden`,
 * `not_found`, `locked` where it is not taken, or the plan was adopted or taken by others meanwhile.
 */
export async function applyPlanImport(
  context: ServiceContext,
  reading: PlanReading,
  progress: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { organisationId } = reading;
  const { context: signedIn } = authorizeAs(context, "plan.import", { organisationId });
  const work = async (tx: Transaction) => {
    const found = await findPlanImport(tx, organisationId, reading.id);
    if (found.state !== "applying" || !found.result) throw new ServiceError("locked");
    const rows = await keptRows(tx, found.id);
    await lockVersions(tx, found.result.plan?.code ?? "");
    const definition = await readPlanDefinition(tx, reading, rows);
    const { facts, content, newest } = definition;
    if (!facts || !content) throw new ServiceError("locked");
    const isChanged = newest === null || diffPlans(newest.content, content).length > 0;
    const plan = await writePlan(tx, signedIn, reading, { definition, isChanged });

    const { last, kept } = await figureRows(tx, found.id);
    const ids = content.indicators.map(({ id }) => id);
    const total = kept + ids.length;
    const counts = { figures: 0, passed: 0 };
    for (let row = 1; row <= last; row += figuresAtOnce) {
      const [written] = await tx.execute<{ written: number; passed: number }>(sql`
        select * from portal.import_figures(${found.id}, ${plan.id}, ${row}, ${row + figuresAtOnce - 1})`);
      counts.figures += written?.written ?? 0;
      counts.passed += written?.passed ?? 0;
      await progress(Math.min(kept, row + figuresAtOnce - 1), total);
    }
    for (let at = 0; at < ids.length; at += indicatorsAtOnce) {
      await recomputeEvaluations(tx, { indicatorIds: ids.slice(at, at + indicatorsAtOnce) });
      await progress(Math.min(total, kept + at + indicatorsAtOnce), total);
    }

    const written = {
      version: isChanged ? plan.version : null,
      ...counts,
      unchanged: kept - counts.figures - counts.passed,
    };
    await tx.delete(importRows).where(eq(importRows.importId, found.id));
    await tx.delete(importFigures).where(eq(importFigures.importId, found.id));
    await tx
      .update(imports)
      .set({
        state: "applied",
        planId: plan.id,
        result: { ...found.result, written },
        appliedAt: sql`now()`,
        movedAt: sql`now()`,
      })
      .where(eq(imports.id, found.id));
    await record(tx, signedIn, {
      action: "plan.import",
      organisationId,
      subject: facts.code,
      detail: { step: "apply", import: found.id, fileName: found.fileName, ...written },
    });
  };
  return transaction(signedIn, work, longestMs);
}

async function figureRows(tx: Transaction, importId: string) {
  const [found] = await tx
    .select({
      last: sql<number>`coalesce(max(${importFigures.row}), 0)`,
      kept: sql<number>`count(*)::int`,
    })
    .from(importFigures)
    .where(eq(importFigures.importId, importId));
  return found ?? { last: 0, kept: 0 };
}
