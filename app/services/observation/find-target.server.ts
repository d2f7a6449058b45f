import { and, eq, or } from "drizzle-orm";
import { type Period, periodsOf } from "#app/domain/indicator/period.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicatorNodes,
  indicatorReporters,
  indicators,
  organisations,
  plans,
} from "#db/schema/index.ts";
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
 * is asked for it, the year is in its term and the period one that it is reported for. Throws `not_found` otherwise.
 */
export async function findTarget(tx: Transaction, codes: TargetCodes) {
  const [found] = await tx
    .select({
      plan: plans,
      indicator: indicators,
      organisation: organisations,
      lead: leadOf(indicators.homeNodeId),
    })
    .from(indicators)
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .innerJoin(indicatorNodes, eq(indicatorNodes.indicatorId, indicators.id))
    .innerJoin(indicatorReporters, eq(indicatorReporters.indicatorId, indicators.id))
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .where(
      and(
        eq(plans.code, codes.plan),
        or(eq(indicators.code, codes.indicator), eq(indicatorNodes.code, codes.indicator)),
        eq(organisations.slug, codes.organisation),
      ),
    )
    .limit(1);
  const { fy, period = 0 } = codes;
  if (!found || fy < found.indicator.firstFy || fy > found.indicator.lastFy)
    throw new ServiceError("not_found");
  if (!periodsOf(found.indicator, fy).includes(period)) throw new ServiceError("not_found");
  return { ...found, fy, period };
}
