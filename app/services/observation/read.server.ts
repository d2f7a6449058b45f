import { and, desc, eq, lt } from "drizzle-orm";
import { isClosedFor } from "#app/domain/round/figure-lock.ts";
import { can } from "#app/policy/can.ts";
import {
  evaluations,
  indicatorNodes,
  indicators,
  observationVersions,
  planNodes,
  targets,
} from "#db/schema/index.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { countOpenThreads, onFigure } from "../comment/open-threads.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { askedOfFigure } from "../link/of-figure.server.ts";
import { leadNameOf } from "../plan/lead-of.server.ts";
import { proposeFigure } from "../practice/propose-figure.server.ts";
import { statesAsking } from "../round/closed-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import { findTarget, type ReportTarget, type TargetCodes } from "./find-target.server.ts";
import { versionsOf } from "./newest-version.server.ts";

/**
 * What the report form of an organisation shows: the question with the year's target, the earlier
 * accepted figures, and the versions so far. Throws `forbidden` for other organisations, `not_found`.
 */
export async function readReport(context: ServiceContext, codes: TargetCodes) {
  const membership = requireMembership(context, codes.organisation);
  return transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    const versions = await versionsOf(tx, target);
    const roadmap = await tx
      .select()
      .from(targets)
      .where(eq(targets.indicatorId, target.indicator.id))
      .orderBy(targets.position);
    const [aim] = await tx
      .select({
        leadName: leadNameOf(indicators.homeNodeId),
        value: evaluations.expected,
        from: evaluations.expectedFrom,
      })
      .from(indicators)
      .leftJoin(
        evaluations,
        and(eq(evaluations.indicatorId, indicators.id), eq(evaluations.fy, codes.fy)),
      )
      .where(eq(indicators.id, target.indicator.id));
    const accepted = await tx
      .selectDistinctOn([observationVersions.fy])
      .from(observationVersions)
      .where(
        and(
          eq(observationVersions.indicatorId, target.indicator.id),
          eq(observationVersions.organisationId, membership.organisationId),
          eq(observationVersions.state, "accepted"),
          lt(observationVersions.fy, codes.fy),
          eq(observationVersions.period, target.period),
        ),
      )
      .orderBy(desc(observationVersions.fy), desc(observationVersions.version));
    const subject = { organisationId: membership.organisationId };
    const closed = isClosedFor(await statesAsking(tx, target), "draft");
    const observationIds = versions.slice(0, 1).map((version) => version.observationId);
    const filesOf = await listAttachments(tx, context, observationIds);
    const openThreads = await countOpenThreads(tx, onFigure(figureOf(target)));
    return {
      ...target,
      membership,
      roadmap,
      aim: aim ?? null,
      /** Who accepts it. */
      leadName: aim?.leadName ?? null,
      versions,
      newest: versions[0] ?? null,
      attachments: observationIds.flatMap(filesOf),
      earlier: accepted,
      openThreads,
      /** Whom the organisation asked for it by a link, and what they answered. */
      asked: await askedOfFigure(tx, target),
      /** The rounds that ask for it take nothing any more. */
      closed,
      /** What the library of good practices makes of it, where that feeds the indicator. */
      proposal:
        target.indicator.feed === "practices"
          ? await proposeFigure(tx, target, membership.organisationId)
          : null,
      may: {
        save: !closed && can(context.actor, "observation.save", subject),
        withdraw: !closed && can(context.actor, "observation.withdraw", subject),
        approve: can(context.actor, "observation.approve", subject),
      },
    };
  });
}

/**
 * One organisation's observation as others may see it: the versions visible to the actor, at least
 * one. Throws `not_found` where there is nothing to see, so that a draft's existence stays hidden.
 */
export async function readObservation(context: ServiceContext, codes: TargetCodes) {
  authorize(context, "observation.read_accepted");
  return transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    const versions = await versionsOf(tx, target);
    const newest = versions[0];
    if (!newest) throw new ServiceError("not_found");
    const [place] = await tx
      .select({ kind: planNodes.kind, code: planNodes.code, name: planNodes.name })
      .from(indicatorNodes)
      .innerJoin(planNodes, eq(planNodes.id, indicatorNodes.nodeId))
      .innerJoin(indicators, eq(indicators.id, indicatorNodes.indicatorId))
      .where(
        and(
          eq(indicatorNodes.indicatorId, target.indicator.id),
          eq(indicatorNodes.nodeId, indicators.homeNodeId),
        ),
      );
    const filesOf = await listAttachments(tx, context, [newest.observationId]);
    const discusses = can(context.actor, "observation.read_submitted", {
      organisationId: target.organisation.id,
      leadOrganisationId: target.lead ?? undefined,
    });
    return {
      ...target,
      place,
      versions,
      newest,
      attachments: filesOf(newest.observationId),
      /** Null for those who do not read what is said of it. */
      openThreads: discusses ? await countOpenThreads(tx, onFigure(figureOf(target))) : null,
    };
  });
}

function figureOf({ indicator, organisation, fy }: ReportTarget) {
  return { indicatorId: indicator.id, organisationId: organisation.id, fy };
}
