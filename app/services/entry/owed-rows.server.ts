import { and, asc, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicators,
  organisations,
  planNodes,
  plans,
  reportingRounds,
  roundQuestions,
} from "#db/schema/index.ts";
import { answerBefore } from "../observation/answer-before.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { leadNameOf, leadOf } from "../plan/lead-of.server.ts";
import { dueOn } from "../round/due-on.server.ts";

/** An organisation and a round of a plan that asks it, as codes from a URL. */
export type EntryCodes = { organisation: string; plan: string; round: number };

const before = answerBefore({
  indicatorId: indicators.id,
  series: indicators.series,
  organisationId: roundQuestions.organisationId,
  fy: reportingRounds.fy,
  period: roundQuestions.period,
});

/**
 * The figures that an organisation owes in a round, one for each period it is asked for, in printed
 * order: the question, where it belongs, the year's target and the figure before. One statement.
 */
export async function owedRows(tx: Transaction, { organisation, plan, round }: EntryCodes) {
  return tx
    .select({
      plan: plans,
      indicator: getTableColumns(indicators),
      organisation: organisations,
      lead: leadOf(indicators.homeNodeId),
      leadName: leadNameOf(indicators.homeNodeId),
      fy: reportingRounds.fy,
      period: roundQuestions.period,
      goal: goalOf(indicators.homeNodeId),
      home: sql<{
        kind: NodeKind;
        code: string;
        name: string;
      }>`json_build_object('kind', ${planNodes.kind}, 'code', ${planNodes.code}, 'name', ${planNodes.name})`,
      target: { value: evaluations.expected, text: evaluations.expectedText },
      before,
    })
    .from(roundQuestions)
    .innerJoin(reportingRounds, eq(reportingRounds.id, roundQuestions.roundId))
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .innerJoin(organisations, eq(organisations.id, roundQuestions.organisationId))
    .innerJoin(indicators, eq(indicators.id, roundQuestions.indicatorId))
    .innerJoin(planNodes, eq(planNodes.id, indicators.homeNodeId))
    .leftJoin(
      evaluations,
      and(eq(evaluations.indicatorId, indicators.id), eq(evaluations.fy, reportingRounds.fy)),
    )
    .where(
      and(
        eq(plans.code, plan),
        eq(reportingRounds.number, round),
        eq(organisations.slug, organisation),
      ),
    )
    .orderBy(asc(indicators.position), asc(roundQuestions.period));
}

export type OwedRow = Awaited<ReturnType<typeof owedRows>>[number];

/** The round itself, as an organisation is asked; null where there is none that asks anybody yet. */
export async function askedRound(tx: Transaction, { organisation, plan, round }: EntryCodes) {
  const [found] = await tx
    .select({
      number: reportingRounds.number,
      title: reportingRounds.title,
      instructions: reportingRounds.instructions,
      fy: reportingRounds.fy,
      state: reportingRounds.state,
      dueOn: dueOn(organisations.id),
      plan: { code: plans.code, name: plans.name },
    })
    .from(reportingRounds)
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .innerJoin(organisations, eq(organisations.slug, organisation))
    .where(
      and(
        eq(plans.code, plan),
        eq(reportingRounds.number, round),
        ne(reportingRounds.state, "preparing"),
      ),
    );
  return found ?? null;
}
