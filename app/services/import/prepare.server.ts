import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { cleanFileName } from "#app/domain/attachment/name.ts";
import { type FormProblem, type FormWords, readForm } from "#app/domain/import/form.ts";
import type { TableRow } from "#app/domain/import/table.ts";
import { roundCapabilities } from "#app/domain/round/states.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  importFiles,
  importRows,
  imports,
  organisations,
  plans,
  reportingRounds,
  roundQuestions,
} from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorizeAs,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import type { EntryCodes } from "../entry/owed-rows.server.ts";
import { ServiceError } from "../service-error.ts";

/** So many rows go to the database at once. */
const batch = 2_000;

/** A table that was sent, and what was read of it. */
export type SentTable = { name: string; bytes: Uint8Array; rows: readonly TableRow[] };

/**
 * Keeps a filled form with what was read of it, for its preview; nothing of it is written yet.
 * Answers its id. Throws `forbidden`, `not_found` without a round, `locked` when that takes no figures,
 * and `invalid` for a table that is no form of this round and organisation.
 */
export async function prepareImport(
  context: ServiceContext,
  codes: EntryCodes,
  table: SentTable,
  { requestKey, words }: { requestKey: string; words: FormWords },
): Promise<string> {
  const { organisationId } = requireMembership(context, codes.organisation);
  const { context: signedIn } = authorizeAs(context, "import.prepare", { organisationId });
  const key = z.uuid().safeParse(requestKey);
  if (!key.success) throw new ServiceError("invalid", { errors: { files: "form.stale" } });
  const fileName = cleanFileName(table.name);
  return transaction(signedIn, async (tx) => {
    const round = await findRound(tx, codes, organisationId);
    if (!roundCapabilities[round.state].takesFigures) throw new ServiceError("locked");
    const form = readForm(table.rows, words.headings, codes);
    if (!form.ok) {
      const files = await problemKey(tx, form, fileName);
      throw new ServiceError("invalid", { errors: { files } });
    }
    const sha256 = createHash("sha256").update(table.bytes).digest("hex");
    const values = {
      kind: "answers",
      organisationId,
      roundId: round.id,
      fileName,
      sha256,
    } as const;
    const [kept] = await tx
      .insert(imports)
      .values({
        ...values,
        state: "ready",
        size: table.bytes.length,
        rowsTotal: form.rows.length,
        authorId: signedIn.actor.id,
        requestKey: key.data,
      })
      .onConflictDoNothing()
      .returning({ id: imports.id });
    if (!kept) return repeated(tx, key.data, values);
    await tx.insert(importFiles).values({ importId: kept.id, content: table.bytes });
    for (let at = 0; at < table.rows.length; at += batch)
      await tx
        .insert(importRows)
        .values(table.rows.slice(at, at + batch).map((row) => ({ importId: kept.id, ...row })));
    await record(tx, signedIn, {
      action: "import.prepare",
      organisationId,
      subject: `imports/${kept.id}`,
      detail: { plan: codes.plan, round: codes.round, fileName, sha256, rows: form.rows.length },
    });
    return kept.id;
  });
}

/** The round, if it asks the organisation for anything. */
async function findRound(tx: Transaction, { plan, round }: EntryCodes, organisationId: string) {
  const [found] = await tx
    .select({ id: reportingRounds.id, state: reportingRounds.state })
    .from(reportingRounds)
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .innerJoin(
      roundQuestions,
      and(
        eq(roundQuestions.roundId, reportingRounds.id),
        eq(roundQuestions.organisationId, organisationId),
      ),
    )
    .where(and(eq(plans.code, plan), eq(reportingRounds.number, round)))
    .limit(1);
  if (!found || !roundCapabilities[found.state].visibleToReporters)
    throw new ServiceError("not_found");
  return found;
}

/** The form that was sent twice: what it made the first time. */
async function repeated(
  tx: Transaction,
  requestKey: string,
  { organisationId, roundId, sha256 }: { organisationId: string; roundId: string; sha256: string },
): Promise<string> {
  const [first] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.requestKey, requestKey),
        eq(imports.organisationId, organisationId),
        eq(imports.roundId, roundId),
        eq(imports.sha256, sha256),
      ),
    );
  if (!first) throw new ServiceError("invalid", { errors: { files: "form.stale" } });
  return first.id;
}

/** The key of the words for why a file is not taken, with what they speak of. */
async function problemKey(tx: Transaction, found: FormProblem, fileName: string): Promise<string> {
  if (found.problem !== "organisation") return `import.${found.problem} ${fileName}`;
  const [other] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.slug, found.organisation));
  return `import.organisation ${fileName}\t${other?.name ?? found.organisation}`;
}
