import { and, asc, eq, type SQL } from "drizzle-orm";
import type { ObservationState } from "#app/domain/observation/states.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  evaluations,
  indicators,
  observations,
  observationVersions,
  organisations,
  plans,
  users,
} from "#db/schema/index.ts";
import { onFigure, openThreads } from "../comment/open-threads.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { roundsAsking } from "../round/closed-figure.server.ts";
import { answerColumns } from "./newest-version.server.ts";
import { isOwnVersion } from "./own-answer.server.ts";

/**
 * Answers that wait in a state for somebody's decision, in printed order, each beside the answer
 * `before` it and the year's target. One statement.
 */
export function waitingAnswers<Before>(
  tx: Transaction,
  wanted: {
    state: ObservationState;
    actorId: string;
    before: SQL<Before>;
    where: SQL;
  },
) {
  const version = observationVersions;
  return tx
    .select({
      observationId: observations.id,
      plan: plans.code,
      goal: goalOf(indicators.homeNodeId),
      indicator: indicators,
      organisation: { slug: organisations.slug, shortName: organisations.shortName },
      fy: observations.fy,
      period: observations.period,
      version: version.version,
      answer: answerColumns,
      writtenAt: version.createdAt,
      writtenBy: users.name,
      onBehalf: version.onBehalf,
      own: isOwnVersion(wanted.actorId),
      before: wanted.before,
      target: { value: evaluations.expected, text: evaluations.expectedText },
      openThreads: openThreads(onFigure(observations)),
      asking: roundsAsking(observations),
    })
    .from(observations)
    .innerJoin(
      version,
      and(eq(version.observationId, observations.id), eq(version.version, observations.version)),
    )
    .innerJoin(indicators, eq(indicators.id, observations.indicatorId))
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .innerJoin(organisations, eq(organisations.id, observations.organisationId))
    .leftJoin(users, eq(users.id, version.authorId))
    .leftJoin(
      evaluations,
      and(eq(evaluations.indicatorId, indicators.id), eq(evaluations.fy, observations.fy)),
    )
    .where(and(eq(observations.state, wanted.state), wanted.where))
    .orderBy(
      asc(indicators.position),
      asc(organisations.position),
      asc(observations.fy),
      asc(observations.period),
    );
}
