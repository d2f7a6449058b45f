import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { linkDays } from "#app/domain/link/standing.ts";
import { organisations, reporterLinks, reportingRounds, roundQuestions } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { findTarget, type TargetCodes } from "../observation/find-target.server.ts";
import { dueOn } from "../round/due-on.server.ts";
import { ServiceError } from "../service-error.ts";

/**
 * What the form begins with in which others are asked for a figure: until the day on which the round that
 * asks for it is due, or two weeks; with `again`, to whom an earlier link went and what it said. Throws
 * `forbidden`, `not_found`.
 */
export async function describeLink(
  context: ServiceContext,
  codes: TargetCodes,
  again: string | null,
  now: Date,
) {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  authorize(context, "link.ask", { organisationId });
  return transaction(context, async (tx) => {
    const { plan, indicator, organisation, fy, period } = await findTarget(tx, codes);
    const [round] = await tx
      .select({ dueOn: dueOn(organisations.id) })
      .from(roundQuestions)
      .innerJoin(reportingRounds, eq(reportingRounds.id, roundQuestions.roundId))
      .innerJoin(organisations, eq(organisations.id, roundQuestions.organisationId))
      .where(
        and(
          eq(roundQuestions.indicatorId, indicator.id),
          eq(roundQuestions.organisationId, organisationId),
          eq(roundQuestions.period, period),
          eq(reportingRounds.fy, fy),
          eq(reportingRounds.state, "open"),
        ),
      )
      .orderBy(desc(reportingRounds.number))
      .limit(1);
    const today = dateInJapan(now);
    const usual = dateInJapan(new Date(now.getTime() + linkDays.usual * 86_400_000));
    return {
      membership,
      plan,
      indicator,
      organisation,
      fy,
      period,
      first: {
        expiresOn: round && round.dueOn >= today ? round.dueOn : usual,
        ...(again === null ? {} : await earlier(again)),
      },
    };

    async function earlier(id: string) {
      if (!z.uuid().safeParse(id).success) throw new ServiceError("not_found");
      const [link] = await tx
        .select({
          recipients: sql<string>`${reporterLinks.recipient} || ' <' || ${reporterLinks.email} || '>'`,
          message: reporterLinks.message,
          again: sql<string>`${reporterLinks.id}::text`,
        })
        .from(reporterLinks)
        .where(
          and(
            eq(reporterLinks.id, id),
            eq(reporterLinks.organisationId, organisationId),
            eq(reporterLinks.indicatorId, indicator.id),
          ),
        );
      if (!link) throw new ServiceError("not_found");
      return link;
    }
  });
}
