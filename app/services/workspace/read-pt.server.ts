import { and, asc, eq, inArray } from "drizzle-orm";
import {
  nodeLeaders,
  nodeOrganisations,
  organisations,
  projects,
  reportingRounds,
} from "#db/schema/index.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { type NewestStatus, newestStatuses } from "../progress/newest-statuses.server.ts";
import { readState } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";
import { readOwnAnswers } from "./own-answers.server.ts";

/**
 * One PT as one organisation sees it in a fiscal year: the PT's policies, projects and indicators,
 * with the organisation's own answers: the state of the year's, and the last accepted figure.
 * Throws `forbidden` for people of other organisations, `not_found`.
 */
export async function readPtWorkspace(
  context: ServiceContext,
  codes: { organisation: string; plan: string; pt: string },
  fy: number | null,
) {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  return transaction(context, async (tx) => {
    const definition = await readState(tx, context, codes.plan, fy);
    const year = definition.fy;
    const goal = definition.nodes.find((node) => node.kind === "goal" && node.code === codes.pt);
    if (!goal) throw new ServiceError("not_found");
    const policies = definition.nodes.filter((node) => node.parentId === goal.id);
    const projectNodes = definition.nodes.filter((node) =>
      policies.some((policy) => policy.id === node.parentId),
    );
    const nodeIds = new Set([goal, ...policies, ...projectNodes].map((node) => node.id));
    const attachments = definition.attachments.filter((place) => nodeIds.has(place.nodeId));
    const indicatorIds = [...new Set(attachments.map((place) => place.indicatorId))];

    const people = await tx
      .select({
        role: nodeOrganisations.role,
        slug: organisations.slug,
        shortName: organisations.shortName,
      })
      .from(nodeOrganisations)
      .innerJoin(organisations, eq(organisations.id, nodeOrganisations.organisationId))
      .where(eq(nodeOrganisations.nodeId, goal.id))
      .orderBy(asc(nodeOrganisations.position));
    const leaders = await tx
      .select()
      .from(nodeLeaders)
      .where(eq(nodeLeaders.nodeId, goal.id))
      .orderBy(asc(nodeLeaders.position));
    const details = await tx
      .select()
      .from(projects)
      .where(
        inArray(
          projects.nodeId,
          projectNodes.map((node) => node.id),
        ),
      );
    const statuses = await newestStatuses(tx, projectNodes.map(originalOf));
    const own = await readOwnAnswers(tx, { organisationId, indicatorIds, fy: year });
    const [round] = await tx
      .select()
      .from(reportingRounds)
      .where(and(eq(reportingRounds.planId, definition.plan.id), eq(reportingRounds.fy, year)));
    const detailOf = new Map(details.map((row) => [row.nodeId, row]));
    const rows = (nodeId: string) =>
      attachments
        .filter((place) => place.nodeId === nodeId)
        .flatMap((place) => {
          const indicator = definition.indicators.find((i) => i.id === place.indicatorId);
          if (!indicator) return [];
          const due = indicator.firstFy <= year && year <= indicator.lastFy;
          const asked = due ? (own.reported.get(indicator.id) ?? []) : [];
          const { code, unit, valueKind, baselineValue } = indicator;
          return {
            code,
            name: place.name,
            unit,
            valueKind,
            baselineValue,
            expected: own.regional.get(indicator.id)?.expected ?? null,
            expectedText: own.regional.get(indicator.id)?.expectedText ?? null,
            last: own.last.get(indicator.id) ?? null,
            frequency: indicator.frequency,
            /** One for each period; empty where others report it. */
            reports: asked.map(({ period, state }) => ({
              period,
              state: state ?? ("none" as const),
            })),
          };
        });
    return {
      membership,
      plan: definition.plan,
      fy: year,
      round: round ?? null,
      goal,
      people,
      leaders,
      outcomes: rows(goal.id),
      policies: policies.map((policy) => ({
        ...policy,
        projects: projectNodes
          .filter((project) => project.parentId === policy.id)
          .map((project) => ({
            ...project,
            purpose: detailOf.get(project.id)?.purpose ?? null,
            progress: statusesOf(statuses, originalOf(project), organisationId),
            indicators: rows(project.id),
          })),
      })),
    };
  });
}

/** A repost is its original, also in how it gets on. */
function originalOf(node: { id: string; repostOfId: string | null }): string {
  return node.repostOfId ?? node.id;
}

/** What the lead last said of the whole, and the organisation of its own part. */
function statusesOf(statuses: readonly NewestStatus[], nodeId: string, organisationId: string) {
  const ofNode = statuses.filter((status) => status.nodeId === nodeId);
  return {
    whole: ofNode.find(({ scope }) => scope === "whole") ?? null,
    own: ofNode.find((row) => row.scope === "own" && row.organisationId === organisationId) ?? null,
  };
}
