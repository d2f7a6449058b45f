import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Refusal } from "#app/domain/import/plan-table.ts";
import type { Transaction } from "#db/client.server.ts";
import { imports, users } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** What is known of a plan's file beside its rows. */
export type PlanImportResult = {
  /** Whose plan it is about; null where the file does not say so. */
  plan: { code: string; name: string } | null;
  /** What has to be put right first, as far as it is listed, and how much it is. */
  definition: { refusals: Refusal[]; count: number };
  /** Past figures that were understood, and those that were not. */
  figures: { kept: number; refusals: Refusal[]; count: number };
  /** What was written, once it was. */
  written?: { version: number | null; figures: number; unchanged: number; passed: number };
  /** Why writing ended without anything written: a key of the catalogue of words. */
  failed?: string;
};

const columns = {
  id: imports.id,
  state: imports.state,
  problem: imports.problem,
  fileName: imports.fileName,
  size: imports.size,
  rowsDone: imports.rowsDone,
  rowsTotal: imports.rowsTotal,
  result: imports.result,
  planId: imports.planId,
  createdAt: imports.createdAt,
  movedAt: imports.movedAt,
  appliedAt: imports.appliedAt,
  author: users.name,
};

function importsOf(tx: Transaction, organisationId: string) {
  const own = and(eq(imports.organisationId, organisationId), eq(imports.kind, "plan"));
  const query = tx.select(columns).from(imports).innerJoin(users, eq(users.id, imports.authorId));
  return { query, own };
}

/** A plan's file, of an id from the outside. Throws `not_found`. */
export async function findPlanImport(tx: Transaction, organisationId: string, id: string) {
  const known = z.uuid().safeParse(id);
  if (!known.success) throw new ServiceError("not_found");
  const { query, own } = importsOf(tx, organisationId);
  const [found] = await query.where(and(own, eq(imports.id, known.data)));
  if (!found) throw new ServiceError("not_found");
  return { ...found, result: found.result as PlanImportResult | null };
}

/** The same for a step: nobody else takes one meanwhile. */
export async function lockPlanImport(tx: Transaction, organisationId: string, id: string) {
  const { id: known } = await findPlanImport(tx, organisationId, id);
  await tx.select({ id: imports.id }).from(imports).where(eq(imports.id, known)).for("update");
  return findPlanImport(tx, organisationId, known);
}

/** The files by which an organisation has brought plans in, newest first. */
export function listPlanImports(tx: Transaction, organisationId: string) {
  const { query, own } = importsOf(tx, organisationId);
  return query.where(own).orderBy(desc(imports.createdAt)).limit(20);
}
