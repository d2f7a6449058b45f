import { and, eq } from "drizzle-orm";
import { nextRevisionState, type RevisionStep } from "#app/domain/plan/revision.ts";
import type { Transaction } from "#db/client.server.ts";
import { planRevisions } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/**
 * Takes a revision one step on. Throws `locked` where its state does not allow the step, `conflict`
 * where somebody took one since the person looked.
 */
export async function takeStep(
  tx: Transaction,
  revision: typeof planRevisions.$inferSelect,
  step: RevisionStep,
  { baseStep, reason }: { baseStep: number; reason: string },
): Promise<void> {
  if (revision.step !== baseStep) throw new ServiceError("conflict");
  const state = nextRevisionState(revision.state, step);
  if (state === null) throw new ServiceError("locked");
  const taken = await tx
    .update(planRevisions)
    .set({ state, step: baseStep + 1, stateReason: reason, updatedAt: new Date() })
    .where(and(eq(planRevisions.id, revision.id), eq(planRevisions.step, baseStep)))
    .returning({ id: planRevisions.id });
  if (taken.length === 0) throw new ServiceError("conflict");
}
