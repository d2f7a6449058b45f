import { sql } from "drizzle-orm";
import type { AnswerState } from "#app/domain/completeness/board.ts";
import type { Transaction } from "#db/client.server.ts";
import { ServiceError } from "../service-error.ts";

/** How many figures a round asks for, and how they stand. */
export type RoundCounts = Record<AnswerState | "asked", number>;

/**
 * How far a round has come, for those who close and publish it: all of it, also where the PTs are led
 * by others and what was submitted to them is not the owner's to see. Throws `not_found` for people
 * who do not keep the plan.
 */
export async function countAnswers(tx: Transaction, roundId: string): Promise<RoundCounts> {
  const [counts] = await tx.execute<RoundCounts>(
    sql`select * from portal.round_counts(${roundId})`,
  );
  if (!counts) throw new ServiceError("not_found");
  return counts;
}
