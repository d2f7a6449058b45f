import { desc, eq } from "drizzle-orm";
import { nextRoundState, type RoundState, type RoundStep } from "#app/domain/round/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { roundRecords } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { type FoundRound, lockRound } from "./find.server.ts";

type Taken = {
  step: RoundStep;
  dueOn?: string;
  /** As it was typed. */
  reason: string;
  /** What stood open then, before the reason. */
  standing?: string;
  /** The version of the record that the person saw. */
  baseVersion: number;
  requestKey: string;
  authorOrganisationId: string;
  /** For the audit event, beside what the record says. */
  detail?: Record<string, unknown>;
  /** What has to hold, asked only where the state allows the step. */
  before?: (state: RoundState) => Promise<void>;
};

/**
 * Takes a round one step on, as its state allows: appends a line to its record, from which the
 * database moves the round, with the audit event. Who comes second waits for the first. Answers false
 * where the same request was already carried out. Throws `conflict` where somebody was faster,
 * `locked` where the state does not allow the step, and what `before` refuses with.
 */
export async function takeRoundStep(
  tx: Transaction,
  context: SignedIn,
  { plan, round: { id: roundId, number } }: FoundRound,
  given: Taken,
): Promise<boolean> {
  const { step, reason, standing, baseVersion, requestKey, authorOrganisationId } = given;
  const head = await lockRound(tx, roundId);
  const [newest] = await tx
    .select()
    .from(roundRecords)
    .where(eq(roundRecords.roundId, roundId))
    .orderBy(desc(roundRecords.version))
    .limit(1);
  const dueOn = given.dueOn ?? head.dueOn;
  // The form's key alone does not say so: the browser's way back sends other words under it.
  if (
    newest?.requestKey === requestKey &&
    newest.step === step &&
    newest.dueOn === dueOn &&
    typedReason(newest.reason, standing) === reason
  )
    return false;
  if (head.version !== baseVersion) throw new ServiceError("conflict");
  const state = nextRoundState(head.state, step);
  if (state === null) throw new ServiceError("locked");
  await given.before?.(head.state);
  const version = head.version + 1;
  const written = await tx
    .insert(roundRecords)
    .values({
      roundId,
      version,
      step,
      state,
      dueOn,
      reason: standing === undefined ? reason : `${standing}\n${reason}`.trimEnd(),
      authorId: context.actor.id,
      authorOrganisationId,
      requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: roundRecords.id });
  // The key was spent on another step: this form is not fresh.
  if (written.length === 0) throw new ServiceError("conflict");
  await record(tx, context, {
    action: `round.${step}`,
    organisationId: authorOrganisationId,
    subject: `${plan.code}/rounds/${number}`,
    detail: { version, from: head.state, to: state, dueOn, reason, ...given.detail },
  });
  return true;
}

/** What a person typed, of what is kept behind what stood open. */
function typedReason(kept: string, standing: string | undefined): string {
  return standing === undefined ? kept : kept.split("\n").slice(1).join("\n");
}
