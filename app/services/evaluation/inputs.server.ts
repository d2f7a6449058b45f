import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { exactAnswer } from "#app/domain/rollup/answer-row.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicatorParts,
  indicatorReporters,
  indicators,
  observationVersions,
  organisations,
  plans,
  targets,
} from "#db/schema/index.ts";
import { rubricInForce } from "../plan/state-columns.server.ts";

/** Indicators with their parts, and what puts slugs into the order of the organisations. */
export async function readDefinitions(tx: Transaction, affected: readonly string[]) {
  const parts = await tx
    .select()
    .from(indicatorParts)
    .where(inArray(indicatorParts.indicatorId, [...affected]));
  const ids = [...new Set([...affected, ...parts.map((part) => part.partId)])];
  const definitions = await tx
    .select({ indicator: indicators, rubric: rubricInForce })
    .from(indicators)
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .where(inArray(indicators.id, ids));
  const cells = await tx
    .select()
    .from(targets)
    .where(inArray(targets.indicatorId, ids))
    .orderBy(asc(targets.position));
  const reporters = await tx
    .select({ indicatorId: indicatorReporters.indicatorId, slug: organisations.slug })
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .where(inArray(indicatorReporters.indicatorId, ids))
    .orderBy(asc(organisations.position));
  const roadmaps = groupBy(cells, (cell) => cell.indicatorId);
  const askedOf = groupBy(reporters, (reporter) => reporter.indicatorId);
  const partsOf = groupBy(parts, (part) => part.indicatorId);
  const order = [...new Set(reporters.map((reporter) => reporter.slug))];
  return {
    definitions: definitions.map(({ indicator, rubric }) => ({
      ...indicator,
      rubric,
      roadmap: roadmaps.get(indicator.id) ?? [],
      reporters: askedOf.get(indicator.id)?.map((reporter) => reporter.slug) ?? [],
      parts: partsOf.get(indicator.id)?.map((part) => part.partId) ?? [],
    })),
    inOrder: (slugs: string[]) => order.filter((slug) => slugs.includes(slug)),
  };
}

/** The accepted answers for indicators, the newest of each organisation, year and period. */
export async function readAnswers(tx: Transaction, indicatorIds: string[]) {
  const version = observationVersions;
  const rows = await tx
    .selectDistinctOn([version.indicatorId, version.fy, version.organisationId, version.period], {
      indicatorId: version.indicatorId,
      fy: version.fy,
      period: version.period,
      organisation: organisations.slug,
      quality: version.quality,
      value: version.value,
      numerator: version.numerator,
      denominator: version.denominator,
      words: version.words,
      reached: version.reached,
      isDemo: version.isDemo,
    })
    .from(version)
    .innerJoin(organisations, eq(organisations.id, version.organisationId))
    .where(and(inArray(version.indicatorId, indicatorIds), eq(version.state, "accepted")))
    .orderBy(
      version.indicatorId,
      version.fy,
      version.organisationId,
      version.period,
      desc(version.version),
    );
  return rows.map(exactAnswer);
}
