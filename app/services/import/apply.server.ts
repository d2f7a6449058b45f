import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { RowResult } from "#app/domain/entry/live-row.ts";
import type { Comparison } from "#app/domain/import/compare.ts";
import { type Decided, decideRows, importField } from "#app/domain/import/decide.ts";
import type { FormWords } from "#app/domain/import/form.ts";
import { handingIn } from "#app/domain/observation/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { importRows, imports } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  authorizeAs,
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { askedRound, type EntryCodes } from "../entry/owed-rows.server.ts";
import { writeRows } from "../entry/write-rows.server.ts";
import { ServiceError } from "../service-error.ts";
import { compareImport } from "./compare.server.ts";
import { type ImportResult, lockImport } from "./find.server.ts";

/** Beyond this a list of what was left out tells nobody anything. */
const listed = 500;

/**
 * Writes the chosen rows of a file as drafts, or hands them in, over the versions that the preview
 * showed: all of them or none. The same form sent again does nothing twice.
 * Throws `forbidden`, `not_found`, `invalid` with the message key of each row or field that holds it
 * up, and `locked` when the file was applied otherwise or discarded.
 */
export async function applyImport(
  context: ServiceContext,
  codes: EntryCodes,
  id: string,
  {
    step,
    words,
    fields,
  }: { step: "save" | "submit"; words: FormWords; fields: Record<string, string> },
): Promise<void> {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  const { context: signedIn } = authorizeAs(context, "import.apply", { organisationId });
  authorize(context, `observation.${step}`, { organisationId });
  const key = z.uuid().safeParse(fields.requestKey);
  if (!key.success) throw new ServiceError("invalid", { errors: { rows: "form.stale" } });
  return transaction(signedIn, async (tx) => {
    const found = await lockImport(tx, organisationId, codes, id);
    if (found.state === "applied" && found.result?.requestKey === key.data) return;
    const round = await askedRound(tx, codes);
    if (found.state !== "ready" || !round) throw new ServiceError("locked");
    const given = { importId: found.id, words, state: round.state };
    const { comparison } = await compareImport(tx, codes, given);
    const decided = decideRows(comparison.rows, fields);
    const written = await write(tx, signedIn, codes, decided, {
      step,
      organisationId,
      importId: found.id,
    });
    const taken = step === "submit" ? handingIn(membership) : step;
    const result = resultOf({ step: taken, requestKey: key.data, written }, comparison, decided);
    await tx
      .update(imports)
      .set({ state: "applied", appliedAt: sql`now()`, movedAt: sql`now()`, result })
      .where(eq(imports.id, found.id));
    await tx.delete(importRows).where(eq(importRows.importId, found.id));
    await record(tx, signedIn, {
      action: "import.apply",
      organisationId,
      subject: `imports/${found.id}`,
      detail: { fileName: found.fileName, step, written, leftOut: result.leftOut.length },
    });
  });
}

/** Answers how many rows were written. Whatever holds one up holds up all, and is said at its row. */
async function write(
  tx: Transaction,
  context: SignedIn,
  codes: EntryCodes,
  { chosen, errors }: Decided,
  given: Parameters<typeof writeRows>[4],
): Promise<number> {
  if (Object.keys(errors).length > 0) throw new ServiceError("invalid", { errors });
  if (chosen.length === 0) throw new ServiceError("invalid", { errors: { rows: "import.none" } });
  const posted = chosen.map(({ key, version, raw }) => ({
    key,
    raw,
    step: { baseVersion: String(version), requestKey: randomUUID() },
  }));
  const results = await writeRows(tx, context, codes, posted, given);
  const heldUp = results.flatMap((result) => {
    const error = errorOf(result);
    return error ? [[importField("row", result.key), error] as const] : [];
  });
  if (heldUp.length > 0) throw new ServiceError("invalid", { errors: Object.fromEntries(heldUp) });
  return results.filter(({ outcome }) => outcome !== "unchanged").length;
}

/** Why a row was not written as it was asked for; null where it was, or nothing was to be written. */
function errorOf({ outcome, errors }: RowResult): string | null {
  switch (outcome) {
    case "saved":
    case "submitted":
    case "unchanged":
      return null;
    case "refused":
      return Object.values(errors ?? {})[0] ?? "form.stale";
    case "held":
      return "import.explain";
    case "conflict":
      return "import.moved";
    case "locked":
      return "entry.locked";
  }
}

function resultOf(
  given: Pick<ImportResult, "step" | "requestKey" | "written">,
  { rows, strays }: Comparison,
  { leftOut }: Decided,
): ImportResult {
  const left = leftOut.map(({ at, number, standing }) => ({ at, number, why: standing }));
  return {
    ...given,
    unchanged: rows.filter(({ standing }) => standing === "unchanged").length,
    leftOut: [...left, ...strays].slice(0, listed),
  };
}
