import { asc, eq, sql } from "drizzle-orm";
import type { Question } from "#app/domain/round/questions.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations, roundQuestions } from "#db/schema/index.ts";

/** What a round asks for, in no order that means anything. */
export function listQuestions(tx: Transaction, roundId: string): Promise<Question[]> {
  return tx
    .select({
      indicatorId: roundQuestions.indicatorId,
      organisation: organisations.slug,
      period: roundQuestions.period,
    })
    .from(roundQuestions)
    .innerJoin(organisations, eq(organisations.id, roundQuestions.organisationId))
    .where(eq(roundQuestions.roundId, roundId));
}

/** Has a round ask for this and nothing else. */
export async function replaceQuestions(
  tx: Transaction,
  roundId: string,
  questions: readonly Question[],
  organisationIds: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.delete(roundQuestions).where(eq(roundQuestions.roundId, roundId));
  if (questions.length === 0) return;
  const column = (values: readonly (string | number)[]) => sql.param(`{${values.join(",")}}`);
  await tx.execute(sql`
    insert into round_questions (round_id, indicator_id, organisation_id, period)
    select ${roundId}::uuid, q.indicator_id, q.organisation_id, q.period
    from unnest(${column(questions.map((each) => each.indicatorId))}::uuid[],
      ${column(questions.map((each) => organisationIds[each.organisation] ?? ""))}::uuid[],
      ${column(questions.map((each) => each.period))}::int[])
      as q (indicator_id, organisation_id, period)`);
}

/** How many figures a round asks of each organisation, and of which indicators, in the order of tables. */
export function countQuestions(tx: Transaction, roundId: string) {
  return tx
    .select({
      organisationId: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      count: sql<number>`count(*)::int`,
      indicatorIds: sql<string[]>`array_agg(distinct ${roundQuestions.indicatorId}::text)`,
    })
    .from(roundQuestions)
    .innerJoin(organisations, eq(organisations.id, roundQuestions.organisationId))
    .where(eq(roundQuestions.roundId, roundId))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.position));
}

/** Whether some of what a round asks for cannot be asked any more, since the plan was revised. */
export async function isOutdated(tx: Transaction, roundId: string): Promise<boolean> {
  const [found] = await tx.execute<{ outdated: boolean }>(sql`
    select exists (select from round_questions q where q.round_id = ${roundId}
      and not portal.is_askable(q.round_id, q.indicator_id, q.organisation_id, q.period))
      as outdated`);
  return found?.outdated ?? false;
}
