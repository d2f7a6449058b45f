import { sql } from "drizzle-orm";
import { isClosedFor } from "#app/domain/round/figure-lock.ts";
import { can } from "#app/policy/can.ts";
import { indicators, observations } from "#db/schema/index.ts";
import { listAttachments } from "../attachment/list.server.ts";
import {
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { waitingAnswers } from "../observation/waiting-answers.server.ts";
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
  const actorId = (context as SignedIn).actor.id;
  const mayJudge = can(context.actor, "observation.accept", { leadOrganisationId: organisationId });
  return transaction(context, async (tx) => {
    const items = await waitingAnswers(tx, {
      state: "submitted",
      actorId,
      before: acceptedYearBefore,
      where: sql`${leadOf(indicators.homeNodeId)} = ${organisationId}`,
    });
    const filesOf = await listAttachments(
      tx,
      context,
      items.map(({ observationId }) => observationId),
    );
    const reader = { userId: actorId, organisationId };
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
          /** The round is closed: it is not returned any more. */
          closed: isClosedFor(item.asking, "returned"),
          attachments: filesOf(item.observationId),
          /** Came after the reader last dealt with the PT; false before the first time. */
          isNew: looked !== null && item.writtenAt > looked,
        };
      }),
    };
  });
}
