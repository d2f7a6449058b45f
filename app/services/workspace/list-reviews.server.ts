import { and, asc, eq, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import {
  evaluations,
  indicators,
  observations,
  observationVersions,
  organisations,
  plans,
  users,
} from "#db/schema/index.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { onFigure, openThreads } from "../comment/open-threads.server.ts";
import {
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { answerColumns } from "../observation/newest-version.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { leadOf } from "../plan/lead-of.server.ts";
import { lastLooks } from "./last-looks.server.ts";

type AnswerBefore = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  words: string | null;
  isDemo: boolean;
};

/** The same organisation's accepted answer of the year before. */
const acceptedYearBefore = sql<AnswerBefore | null>`(
  select json_build_object('value', p.value::text, 'numerator', p.numerator::text,
    'denominator', p.denominator::text, 'words', p.words, 'isDemo', p.is_demo)
  from observation_versions p
  where p.indicator_id = ${observations.indicatorId} and p.fy = ${observations.fy} - 1
    and p.period = ${observations.period}
    and p.organisation_id = ${observations.organisationId} and p.state = 'accepted'
  order by p.version desc limit 1)`;

/**
 * What waits for an organisation as lead of its PTs: submitted answers, oldest first, beside the
 * organisation's figure of the year before and the year's target. Throws `forbidden`.
 */
export async function listReviews(context: ServiceContext, slug: string) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  const mayJudge = can(context.actor, "observation.accept", { leadOrganisationId: organisationId });
  return transaction(context, async (tx) => {
    const version = observationVersions;
    const items = await tx
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
        submittedAt: version.createdAt,
        submittedBy: users.name,
        own: sql<boolean>`${version.authorId} = ${context.actor?.id ?? null}`,
        before: acceptedYearBefore,
        target: { value: evaluations.expected, text: evaluations.expectedText },
        openThreads: openThreads(onFigure(observations)),
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
      .where(
        and(
          eq(observations.state, "submitted"),
          sql`${leadOf(indicators.homeNodeId)} = ${organisationId}`,
        ),
      )
      .orderBy(
        asc(indicators.position),
        asc(organisations.position),
        asc(observations.fy),
        asc(observations.period),
      );
    const filesOf = await listAttachments(
      tx,
      context,
      items.map(({ observationId }) => observationId),
    );
    const reader = { userId: (context as SignedIn).actor.id, organisationId };
    const lastLook = await lastLooks(
      tx,
      reader,
      items.map(({ fy }) => fy),
    );
    return {
      membership,
      mayJudge,
      items: items.map((item) => {
        const looked = lastLook(item.plan, item.goal.code);
        return {
          ...item,
          attachments: filesOf(item.observationId),
          /** Came after the reader last dealt with the PT; false before the first time. */
          isNew: looked !== null && item.submittedAt > looked,
        };
      }),
    };
  });
}
