import { and, asc, eq, lte } from "drizzle-orm";
import type { PackRevision } from "#app/domain/pack/content.ts";
import { applyProposals } from "#app/domain/plan/apply.ts";
import { changeContext } from "#app/domain/plan/change-context.ts";
import { changeList } from "#app/domain/plan/change-list.ts";
import type { PlanContent } from "#app/domain/plan/content.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import type { Transaction } from "#db/client.server.ts";
import { planRevisions, planVersions } from "#db/schema/index.ts";
import { readContent, readNewest } from "../plan/contents.server.ts";
import { listItemVersions, newestItems } from "../revision/find.server.ts";
import type { Rollup } from "../rollup/read.server.ts";

type Revision = typeof planRevisions.$inferSelect;

/**
 * The revisions that were under way when an edition was published, as they stood then, and those that
 * were adopted in its year or since. In a transaction that reads what was there then.
 */
export async function readPackRevisions(
  tx: Transaction,
  { plan, fy }: Rollup,
  publishedAt: Date,
): Promise<PackRevision[]> {
  const known = await tx
    .select()
    .from(planRevisions)
    .where(and(eq(planRevisions.planId, plan.id), lte(planRevisions.createdAt, publishedAt)))
    .orderBy(asc(planRevisions.number));
  const read: PackRevision[] = [];
  for (const revision of known) {
    const [adopted] = await tx
      .select({ version: planVersions.version, adoptedOn: planVersions.adoptedOn })
      .from(planVersions)
      .where(eq(planVersions.revisionId, revision.id));
    if (adopted) {
      if ((adopted.adoptedOn ?? "") >= `${fy}-04-01`)
        read.push(await adoptedRevision(tx, revision, adopted));
    } else if (revision.state !== "abandoned" || revision.updatedAt > publishedAt)
      read.push(...(await openRevision(tx, revision, publishedAt)));
  }
  return read;
}

async function adoptedRevision(
  tx: Transaction,
  revision: Revision,
  { version, adoptedOn }: { version: number; adoptedOn: string | null },
): Promise<PackRevision> {
  const after = await readContent(tx, revision.planId, version);
  const before = await readContent(tx, revision.planId, Math.max(1, version - 1));
  return { ...listed(revision, before.content, after.content, after.notes), adoptedOn };
}

/** What was proposed by then; a revision without a proposal says nothing yet. */
async function openRevision(
  tx: Transaction,
  revision: Revision,
  publishedAt: Date,
): Promise<PackRevision[]> {
  const items = (await listItemVersions(tx, revision.id)).filter(
    ({ createdAt }) => createdAt <= publishedAt,
  );
  const proposed = newestItems(items).filter(({ state }) => state === "proposed");
  if (proposed.length === 0) return [];
  const { content: before } = await readNewest(tx, revision.planId);
  const { content: after } = applyProposals(before, proposed);
  const notes = Object.fromEntries(
    proposed.map(({ subjectCode, reason }) => [subjectCode, reason]),
  );
  return [{ ...listed(revision, before, after, notes), adoptedOn: null }];
}

function listed(
  { number, title, purpose }: Revision,
  before: PlanContent,
  after: PlanContent,
  notes: Record<string, string>,
): Omit<PackRevision, "adoptedOn"> {
  const changes = diffPlans(before, after);
  return {
    ...{ number, title, purpose, notes },
    groups: changeList(after, changes),
    ...changeContext(before, after, changes),
  };
}
