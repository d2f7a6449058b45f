import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import {
  evaluations,
  indicatorReporters,
  nodeLeaders,
  nodeOrganisations,
  observations,
  observationVersions,
  organisations,
  projects,
  reportingRounds,
} from "#db/schema/index.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { defaultYear } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";

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
    const definition = await readDefinition(tx, codes.plan);
    const year = fy ?? defaultYear(definition.plan, new Date());
    const goal = definition.nodes.find((node) => node.kind === "goal" && node.code === codes.pt);
    if (!goal || year < definition.plan.firstFy || year > definition.plan.lastFy)
      throw new ServiceError("not_found");
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
    const reported = await tx
      .select({
        indicatorId: indicatorReporters.indicatorId,
        state: observations.state,
      })
      .from(indicatorReporters)
      .leftJoin(
        observations,
        and(
          eq(observations.indicatorId, indicatorReporters.indicatorId),
          eq(observations.organisationId, organisationId),
          eq(observations.fy, year),
        ),
      )
      .where(
        and(
          eq(indicatorReporters.organisationId, organisationId),
          inArray(indicatorReporters.indicatorId, indicatorIds),
        ),
      );
    const version = observationVersions;
    const last = await tx
      .selectDistinctOn([version.indicatorId], {
        indicatorId: version.indicatorId,
        fy: version.fy,
        quality: version.quality,
        value: version.value,
        numerator: version.numerator,
        denominator: version.denominator,
        words: version.words,
        isDemo: version.isDemo,
      })
      .from(version)
      .where(
        and(
          eq(version.organisationId, organisationId),
          inArray(version.indicatorId, indicatorIds),
          eq(version.state, "accepted"),
          lte(version.fy, year),
        ),
      )
      .orderBy(version.indicatorId, desc(version.fy), desc(version.version));
    const regional = await tx
      .select()
      .from(evaluations)
      .where(and(inArray(evaluations.indicatorId, indicatorIds), eq(evaluations.fy, year)));
    const [round] = await tx
      .select()
      .from(reportingRounds)
      .where(and(eq(reportingRounds.planId, definition.plan.id), eq(reportingRounds.fy, year)));
    const own = new Map(reported.map((row) => [row.indicatorId, row]));
    const lastOf = new Map(last.map((row) => [row.indicatorId, row]));
    const expectedOf = new Map(regional.map((row) => [row.indicatorId, row]));
    const detailOf = new Map(details.map((row) => [row.nodeId, row]));
    const rows = (nodeId: string) =>
      attachments
        .filter((place) => place.nodeId === nodeId)
        .flatMap((place) => {
          const indicator = definition.indicators.find((i) => i.id === place.indicatorId);
          if (!indicator) return [];
          const asked = own.get(indicator.id);
          const due = indicator.firstFy <= year && year <= indicator.lastFy;
          const { code, unit, valueKind, baselineValue } = indicator;
          return {
            code,
            name: place.name,
            unit,
            valueKind,
            baselineValue,
            expected: expectedOf.get(indicator.id)?.expected ?? null,
            expectedText: expectedOf.get(indicator.id)?.expectedText ?? null,
            last: lastOf.get(indicator.id) ?? null,
            state: asked && due ? (asked.state ?? ("none" as const)) : null,
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
            indicators: rows(project.id),
          })),
      })),
    };
  });
}
