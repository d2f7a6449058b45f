import { and, desc, eq, exists, inArray, sql } from "drizzle-orm";
import { type BoardCounts, boardOf } from "#app/domain/completeness/board.ts";
import { type RoundState, roundCapabilities, roundStates } from "#app/domain/round/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { plans, reportingRounds, roundQuestions } from "#db/schema/index.ts";
import { listRoundFacts } from "./facts.server.ts";
import { listRoundAnswers } from "./list-answers.server.ts";

/** A round that an organisation was asked in and that takes no figures any more, with what it answered. */
export type ClosedRound = {
  plan: { code: string; name: string };
  number: number;
  title: string;
  state: RoundState;
  dueOn: string;
  counts: BoardCounts;
};

const closed = roundStates.filter((state) => {
  const { visibleToReporters, takesFigures } = roundCapabilities[state];
  return visibleToReporters && !takesFigures;
});

/** The rounds of the last year in which an organisation was asked, as far as they are closed. */
export async function listClosedRounds(
  tx: Transaction,
  { id, slug }: { id: string; slug: string },
): Promise<ClosedRound[]> {
  const questions = tx
    .select({ roundId: roundQuestions.roundId })
    .from(roundQuestions)
    .where(
      and(eq(roundQuestions.roundId, reportingRounds.id), eq(roundQuestions.organisationId, id)),
    );
  const movedAt = sql`(select max(v.created_at) from round_records v
    where v.round_id = ${reportingRounds.id})`;
  const rounds = await tx
    .select({
      planId: plans.id,
      plan: { code: plans.code, name: plans.name },
      number: reportingRounds.number,
    })
    .from(reportingRounds)
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .where(
      and(
        inArray(reportingRounds.state, closed),
        exists(questions),
        sql`${movedAt} > now() - interval '1 year'`,
      ),
    )
    .orderBy(desc(movedAt));
  const found: ClosedRound[] = [];
  for (const { planId, plan, number } of rounds) {
    const [facts] = await listRoundFacts(tx, planId, number);
    if (!facts) continue;
    const answers = await listRoundAnswers(tx, facts, id);
    const everything = new Map(answers.map(({ indicatorId }) => [indicatorId, ""]));
    const { title, state } = facts;
    const { total } = boardOf(answers, everything, [slug]).total;
    found.push({ plan, number, title, state, dueOn: facts.dueOnOf(slug), counts: total });
  }
  return found;
}
