import type { Transaction } from "#db/client.server.ts";
import { observations, observationVersions } from "#db/schema/index.ts";
import { demoObservations } from "#seeds/demo/observations.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { userId } from "./people.ts";
import { indicatorId, organisationId } from "./placed-indicators.ts";

/** Rows of one INSERT; PostgreSQL takes at most 65,535 parameters a statement. */
const batch = 1000;

/**
 * Loads the demo figures of a plan. An answer that is there already, loaded before or given by a
 * person, stays untouched. Answers how many observations were added.
 */
export async function loadDemoFigures(tx: Transaction, plan: PlanData): Promise<number> {
  const wanted = demoObservations(plan).map(({ code, fy, organisation, steps }) => ({
    id: seedId("observation", plan.code, code, fy, organisation),
    identity: {
      indicatorId: indicatorId(plan.code, code),
      organisationId: organisationId(organisation),
      fy,
    },
    steps,
  }));
  const added = new Set<string>();
  for (const some of batches(wanted)) {
    const rows = await tx
      .insert(observations)
      .values(some.map(headOf))
      .onConflictDoNothing()
      .returning({ id: observations.id });
    for (const { id } of rows) added.add(id);
  }

  const versions = wanted.filter(({ id }) => added.has(id)).flatMap(versionsOf);
  // A judgement is checked against the version before it, so that first versions go first.
  versions.sort((a, b) => a.version - b.version);
  for (const some of batches(versions)) await tx.insert(observationVersions).values(some);
  return added.size;
}

type Wanted = {
  id: string;
  identity: { indicatorId: string; organisationId: string; fy: number };
  steps: ReturnType<typeof demoObservations>[number]["steps"];
};

function headOf({ id, identity, steps }: Wanted): typeof observations.$inferInsert {
  const newest = steps.at(-1);
  if (!newest) throw new RangeError("An observation has at least one version");
  return { id, ...identity, version: steps.length, state: newest.state, updatedAt: newest.at };
}

function versionsOf({ id, identity, steps }: Wanted) {
  return steps.map(({ state, answer, reason, author, authorOrganisation, at }, index) => ({
    id: seedId("version", id, index + 1),
    observationId: id,
    ...identity,
    version: index + 1,
    state,
    ...answer,
    reason,
    isDemo: true,
    authorId: userId(author),
    authorOrganisationId: organisationId(authorOrganisation),
    createdAt: at,
  }));
}

function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += batch) yield items.slice(start, start + batch);
}
