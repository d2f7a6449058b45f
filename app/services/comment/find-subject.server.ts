import { and, eq, or, sql } from "drizzle-orm";
import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicatorNodes,
  indicatorReporters,
  indicators,
  organisations,
  planNodes,
  plans,
} from "#db/schema/index.ts";
import { authorize, type ServiceContext } from "../context.server.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { findProject, type Participant, participantsOf } from "../progress/find-project.server.ts";
import { ServiceError } from "../service-error.ts";

/** What a discussion is about, as codes from a URL. */
export type SubjectCodes = { plan: string } & DiscussionSubject;

type Subject = {
  plan: { id: string; code: string; name: string; ownerId: string };
  goal: { code: string; name: string } | null;
  /** The project or the KPI. */
  code: string;
  name: string;
  /** Who takes part in the PT, the lead first. */
  participants: readonly Pick<Participant, "id" | "slug" | "shortName">[];
  leadId: string;
  /** The columns of a comment on it. */
  columns: {
    nodeId: string | null;
    indicatorId: string | null;
    fy: number | null;
    reporterId: string | null;
  };
  /** Whose figure it is. */
  reporter: { id: string; slug: string; shortName: string } | null;
};

export type FoundSubject = Subject & { codes: SubjectCodes };

/**
 * Proves that codes from the outside belong together, and that the reader may read what is said of
 * it: of a single figure only those who read it before it is accepted. A repost is its original.
 * Throws `forbidden`, `not_found`.
 */
export async function findSubject(
  tx: Transaction,
  context: ServiceContext,
  codes: SubjectCodes,
): Promise<FoundSubject> {
  authorize(context, "comment.read");
  const found =
    codes.kind === "project" ? await ofProject(tx, codes) : await ofIndicator(tx, codes);
  if (found.reporter)
    authorize(context, "observation.read_submitted", {
      organisationId: found.reporter.id,
      leadOrganisationId: found.leadId,
    });
  return { ...found, codes: { ...codes, code: found.code } };
}

async function ofProject(tx: Transaction, { plan, code }: SubjectCodes): Promise<Subject> {
  const { node, lead, ...project } = await findProject(tx, { plan, node: code });
  return {
    ...project,
    code: node.code,
    name: node.name,
    leadId: lead.id,
    columns: { nodeId: node.id, indicatorId: null, fy: null, reporterId: null },
    reporter: null,
  };
}

async function ofIndicator(tx: Transaction, codes: SubjectCodes): Promise<Subject> {
  const figure = codes.kind === "figure" ? codes : null;
  const [found] = await tx
    .select({
      plan: plans,
      indicator: indicators,
      goal: goalOf(planNodes.id),
      participants: participantsOf,
      reporter: {
        id: organisations.id,
        slug: organisations.slug,
        shortName: organisations.shortName,
      },
    })
    .from(indicators)
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .innerJoin(planNodes, eq(planNodes.id, indicators.homeNodeId))
    .innerJoin(indicatorNodes, eq(indicatorNodes.indicatorId, indicators.id))
    .leftJoin(organisations, figure ? eq(organisations.slug, figure.organisation) : sql`false`)
    .where(
      and(
        eq(plans.code, codes.plan),
        or(eq(indicators.code, codes.code), eq(indicatorNodes.code, codes.code)),
        figure
          ? sql`exists (select from ${indicatorReporters} r
              where r.indicator_id = ${indicators.id} and r.organisation_id = ${organisations.id})
              and ${figure.fy}::int between ${indicators.firstFy} and ${indicators.lastFy}`
          : undefined,
      ),
    )
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  const { plan, indicator, goal, participants, reporter } = found;
  const [first] = participants;
  return {
    plan,
    goal,
    code: indicator.code,
    name: indicator.name,
    participants,
    leadId: first?.role === "lead" ? first.id : plan.ownerId,
    columns: {
      nodeId: null,
      indicatorId: indicator.id,
      fy: figure?.fy ?? null,
      reporterId: reporter?.id ?? null,
    },
    reporter,
  };
}
