import type { Transaction } from "#db/client.server.ts";
import { milestones, milestoneVersions, projectUpdates } from "#db/schema/index.ts";
import {
  type DemoMilestone,
  type DemoUpdate,
  demoMilestones,
  demoUpdates,
} from "#seeds/demo/progress.ts";
import { demoEditor } from "#seeds/people.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { userId } from "./people.ts";
import { nodeId, organisationId } from "./plan-rows.ts";

const inJapan = (moment: string) => new Date(`${moment}:00+09:00`);

/**
 * Loads the made-up status updates and milestones of a plan. What is there already, loaded before or
 * written by a person, stays untouched.
 */
export async function loadDemoProgress(tx: Transaction, plan: PlanData): Promise<void> {
  await loadUpdates(tx, plan);
  for (const milestone of demoMilestones) await loadMilestone(tx, plan, milestone);
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
