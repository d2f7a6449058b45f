import type { AskedAnswer } from "#app/domain/completeness/board.ts";
import { timelinessOf } from "#app/domain/completeness/timeliness.ts";
import type { Transaction } from "#db/client.server.ts";
import { askedInRounds, listAskedAnswers } from "../observation/asked-answers.server.ts";
import type { RoundFacts } from "./facts.server.ts";

/**
 * Every figure that a round asks for, how it stands and whether it came in time, as far as the reader
 * may see; of one organisation only, where it is given. Computed from versions that are never changed,
 * so that it reads the same later. One statement.
 */
export async function listRoundAnswers(
  tx: Transaction,
  round: RoundFacts,
  organisationId?: string,
): Promise<AskedAnswer[]> {
  const asked = askedInRounds([round.id], { organisationId });
  const answers = await listAskedAnswers(tx, asked, round.fy);
  return answers.map(({ versions, ...answer }) => ({
    ...answer,
    timeliness: timelinessOf(versions, round.periodsOf(answer.organisation)),
  }));
}
