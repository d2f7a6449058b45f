import { indexForSearch } from "#app/services/search/index.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { practiceRollouts, practices, practiceVersions } from "#db/schema/index.ts";
import { type DemoPractice, demoPractices } from "#seeds/demo/practices.ts";
import { organisations } from "#seeds/organisations.ts";
import { demoEditor } from "#seeds/people.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { userId } from "./people.ts";
import { indicatorId, nodeId, organisationId } from "./placed-indicators.ts";

const inJapan = (moment: string) => new Date(`${moment}:00+09:00`);

/**
 * Loads the made-up good practices of a plan with what others made of them. What is there already,
 * loaded before or written by a person, stays untouched.
 */
export async function loadDemoPractices(tx: Transaction, plan: PlanData): Promise<void> {
  for (const practice of demoPractices) await loadPractice(tx, plan, practice);
}

async function loadPractice(
  tx: Transaction,
  plan: PlanData,
  {
    key,
    organisation,
    sharedAt,
    nodes,
    indicators,
    themes,
    corrected,
    rollouts,
    ...texts
  }: DemoPractice,
): Promise<void> {
  const id = seedId("practice", plan.code, key);
  const planId = seedId("plan", plan.code);
  const added = await tx
    .insert(practices)
    .values({
      id,
      planId,
      organisationId: organisationId(organisation),
      isDemo: true,
      createdAt: inJapan(sharedAt),
    })
    .onConflictDoNothing()
    .returning({ id: practices.id });
  if (added.length === 0) return;
  const versions = corrected
    ? [
        { ...texts, ...corrected.before, at: sharedAt },
        { ...texts, at: corrected.at },
      ]
    : [{ ...texts, at: sharedAt }];
  for (const [index, { at, ...said }] of versions.entries())
    await tx.insert(practiceVersions).values({
      ...said,
      id: seedId("practice version", id, index + 1),
      practiceId: id,
      organisationId: organisationId(organisation),
      version: index + 1,
      state: "shared",
      themes: [...themes],
      nodeIds: nodes.map((code) => nodeId(plan.code, code)),
      indicatorIds: indicators.map((code) => indicatorId(plan.code, code)),
      authorId: userId(demoEditor(organisation)),
      createdAt: inJapan(at),
    });
  const { title, problem, done, cost, effect } = texts;
  await indexForSearch(tx, {
    kind: "practice",
    planId,
    subjectId: id,
    name: title,
    place: organisations.find(({ slug }) => slug === organisation)?.shortName ?? "",
    texts: [problem, done, cost, effect],
  });
  if (rollouts.length === 0) return;
  await tx.insert(practiceRollouts).values(
    rollouts.map(({ organisation: by, at, ...said }) => ({
      ...said,
      id: seedId("rollout", id, by),
      practiceId: id,
      organisationId: organisationId(by),
      version: 1,
      isDemo: true,
      authorId: userId(demoEditor(by)),
      createdAt: inJapan(at),
    })),
  );
}
