import { eq, sql } from "drizzle-orm";
import { linkStanding } from "#app/domain/link/standing.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, organisations, plans, reporterLinks } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { listLinks } from "./list.server.ts";

/**
 * Runs one transaction as whoever opened the secret link `id`: nobody of the portal, also where the
 * browser is signed in, to whom the database shows this link and its answers.
 */
export function throughLink<Result>(
  context: ServiceContext,
  id: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return transaction({ ...context, actor: null }, async (tx) => {
    await tx.execute(sql`select set_config('portal.link_id', ${id}, true)`);
    return work(tx);
  });
}

/**
 * What a firm or office is asked by its link: the KPI and how it is counted, the year, who asks and until
 * when, and what it answered so far. `open`: whether an answer is taken at `now`. No other
 * figure, and nobody's name but the organisation's. Throws `not_found` for what is no link.
 */
export function openLink(context: ServiceContext, id: string, now: Date) {
  return throughLink(context, id, async (tx) => {
    const [link] = await listLinks(tx, eq(reporterLinks.id, id), now);
    if (!link) throw new ServiceError("not_found");
    const [asked] = await tx
      .select({
        organisation: organisations.name,
        planName: plans.name,
        series: indicators.series,
        howToCount: indicators.aggregationNote,
        source: indicators.source,
      })
      .from(reporterLinks)
      .innerJoin(organisations, eq(organisations.id, reporterLinks.organisationId))
      .innerJoin(indicators, eq(indicators.id, reporterLinks.indicatorId))
      .innerJoin(plans, eq(plans.id, indicators.planId))
      .where(eq(reporterLinks.id, id));
    if (!asked) throw new ServiceError("not_found");
    const { recipient, message, fy, period, expiresAt, answer } = link;
    const { organisation, planName, ...definition } = asked;
    return {
      organisation,
      planName,
      indicator: { ...link.indicator, ...definition },
      recipient,
      message,
      fy,
      period,
      expiresAt,
      answer,
      standing: linkStanding({ ...link, answered: false }, now),
    };
  });
}
