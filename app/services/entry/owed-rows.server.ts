import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicatorReporters,
  indicators,
  organisations,
  planNodes,
  plans,
  reportingRounds,
} from "#db/schema/index.ts";
import { askedPeriods } from "../observation/asked-periods.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { leadOf } from "../plan/lead-of.server.ts";

/** What an organisation is asked for in a year of a plan, as codes from a URL. */
export type EntryCodes = { organisation: string; plan: string; fy: number };

type Before = Pick<
  AnswerContent,
  "quality" | "value" | "numerator" | "denominator" | "words" | "note"
> & {
  fy: number;
  period: number;
  isDemo: boolean;
};

/**
 * The organisation's accepted answer before a row's: of a year's own figures that of the same part of
 * an earlier year, of those that run on the one for the part before.
 */
const answerBefore = sql<Before | null>`(
  select json_build_object('fy', p.fy, 'period', p.period, 'quality', p.quality,
    'value', trim_scale(p.value)::text, 'numerator', trim_scale(p.numerator)::text,
    'denominator', trim_scale(p.denominator)::text, 'words', p.words, 'note', p.note,
    'isDemo', p.is_demo)
  from observation_versions p
  where p.indicator_id = ${indicators.id} and p.state = 'accepted'
    and p.organisation_id = ${indicatorReporters.organisationId}
    and p.fy <= ${reportingRounds.fy}
    and case ${indicators.series} when 'annual'
      then p.fy < ${reportingRounds.fy} and p.period = asked.period
      else (p.fy, p.period) < (${reportingRounds.fy}, asked.period) end
  order by p.fy desc, p.period desc, p.version desc limit 1)`;

/**
 * The figures that an organisation owes in a round, one for each period it is asked for, in printed
 * order: the question, where it belongs, the year's target and the figure before. One statement.
 */
export async function owedRows(tx: Transaction, { organisation, plan, fy }: EntryCodes) {
  return tx
    .select({
      plan: plans,
      indicator: getTableColumns(indicators),
      organisation: organisations,
      lead: leadOf(indicators.homeNodeId),
      fy: reportingRounds.fy,
      period: sql<number>`asked.period`,
      goal: goalOf(indicators.homeNodeId),
      home: sql<{
        kind: NodeKind;
        code: string;
        name: string;
      }>`json_build_object('kind', ${planNodes.kind}, 'code', ${planNodes.code}, 'name', ${planNodes.name})`,
      target: { value: evaluations.expected, text: evaluations.expectedText },
      before: answerBefore,
    })
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .innerJoin(indicators, eq(indicators.id, indicatorReporters.indicatorId))
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .innerJoin(planNodes, eq(planNodes.id, indicators.homeNodeId))
    .innerJoin(
      reportingRounds,
      and(
        eq(reportingRounds.planId, plans.id),
        sql`${reportingRounds.fy} between ${indicators.firstFy} and ${indicators.lastFy}`,
      ),
    )
    .innerJoin(askedPeriods(reportingRounds.fy), sql`true`)
    .leftJoin(
      evaluations,
      and(eq(evaluations.indicatorId, indicators.id), eq(evaluations.fy, reportingRounds.fy)),
    )
    .where(
      and(eq(plans.code, plan), eq(organisations.slug, organisation), eq(reportingRounds.fy, fy)),
    )
    .orderBy(asc(indicators.position), sql`asked.period`);
}

export type OwedRow = Awaited<ReturnType<typeof owedRows>>[number];

/** The rounds of a plan, the newest first, with the plan. None where there is no such plan. */
export async function roundsOf(tx: Transaction, plan: string) {
  return tx
    .select({
      fy: reportingRounds.fy,
      dueOn: reportingRounds.dueOn,
      plan: { code: plans.code, name: plans.name },
    })
    .from(reportingRounds)
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .where(eq(plans.code, plan))
    .orderBy(desc(reportingRounds.fy));
}
