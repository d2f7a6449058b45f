import { and, eq, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { searchEntryOf } from "#app/domain/search/entry.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  activityReports,
  milestones,
  milestoneVersions,
  organisations,
  planNodes,
  projectUpdates,
  searchEntries,
} from "#db/schema/index.ts";
import {
  type DemoMilestone,
  type DemoReport,
  type DemoUpdate,
  demoMilestones,
  demoReports,
  demoUpdates,
} from "#seeds/demo/progress.ts";
import { demoEditor } from "#seeds/people.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { userId } from "./people.ts";
import { nodeId, organisationId } from "./placed-indicators.ts";

const inJapan = (moment: string) => new Date(`${moment}:00+09:00`);

/**
 * Loads the made-up status updates, milestones and reports on activities of a plan. What is there already, loaded before or
 * written by a person, stays untouched.
 */
export async function loadDemoProgress(tx: Transaction, plan: PlanData): Promise<void> {
  await loadUpdates(tx, plan);
  await indexUpdates(tx);
  for (const milestone of demoMilestones) await loadMilestone(tx, plan, milestone);
  await loadReports(tx, plan);
}

async function loadUpdates(tx: Transaction, plan: PlanData): Promise<void> {
  const chainOf = ({ project, organisation, scope }: DemoUpdate) =>
    [project, organisation, scope].join("/");
  for (const chain of new Set(demoUpdates.map(chainOf))) {
    const rows = demoUpdates
      .filter((update) => chainOf(update) === chain)
      .map(({ project, organisation, at, issues = "", ...update }, index) => ({
        ...update,
        issues,
        id: seedId("update", plan.code, chain, index + 1),
        nodeId: nodeId(plan.code, project),
        organisationId: organisationId(organisation),
        version: index + 1,
        isDemo: true,
        authorId: userId(demoEditor(organisation)),
        createdAt: inJapan(at),
      }));
    const [first, ...later] = rows;
    if (!first) continue;
    const added = await tx
      .insert(projectUpdates)
      .values(first)
      .onConflictDoNothing()
      .returning({ id: projectUpdates.id });
    if (added.length > 0 && later.length > 0) await tx.insert(projectUpdates).values(later);
  }
}

/** Makes the newest made-up word of each organisation findable, as the verb does with what people say. */
async function indexUpdates(tx: Transaction): Promise<void> {
  const rows = await tx
    .select({
      planId: planNodes.planId,
      subjectId: projectUpdates.id,
      name: sql<string>`${planNodes.name} || '（' || ${organisations.shortName} || '）'`,
      place: sql<string>`coalesce((select g.name from plan_nodes p join plan_nodes g
        on g.id = p.parent_id where p.id = ${planNodes.parentId}), '')`,
      texts: sql<
        string[]
      >`array[${projectUpdates.done}, ${projectUpdates.issues}, ${projectUpdates.next}]`,
    })
    .from(projectUpdates)
    .innerJoin(planNodes, eq(planNodes.id, projectUpdates.nodeId))
    .innerJoin(organisations, eq(organisations.id, projectUpdates.organisationId))
    .where(
      and(
        eq(projectUpdates.isDemo, true),
        sql`not exists (select from project_updates later where later.node_id = ${projectUpdates.nodeId}
          and later.organisation_id = ${projectUpdates.organisationId}
          and later.scope = ${projectUpdates.scope} and later.version > ${projectUpdates.version})`,
      ),
    );
  if (rows.length === 0) return;
  await tx
    .insert(searchEntries)
    .values(rows.map((row) => searchEntryOf({ ...row, kind: "update" })))
    .onConflictDoNothing();
}

async function loadMilestone(
  tx: Transaction,
  plan: PlanData,
  { project, key, name, due, organisation, addedAt, steps }: DemoMilestone,
): Promise<void> {
  const head = {
    id: seedId("milestone", plan.code, project, key),
    nodeId: nodeId(plan.code, project),
    isDemo: true,
    createdAt: inJapan(addedAt),
  };
  const added = await tx
    .insert(milestones)
    .values(head)
    .onConflictDoNothing()
    .returning({ id: milestones.id });
  if (added.length === 0) return;
  const begun = {
    at: addedAt,
    step: "save",
    state: "planned",
    author: plan.goals[0]?.lead,
  } as const;
  const taken = [begun, ...steps.map((step) => ({ ...step, author: organisation }))];
  await tx.insert(milestoneVersions).values(
    taken.map(({ at, author = organisation, ...step }, index) => ({
      ...step,
      id: seedId("milestone version", head.id, index + 1),
      milestoneId: head.id,
      nodeId: head.nodeId,
      version: index + 1,
      name,
      dueOn: "on" in due ? due.on : null,
      dueFy: "fy" in due ? due.fy : null,
      organisationId: organisationId(organisation),
      authorId: userId(demoEditor(author)),
      authorOrganisationId: organisationId(author),
      createdAt: inJapan(at),
    })),
  );
}

async function loadReports(tx: Transaction, plan: PlanData): Promise<void> {
  const chainOf = ({ project, place }: DemoReport) => `${project}/${place}`;
  for (const [chain, reports] of groupBy(demoReports, chainOf)) {
    const lead = plan.goals.find(({ code }) => chain.startsWith(code))?.lead;
    if (!lead) continue;
    const [first, ...later] = reports.map(({ project, place, at, state, note }, index) => ({
      id: seedId("activity report", plan.code, chain, index + 1),
      nodeId: nodeId(plan.code, project),
      activityId: seedId("activity", plan.code, project, place),
      version: index + 1,
      state,
      note,
      isDemo: true,
      authorId: userId(demoEditor(lead)),
      authorOrganisationId: organisationId(lead),
      createdAt: inJapan(at),
    }));
    if (!first) continue;
    const added = await tx
      .insert(activityReports)
      .values(first)
      .onConflictDoNothing()
      .returning({ id: activityReports.id });
    if (added.length > 0 && later.length > 0) await tx.insert(activityReports).values(later);
  }
}
