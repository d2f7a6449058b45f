import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import {
  indicators,
  nodeOrganisations,
  observations,
  organisations,
  planNodes,
  plans,
  reportingRounds,
  roundQuestions,
} from "#db/schema/index.ts";
import { countProposed } from "../approval/count-proposed.server.ts";
import { listAttachments } from "../attachment/list.server.ts";
import {
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { countAnswered } from "../link/count-answered.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { leadNameOf, leadOf } from "../plan/lead-of.server.ts";
import { dueOn, extensionReason } from "../round/due-on.server.ts";
import { listClosedRounds } from "../round/list-closed.server.ts";

/**
 * The home of an organisation's workspace: the open reporting rounds with every figure it owes in
 * them and its state, the PTs it leads or takes part in, and how many submissions wait for its
 * review; and what it answered in the rounds that were closed during the last year. Throws `forbidden` for people of other organisations.
 */
export async function readWorkspaceHome(context: ServiceContext, slug: string) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  return transaction(context, async (tx) => {
    const rounds = await tx
      .select({
        id: reportingRounds.id,
        number: reportingRounds.number,
        title: reportingRounds.title,
        instructions: reportingRounds.instructions,
        fy: reportingRounds.fy,
        dueOn: dueOn(organisations.id),
        /** Why the organisation was given longer. */
        extensionReason: extensionReason(organisations.id),
        plan: plans,
      })
      .from(reportingRounds)
      .innerJoin(plans, eq(plans.id, reportingRounds.planId))
      .innerJoin(organisations, eq(organisations.id, organisationId))
      .where(eq(reportingRounds.state, "open"))
      .orderBy(asc(plans.code), desc(reportingRounds.number));
    const filesOf = await listAttachments(
      tx,
      context,
      rounds.map(({ id }) => id),
    );
    const owed = await tx
      .select({
        roundId: reportingRounds.id,
        fy: reportingRounds.fy,
        period: roundQuestions.period,
        frequency: indicators.frequency,
        plan: plans.code,
        code: indicators.code,
        name: indicators.name,
        unit: indicators.unit,
        goal: goalOf(indicators.homeNodeId),
        leadName: leadNameOf(indicators.homeNodeId),
        state: observations.state,
        updatedAt: observations.updatedAt,
        // Only a returned answer has a reason that still asks for something.
        reason: sql<string | null>`(
          select v.reason from observation_versions v
          where v.observation_id = ${observations.id} and v.version = ${observations.version})`,
      })
      .from(roundQuestions)
      .innerJoin(reportingRounds, eq(reportingRounds.id, roundQuestions.roundId))
      .innerJoin(indicators, eq(indicators.id, roundQuestions.indicatorId))
      .innerJoin(plans, eq(plans.id, indicators.planId))
      .leftJoin(
        observations,
        and(
          eq(observations.indicatorId, indicators.id),
          eq(observations.organisationId, roundQuestions.organisationId),
          eq(observations.fy, reportingRounds.fy),
          eq(observations.period, roundQuestions.period),
        ),
      )
      .where(
        and(eq(roundQuestions.organisationId, organisationId), eq(reportingRounds.state, "open")),
      )
      .orderBy(asc(indicators.position), asc(roundQuestions.period));
    // The PTs that the reader looks after come first.
    const own = sql<boolean>`exists (select from member_nodes c join members m on m.id = c.member_id
      where c.node_id = ${planNodes.id} and m.organisation_id = ${organisationId}
        and m.user_id = portal.actor_id())`;
    const pts = await tx
      .select({
        plan: plans.code,
        planName: plans.name,
        code: planNodes.code,
        number: planNodes.number,
        name: planNodes.name,
        role: nodeOrganisations.role,
        own,
      })
      .from(nodeOrganisations)
      .innerJoin(planNodes, eq(planNodes.id, nodeOrganisations.nodeId))
      .innerJoin(plans, eq(plans.id, planNodes.planId))
      .where(and(eq(nodeOrganisations.organisationId, organisationId), eq(planNodes.kind, "goal")))
      .orderBy(desc(own), asc(planNodes.position));
    const [waiting] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(observations)
      .innerJoin(indicators, eq(indicators.id, observations.indicatorId))
      .where(
        and(
          inArray(observations.state, ["submitted"]),
          sql`${leadOf(indicators.homeNodeId)} = ${organisationId}`,
        ),
      );
    const mayApprove = can(context.actor, "observation.approve", { organisationId });
    return {
      membership,
      rounds: rounds.map((round) => ({ ...round, attachments: filesOf(round.id) })),
      closedRounds: await listClosedRounds(tx, { id: organisationId, slug }),
      owed,
      pts,
      waitingForReview: waiting?.count ?? 0,
      /** What others answered by a link and nobody has taken over. */
      answeredLinks: await countAnswered(tx, organisationId),
      /** Proposed by others, for those who may decide. */
      waitingForApproval: mayApprove
        ? await countProposed(tx, { organisationId, actorId: (context as SignedIn).actor.id })
        : 0,
    };
  });
}
