import { eq, sql } from "drizzle-orm";
import { importFigures, importFiles, importRows, imports } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorizeAs,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { keptRows, readPlanDefinition } from "./definition.server.ts";
import { lockPlanImport } from "./find.server.ts";
import type { PlanReading } from "./read-in.server.ts";

/**
 * Takes a file that was read to be written. Rows of figures that could not be read are left out only
 * where that is asked for. Throws `forbidden`, `not_found`, `locked` where its state or its content
 * does not allow it, `conflict` where the draft is not the one that the preview was held against.
 */
export function takePlanImport(
  context: ServiceContext,
  organisation: string,
  id: string,
  asked: { baseVersion: number; leaveOut: boolean },
): Promise<PlanReading> {
  return stepOf(context, organisation, id, async (tx, found, reading) => {
    if (found.state !== "ready" || !found.result) throw new ServiceError("locked");
    const { figures } = found.result;
    if (figures.count > 0 && !asked.leaveOut)
      throw new ServiceError("invalid", { errors: { leaveOut: "plan_import.leave_out" } });
    const { newest, content } = await readPlanDefinition(tx, reading, await keptRows(tx, found.id));
    if (!content) throw new ServiceError("locked");
    if ((newest?.version ?? 0) !== asked.baseVersion) throw new ServiceError("conflict");
    const { failed: _, ...result } = found.result;
    await tx
      .update(imports)
      .set({ state: "applying", result, rowsDone: 0, rowsTotal: null, movedAt: sql`now()` })
      .where(eq(imports.id, found.id));
    return null;
  });
}

/** Brings nothing of a file in. The file stays as evidence. Throws `locked` when it was written. */
export function discardPlanImport(context: ServiceContext, organisation: string, id: string) {
  return stepOf(context, organisation, id, async (tx, found) => {
    if (found.state === "discarded") return null;
    if (found.state !== "ready") throw new ServiceError("locked");
    await tx
      .update(imports)
      .set({ state: "discarded", movedAt: sql`now()` })
      .where(eq(imports.id, found.id));
    await tx.delete(importRows).where(eq(importRows.importId, found.id));
    await tx.delete(importFigures).where(eq(importFigures.importId, found.id));
    return "discard";
  });
}

/** Begins a reading again that was interrupted; answers it with its file. */
export async function readPlanFileAgain(
  context: ServiceContext,
  organisation: string,
  id: string,
): Promise<PlanReading & { file: { name: string; bytes: Uint8Array } }> {
  let file: { name: string; bytes: Uint8Array } = { name: "", bytes: new Uint8Array() };
  const reading = await stepOf(context, organisation, id, async (tx, found) => {
    if (found.state !== "reading") throw new ServiceError("locked");
    const [kept] = await tx
      .select({ bytes: importFiles.content })
      .from(importFiles)
      .where(eq(importFiles.importId, found.id));
    if (!kept) throw new ServiceError("not_found");
    file = { name: found.fileName, bytes: kept.bytes };
    await tx.update(imports).set({ movedAt: sql`now()` }).where(eq(imports.id, found.id));
    return null;
  });
  return { ...reading, file };
}

/** Ends the writing of a file without anything written, so that it can be begun again. */
export function releasePlanImport(
  context: ServiceContext,
  organisation: string,
  id: string,
  failed: string,
) {
  return stepOf(context, organisation, id, async (tx, found) => {
    if (found.state !== "applying") throw new ServiceError("locked");
    const result = { ...found.result, failed };
    await tx
      .update(imports)
      .set({ state: "ready", result, movedAt: sql`now()` })
      .where(eq(imports.id, found.id));
    return null;
  });
}

type Step = (
  tx: Parameters<typeof lockPlanImport>[0],
  found: Awaited<ReturnType<typeof lockPlanImport>>,
  reading: PlanReading,
) => Promise<string | null>;

/** Takes one step of an import that the actor decides on; a step with a name is recorded. */
async function stepOf(
  context: ServiceContext,
  organisation: string,
  id: string,
  step: Step,
): Promise<PlanReading> {
  const { organisationId, slug } = requireMembership(context, organisation);
  const { context: signedIn } = authorizeAs(context, "plan.import", { organisationId });
  return transaction(signedIn, async (tx) => {
    const found = await lockPlanImport(tx, organisationId, id);
    const reading = { id: found.id, organisationId, slug };
    const name = await step(tx, found, reading);
    if (name !== null)
      await record(tx, signedIn, {
        action: "plan.import",
        organisationId,
        subject: `imports/${found.id}`,
        detail: { step: name, fileName: found.fileName },
      });
    return reading;
  });
}
