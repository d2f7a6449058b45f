import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, reportingRounds, roundRecords, users } from "#db/schema/index.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";

/** A round of a plan, as codes from a URL. */
export type RoundCodes = { plan: string; round: number };

/**
 * Proves that the round is the plan's, and answers both with the plan's definition. Throws
 * `not_found` otherwise, also for who does not see it yet.
 */
export async function findRound(tx: Transaction, codes: RoundCodes) {
  const definition = await readDefinition(tx, codes.plan);
  const { plan } = definition;
  const [round] = Number.isSafeInteger(codes.round)
    ? await tx
        .select()
        .from(reportingRounds)
        .where(and(eq(reportingRounds.planId, plan.id), eq(reportingRounds.number, codes.round)))
    : [];
  if (!round) throw new ServiceError("not_found");
  return { definition, plan, round, rights: { ownerOrganisationId: plan.ownerId } };
}

export type FoundRound = Awaited<ReturnType<typeof findRound>>;

/**
 * The round as it is, until the transaction ends: nobody moves it, and who writes figures for it
 * waits. For its plan's owner alone; throws `not_found` for others.
 */
export async function lockRound(tx: Transaction, roundId: string) {
  const [head] = await tx
    .select()
    .from(reportingRounds)
    .where(eq(reportingRounds.id, roundId))
    .for("update");
  if (!head) throw new ServiceError("not_found");
  return head;
}

/** Every step of a round, the oldest first, with who took it. */
export function listRecords(tx: Transaction, roundId: string) {
  return tx
    .select({
      id: roundRecords.id,
      version: roundRecords.version,
      step: roundRecords.step,
      state: roundRecords.state,
      dueOn: roundRecords.dueOn,
      reason: roundRecords.reason,
      requestKey: roundRecords.requestKey,
      createdAt: roundRecords.createdAt,
      author: users.name,
      organisation: organisations.shortName,
    })
    .from(roundRecords)
    .innerJoin(organisations, eq(organisations.id, roundRecords.authorOrganisationId))
    .leftJoin(users, eq(users.id, roundRecords.authorId))
    .where(eq(roundRecords.roundId, roundId))
    .orderBy(asc(roundRecords.version));
}
