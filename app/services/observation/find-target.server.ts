import { and, eq, or, sql } from "drizzle-orm";
import { type Period, periodsOf } from "#app/domain/indicator/period.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicatorNodes, indicators, organisations, plans } from "#db/schema/index.ts";
import { leadOf } from "../plan/lead-of.server.ts";
import { ServiceError } from "../service-error.ts";

/** What a report is about, as codes from a URL. */
export type TargetCodes = {
  plan: string;
  indicator: string;
  organisation: string;
  fy: number;
  /** The whole year unless said. */
  period?: Period;
};

export type ReportTarget = Awaited<ReturnType<typeof findTarget>>;

/**
 * Proves that codes from the outside belong together: the indicator is the plan's, the organisation
 * reports it, the year is in its term and the period one that it is reported for. What a round asks
 * for stays asked, whatever a revision changes meanwhile. Throws `not_found` otherwise.
 */
export async function findTarget(tx: Transaction, codes: TargetCodes) {
  const { fy, period = 0 } = codes;
  if (![fy, period].every(Number.isInteger)) throw new ServiceError("not_found");
  const [found] = await tx
    .select({
      plan: plans,
      indicator: indicators,
      organisation: organisations,
      lead: leadOf(indicators.homeNodeId),
      reports: sql<boolean>`exists (select from indicator_reporters g
        where g.indicator_id = ${indicators.id} and g.organisation_id = ${organisations.id})`,
      asked: sql<boolean>`exists (select from round_questions q
        join reporting_rounds r on r.id = q.round_id and r.state <> 'preparing'
        where q.indicator_id = ${indicators.id} and q.organisation_id = ${organisations.id}
          and q.period = ${period}::int and r.fy = ${fy}::int)`,
    })
    .from(indicators)
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .innerJoin(indicatorNodes, eq(indicatorNodes.indicatorId, indicators.id))
    .innerJoin(organisations, eq(organisations.slug, codes.organisation))
    .where(
      and(
        eq(plans.code, codes.plan),
        or(eq(indicators.code, codes.indicator), eq(indicatorNodes.code, codes.indicator)),
      ),
    )
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  const { reports, asked, ...target } = found;
  const { firstFy, lastFy } = target.indicator;
  const isInTerm =
    fy >= firstFy && fy <= lastFy && periodsOf(target.indicator, fy).includes(period);
  if (!asked && !(reports && isInTerm)) throw new ServiceError("not_found");
  return { ...target, fy, period };
}
