import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { PlanContent } from "#app/domain/plan/content.ts";
import { type RubricData, rubricSchema } from "#app/domain/rubric/rubric.ts";
import { indexDefinition } from "#app/services/plan/index-definition.server.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicators,
  organisations,
  planNodes,
  plans,
  planVersions,
  publishedSummaries,
  rubrics,
} from "#db/schema/index.ts";
import { organisations as organisationData } from "#seeds/organisations.ts";
import { type PlanData, type VersionData, yearOf } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { replace, upsert } from "./keep.ts";
import { nodeId, organisationId } from "./placed-indicators.ts";
import { planContent } from "./plan-content.ts";

/**
 * Loads the organisations that are missing. What one is called is for who keeps the portal to say: those
 * that are there stay as they are. Answers how many rows were written.
 */
export async function loadOrganisations(tx: Transaction): Promise<number> {
  const written = await tx
    .insert(organisations)
    .values(
      organisationData.map((organisation, index) => ({
        id: organisationId(organisation.slug),
        ...organisation,
        position: index + 1,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  return written.length;
}

/**
 * Brings the definition of a plan up to its data, version by version; what people have changed since
 * stays. `position` is the plan's among the plans. Answers the ids of the plan's indicators and how
 * many rows were written.
 */
export async function loadPlan(
  tx: Transaction,
  plan: PlanData,
  position: number,
): Promise<{ indicatorIds: string[]; written: number }> {
  const planId = seedId("plan", plan.code);
  const [known] = await tx.select({ lastFy: plans.lastFy }).from(plans).where(eq(plans.id, planId));
  const row = planRow(plan, planId, position);
  // A revision may have continued it beyond its term.
  const lastFy = Math.max(row.lastFy, known?.lastFy ?? row.lastFy);
  let written = await upsert(tx, plans, plans.id, [{ ...row, lastFy }]);
  written += await loadRubric(tx, planId, plan.rubric);
  written += await loadVersions(tx, plan, planId);
  written += await replace(
    tx,
    publishedSummaries,
    inArray(
      publishedSummaries.nodeId,
      tx.select({ id: planNodes.id }).from(planNodes).where(eq(planNodes.planId, planId)),
    ),
    summaryRows(plan),
  );
  const all = await tx
    .select({ id: indicators.id })
    .from(indicators)
    .where(eq(indicators.planId, planId));
  return { indicatorIds: all.map(({ id }) => id), written };
}

function planRow(plan: PlanData, id: string, position: number) {
  return {
    id,
    code: plan.code,
    name: plan.name,
    nickname: plan.nickname,
    ownerId: organisationId(plan.owner),
    firstFy: yearOf(plan.firstFy),
    lastFy: yearOf(plan.lastFy),
    adoptedOn: null,
    isDraft: false,
    continuesId: null,
    levelNames: plan.levelNames,
    sheet: plan.sheet,
    definitionVersion: stateOf(plan),
    position,
  };
}

/** Tells one state of a plan's data, and of the organisations named in it, from another. */
function stateOf(plan: PlanData): string {
  return createHash("sha256")
    .update(JSON.stringify([plan, organisationData]))
    .digest("base64url");
}

function summaryRows(plan: PlanData) {
  return (plan.published?.summaries ?? []).map(({ node, fy, indicators, marks, outlooks }) => ({
    nodeId: nodeId(plan.code, node),
    fy: yearOf(fy),
    indicators,
    marks,
    outlooks,
  }));
}

/**
 * Writes the versions that came with the plan. The database makes the tables of nodes and indicators
 * from the newest one, unless people have made a newer one since.
 */
async function loadVersions(tx: Transaction, plan: PlanData, planId: string): Promise<number> {
  const versions = plan.versions ?? [asAdopted(plan)];
  const known = await tx
    .select({ version: planVersions.version, authorId: planVersions.authorId })
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
    .orderBy(planVersions.version);
  let written = 0;
  let newest: PlanContent | null = null;
  for (const [index, data] of versions.entries()) {
    const version = index + 1;
    if (known[index]?.authorId) break;
    newest = planContent({ ...plan, goals: data.goals });
    written += await loadVersion(tx, { planId, version }, data, newest);
  }
  const madeByPeople = known.some(({ authorId }) => authorId !== null);
  if (newest && written > 0 && !madeByPeople) await indexDefinition(tx, planId, newest);
  return written;
}

function asAdopted(plan: PlanData): VersionData {
  const { name, firstFy, goals } = plan;
  return { kind: "original", title: name, reason: "", firstFy, goals };
}

async function loadVersion(
  tx: Transaction,
  key: { planId: string; version: number },
  { kind, title, reason, firstFy, notes = {} }: VersionData,
  content: PlanContent,
): Promise<number> {
  const fy = yearOf(firstFy);
  const row = { kind, title, reason, firstFy: fy, effectiveOn: `${fy}-04-01`, notes, content };
  const isThis = and(eq(planVersions.planId, key.planId), eq(planVersions.version, key.version));
  const [present] = await tx.select().from(planVersions).where(isThis);
  if (!present) await tx.insert(planVersions).values({ ...key, ...row });
  else if (isDeepStrictEqual({ ...present, ...row }, present)) return 0;
  else await tx.update(planVersions).set(row).where(isThis);
  return 1;
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
