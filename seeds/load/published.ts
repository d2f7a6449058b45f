import { and, eq } from "drizzle-orm";
import { freezeEdition } from "#app/services/rollup/freeze-edition.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { assessments, observations, observationVersions, publications } from "#db/schema/index.ts";
import type {
  PlanData,
  PublishedActual,
  PublishedData,
  PublishedMark,
} from "#seeds/plans/plan-data.ts";
import { yearOf } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { indicatorId, nodeId, organisationId } from "./placed-indicators.ts";

/**
 * Loads what a plan's owner has published: actuals as accepted answers without an author, marks and
 * outlooks as judgements of the owner. What is there already stays. Answers how many were added;
 * evaluations must be recomputed then, and editions frozen afterwards.
 */
export async function loadPublished(tx: Transaction, plan: PlanData): Promise<number> {
  if (!plan.published) return 0;
  const added = await loadActuals(tx, plan, plan.published.actuals);
  const judged = [
    ...plan.published.marks.map((mark) => assessmentRow(plan, "mark", mark)),
    ...plan.published.outlooks.map((outlook) => assessmentRow(plan, "outlook", outlook)),
  ];
  if (judged.length === 0) return added;
  const written = await tx
    .insert(assessments)
    .values(judged)
    .onConflictDoNothing()
    .returning({ id: assessments.id });
  return added + written.length;
}

async function loadActuals(
  tx: Transaction,
  plan: PlanData,
  actuals: readonly PublishedActual[],
): Promise<number> {
  if (actuals.length === 0) return 0;
  const rows = actuals.map((actual) => ({
    id: seedId("observation", plan.code, actual.indicator, yearOf(actual.fy), plan.owner),
    identity: {
      indicatorId: indicatorId(plan.code, actual.indicator),
      organisationId: organisationId(plan.owner),
      fy: yearOf(actual.fy),
    },
    actual,
  }));
  const heads = rows.map(({ id, identity }) => ({
    id,
    ...identity,
    version: 1,
    state: "accepted" as const,
  }));
  const added = await tx
    .insert(observations)
    .values(heads)
    .onConflictDoNothing()
    .returning({ id: observations.id });
  const isNew = new Set(added.map((row) => row.id));
  const versions = rows
    .filter(({ id }) => isNew.has(id))
    .map(({ id, identity, actual }) => ({
      id: seedId("version", id, 1),
      observationId: id,
      ...identity,
      version: 1,
      state: "accepted" as const,
      quality: actual.quality,
      value: actual.value,
      words: actual.words ?? null,
      reached: actual.reached ?? null,
      note: actual.printed && `公表資料の記載：${actual.printed}`,
      authorOrganisationId: organisationId(plan.owner),
    }));
  if (versions.length > 0) await tx.insert(observationVersions).values(versions);
  return added.length;
}

function assessmentRow(plan: PlanData, kind: "mark" | "outlook", mark: PublishedMark) {
  const subject =
    mark.indicator === undefined
      ? { nodeId: nodeId(plan.code, mark.node) }
      : { indicatorId: indicatorId(plan.code, mark.indicator) };
  return {
    planId: seedId("plan", plan.code),
    ...subject,
    fy: yearOf(mark.fy),
    kind,
    version: 1,
    value: mark.value,
    reason: mark.reason,
    authorOrganisationId: organisationId(plan.owner),
  };
}

/** Freezes the editions that the owner has published, once each, from the evaluations as they are. */
export async function freezeEditions(
  tx: Transaction,
  plan: PlanData,
  editions: PublishedData["editions"],
): Promise<void> {
  const planId = seedId("plan", plan.code);
  for (const { fy: printed, title, note } of editions) {
    const fy = yearOf(printed);
    const [known] = await tx
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.planId, planId), eq(publications.fy, fy)));
    if (known) continue;
    await freezeEdition(tx, { planId, fy, title, note: note ?? "" });
  }
}
