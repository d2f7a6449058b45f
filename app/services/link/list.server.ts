import { desc, eq, type SQL, sql } from "drizzle-orm";
import { linkStanding } from "#app/domain/link/standing.ts";
import { answerSchema } from "#app/domain/observation/answer-schema.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicators, plans, reporterAnswers, reporterLinks, users } from "#db/schema/index.ts";

export type ListedLink = Awaited<ReturnType<typeof listLinks>>[number];

/** The links of a statement, the newest first, with the newest answer of each and where they stand. */
export async function listLinks(tx: Transaction, where: SQL | undefined, now: Date) {
  const newest = tx
    .selectDistinctOn([reporterAnswers.linkId], {
      linkId: reporterAnswers.linkId,
      answerId: sql<string>`${reporterAnswers.id}`.as("answer_id"),
      version: reporterAnswers.version,
      answer: reporterAnswers.answer,
      answeredAt: sql<Date>`${reporterAnswers.createdAt}`.as("answered_at"),
    })
    .from(reporterAnswers)
    .orderBy(reporterAnswers.linkId, desc(reporterAnswers.version))
    .as("newest");
  const rows = await tx
    .select({
      id: reporterLinks.id,
      plan: plans.code,
      indicator: {
        code: indicators.code,
        name: indicators.name,
        unit: indicators.unit,
        direction: indicators.direction,
        aggregation: indicators.aggregation,
        frequency: indicators.frequency,
      },
      fy: reporterLinks.fy,
      period: reporterLinks.period,
      recipient: reporterLinks.recipient,
      email: reporterLinks.email,
      message: reporterLinks.message,
      state: reporterLinks.state,
      expiresAt: reporterLinks.expiresAt,
      createdAt: reporterLinks.createdAt,
      endedAt: reporterLinks.endedAt,
      author: users.name,
      answerId: newest.answerId,
      version: newest.version,
      answer: newest.answer,
      answeredAt: newest.answeredAt,
    })
    .from(reporterLinks)
    .innerJoin(indicators, eq(indicators.id, reporterLinks.indicatorId))
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .leftJoin(users, eq(users.id, reporterLinks.authorId))
    .leftJoin(newest, eq(newest.linkId, reporterLinks.id))
    .where(where)
    .orderBy(desc(reporterLinks.createdAt), reporterLinks.recipient);
  return rows.map(({ answer, answerId, version, answeredAt, ...link }) => ({
    ...link,
    answer:
      answer === null || answerId === null || version === null || answeredAt === null
        ? null
        : {
            id: answerId,
            version,
            at: new Date(answeredAt),
            content: answerSchema(link.indicator, false).parse(answer),
          },
    standing: linkStanding({ ...link, answered: answer !== null }, now),
  }));
}
