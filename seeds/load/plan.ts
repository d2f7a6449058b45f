import { isDeepStrictEqual } from "node:util";
import { desc, eq, inArray } from "drizzle-orm";
import { type RubricData, rubricSchema } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  activities,
  activityBars,
  indicatorNodes,
  indicatorParts,
  indicatorReporters,
  indicators,
  nodeLeaders,
  nodeOrganisations,
  nodeThemes,
  organisations,
  planNodes,
  plans,
  projects,
  publishedSummaries,
  rubrics,
  searchEntries,
  strategyNodes,
  targets,
} from "#db/schema/index.ts";
import { organisations as organisationData } from "#seeds/organisations.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { replace, upsert } from "./keep.ts";
import { organisationId, planRows } from "./plan-rows.ts";
import { searchRows } from "./search-rows.ts";

/** Loads the organisations. Answers how many rows were written. */
export function loadOrganisations(tx: Transaction): Promise<number> {
  return upsert(
    tx,
    organisations,
    organisations.id,
    organisationData.map((organisation, index) => ({
      id: organisationId(organisation.slug),
      ...organisation,
      position: index + 1,
    })),
  );
}

/**
 * Brings the definitions of a plan up to its data. Nodes and indicators that the data no longer
 * names stay, because figures may hang on them. Answers the ids of the plan's indicators and how
 * many rows were written.
 */
export async function loadPlan(
  tx: Transaction,
  plan: PlanData,
  position: number,
): Promise<{ indicatorIds: string[]; written: number }> {
  const rows = planRows(plan, position);
  const planId = rows.plan.id;
  let written = await upsert(tx, plans, plans.id, [rows.plan]);
  written += await loadRubric(tx, planId, plan.rubric);
  written += await upsert(tx, planNodes, planNodes.id, rows.nodes);
  written += await upsert(tx, projects, projects.nodeId, rows.projects);
  written += await upsert(tx, indicators, indicators.id, rows.indicators);
  written += await upsert(tx, activities, activities.id, rows.activities);

  const nodes = tx.select({ id: planNodes.id }).from(planNodes).where(eq(planNodes.planId, planId));
  const ofPlan = tx
    .select({ id: indicators.id })
    .from(indicators)
    .where(eq(indicators.planId, planId));
  written += await replace(tx, nodeThemes, inArray(nodeThemes.nodeId, nodes), rows.themes);
  written += await replace(
    tx,
    nodeOrganisations,
    inArray(nodeOrganisations.nodeId, nodes),
    rows.organisations,
  );
  written += await replace(tx, nodeLeaders, inArray(nodeLeaders.nodeId, nodes), rows.leaders);
  written += await replace(
    tx,
    indicatorParts,
    inArray(indicatorParts.indicatorId, ofPlan),
    rows.parts,
  );
  written += await replace(
    tx,
    indicatorNodes,
    inArray(indicatorNodes.nodeId, nodes),
    rows.attachments,
  );
  written += await replace(
    tx,
    indicatorReporters,
    inArray(indicatorReporters.indicatorId, ofPlan),
    rows.reporters,
  );
  written += await replace(tx, targets, inArray(targets.indicatorId, ofPlan), rows.targets);
  written += await replace(
    tx,
    activityBars,
    inArray(
      activityBars.activityId,
      tx.select({ id: activities.id }).from(activities).where(inArray(activities.nodeId, nodes)),
    ),
    rows.bars,
  );
  written += await replace(tx, strategyNodes, inArray(strategyNodes.strategyId, nodes), rows.links);
  written += await replace(
    tx,
    publishedSummaries,
    inArray(publishedSummaries.nodeId, nodes),
    rows.summaries,
  );
  written += await replace(tx, searchEntries, eq(searchEntries.planId, planId), searchRows(rows));
  return { indicatorIds: rows.indicators.map((indicator) => indicator.id), written };
}

/**
 * Adds the plan's rubric as a version of its own where the data has a new one. A rubric that people
 * have adopted stays in force. Answers how many versions were written.
 */
async function loadRubric(tx: Transaction, planId: string, data: RubricData): Promise<number> {
  const content = rubricSchema.parse(data);
  const [newest] = await tx
    .select()
    .from(rubrics)
    .where(eq(rubrics.planId, planId))
    .orderBy(desc(rubrics.version))
    .limit(1);
  if (newest?.authorId) return 0;
  if (newest && isDeepStrictEqual(newest.content, content)) return 0;
  await tx.insert(rubrics).values({ planId, version: (newest?.version ?? 0) + 1, content });
  return 1;
}
