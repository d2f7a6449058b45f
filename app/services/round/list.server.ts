import { eq, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import { reportingRounds, roundQuestions } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { readPlanState } from "../plan/read-definition.server.ts";
import { listRoundFacts } from "./facts.server.ts";

/**
 * The rounds of a plan, the newest of the latest year first, with how many organisations are asked
 * for how many figures; those being prepared for the plan's owner only. Throws `forbidden` for people
 * who are not members, `not_found`.
 */
export async function listRounds(context: ServiceContext, planCode: string) {
  authorize(context, "round.read");
  return transaction(context, async (tx) => {
    const { plan } = await readPlanState(tx, planCode);
    const facts = await listRoundFacts(tx, plan.id);
    const counts = await tx
      .select({
        roundId: roundQuestions.roundId,
        organisations: sql<number>`count(distinct ${roundQuestions.organisationId})::int`,
        questions: sql<number>`count(*)::int`,
      })
      .from(roundQuestions)
      .innerJoin(reportingRounds, eq(reportingRounds.id, roundQuestions.roundId))
      .where(eq(reportingRounds.planId, plan.id))
      .groupBy(roundQuestions.roundId);
    const byRound = new Map(counts.map((row) => [row.roundId, row]));
    return {
      plan: { code: plan.code, name: plan.name },
      rounds: facts.map(({ id, number, fy, title, state, dueOn }) => {
        const { organisations = 0, questions = 0 } = byRound.get(id) ?? {};
        return { number, fy, title, state, dueOn, organisations, questions };
      }),
      mayPrepare: can(context.actor, "round.prepare", { ownerOrganisationId: plan.ownerId }),
    };
  });
}
