import { sql } from "drizzle-orm";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { implausibilitiesOf } from "#app/domain/observation/plausibility.ts";
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
import { answerBefore } from "../observation/answer-before.server.ts";
import { isOnBehalf } from "../observation/decide.server.ts";
import { waitingAnswers } from "../observation/waiting-answers.server.ts";
import { deputiesOf } from "./deputies-of.server.ts";

/**
 * What waits for a decision inside an organisation: proposed answers in printed order, beside the
 * figure before and the year's target, with what they are to be asked about; and by what right the
 * reader decides. `now` says whose place is taken today. Throws `forbidden` for people of other
 * organisations.
 */
export async function listProposed(context: ServiceContext, slug: string, now: Date) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  const { actor } = context as SignedIn;
  const mayDecide = can(actor, "observation.approve", { organisationId });
  const onBehalf = mayDecide && isOnBehalf(context, membership, "approve");
  return transaction(context, async (tx) => {
    const items = await waitingAnswers(tx, {
      state: "proposed",
      actorId: actor.id,
      before: answerBefore({ ...observations, series: indicators.series }),
      where: sql`${observations.organisationId} = ${organisationId}`,
    });
    const ids = items.map(({ observationId }) => observationId);
    const filesOf = await listAttachments(tx, context, ids);
    const [own] = onBehalf
      ? await deputiesOf(tx, organisationId, { userId: actor.id, on: dateInJapan(now) })
      : [];
    return {
      membership,
      mayDecide,
      /** Null for those who decide by their own role; otherwise what was said when they were named. */
      behalf: onBehalf ? { reason: own?.reason ?? "" } : null,
      items: items.map((item) => ({
        ...item,
        /** The round is closed: nothing of it is decided any more. */
        closed: isClosedFor(item.asking, "submitted"),
        attachments: filesOf(item.observationId),
        doubts: implausibilitiesOf(item.indicator, item.answer, item.before),
      })),
    };
  });
}
