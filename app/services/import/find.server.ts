import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.server.ts";
import { imports, plans, reportingRounds, users } from "#db/schema/index.ts";
import type { EntryCodes } from "../entry/owed-rows.server.ts";
import { ServiceError } from "../service-error.ts";

/** What became of answers that were brought in. */
export type ImportResult = {
  /** Of the form that applied it; the same one sent again does nothing. */
  requestKey: string;
  step: "save" | "propose" | "submit";
  written: number;
  unchanged: number;
  /** What of the file was not written, and why. */
  leftOut: { at: string; number: string; why: string }[];
};

const columns = {
  id: imports.id,
  state: imports.state,
  fileName: imports.fileName,
  size: imports.size,
  sha256: imports.sha256,
  result: imports.result,
  requestKey: imports.requestKey,
  createdAt: imports.createdAt,
  appliedAt: imports.appliedAt,
  author: users.name,
};

function importsOf(tx: Transaction, organisationId: string, { plan, round }: EntryCodes) {
  const ofRound = and(
    eq(imports.organisationId, organisationId),
    eq(plans.code, plan),
    eq(reportingRounds.number, round),
  );
  const query = tx
    .select(columns)
    .from(imports)
    .innerJoin(reportingRounds, eq(reportingRounds.id, imports.roundId))
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .innerJoin(users, eq(users.id, imports.authorId));
  return { query, ofRound };
}

/** A file that answers a round, of an id from the outside. Throws `not_found`. */
export async function findImport(
  tx: Transaction,
  organisationId: string,
  codes: EntryCodes,
  id: string,
) {
  const known = z.uuid().safeParse(id);
  if (!known.success) throw new ServiceError("not_found");
  const { query, ofRound } = importsOf(tx, organisationId, codes);
  const [found] = await query.where(and(ofRound, eq(imports.id, known.data)));
  if (!found) throw new ServiceError("not_found");
  return { ...found, result: found.result as ImportResult | null };
}

/** All files that an organisation has brought in for a round, newest first. */
export function listImports(tx: Transaction, organisationId: string, codes: EntryCodes) {
  const { query, ofRound } = importsOf(tx, organisationId, codes);
  return query.where(ofRound).orderBy(desc(imports.createdAt)).limit(20);
}

/** The same for a change: nobody else applies or discards it meanwhile. */
export async function lockImport(
  tx: Transaction,
  organisationId: string,
  codes: EntryCodes,
  id: string,
) {
  const { id: found } = await findImport(tx, organisationId, codes, id);
  await tx.select({ id: imports.id }).from(imports).where(eq(imports.id, found)).for("update");
  return findImport(tx, organisationId, codes, found);
}
