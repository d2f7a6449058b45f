import { and, eq } from "drizzle-orm";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import {
  nextState,
  type ObservationState,
  type ObservationStep,
} from "#app/domain/observation/states.ts";
import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { observations, observationVersions } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import type { ReportTarget } from "./find-target.server.ts";
import { readNewestVersion } from "./newest-version.server.ts";

export type VersionStep = {
  step: ObservationStep;
  /** The version the person saw when they decided; 0 where there was none. */
  baseVersion: number;
  /** The key of the form; the same request sent again repeats nothing. */
  requestKey: string;
  /** The new content; the newest version's own content when absent. */
  content?: AnswerContent;
  reason?: string;
  authorOrganisationId: string;
};

/**
 * Appends one version to an observation: checks the step against the present state and the version
 * the person saw, moves the head, and writes the audit event. Throws `conflict`
 * when somebody was faster, `locked` when the state does not allow the step.
 * Answers false when the same request was already carried out.
 */
export async function appendVersion(
  tx: Transaction,
  context: SignedIn,
  target: ReportTarget,
  given: VersionStep,
): Promise<boolean> {
  const newest = await readNewestVersion(tx, target);
  if (newest && isRepetition(newest, given)) return false;
  if ((newest?.version ?? 0) !== given.baseVersion) throw new ServiceError("conflict");
  const state = nextState(newest?.state ?? null, given.step);
  const content = given.content ?? newest;
  if (state === null || !content) throw new ServiceError("locked");

  const version = given.baseVersion + 1;
  const identity = {
    indicatorId: target.indicator.id,
    organisationId: target.organisation.id,
    fy: target.fy,
    period: target.period,
  };
  const [head] = newest
    ? await tx
        .update(observations)
        .set({ version, state, updatedAt: new Date() })
        .where(
          and(eq(observations.id, newest.observationId), eq(observations.version, newest.version)),
        )
        .returning({ id: observations.id })
    : await tx
        .insert(observations)
        .values({ ...identity, version, state })
        .onConflictDoNothing()
        .returning({ id: observations.id });
  if (!head) {
    // Somebody wrote between our reading and our writing; if it was this very request, it is done.
    const winner = await readNewestVersion(tx, target);
    if (winner && isRepetition(winner, given)) return false;
    throw new ServiceError("conflict");
  }

  const judged = given.step === "accept" || given.step === "return";
  const written = await tx
    .insert(observationVersions)
    .values({
      observationId: head.id,
      ...identity,
      version,
      state,
      ...figures(content),
      note: content.note,
      reason: given.reason ?? null,
      // A judgement repeats what was submitted, the demo mark included; what an organisation writes
      // itself is never demo.
      isDemo: judged ? (newest?.isDemo ?? false) : false,
      authorId: context.actor.id,
      authorOrganisationId: given.authorOrganisationId,
      requestKey: given.requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: observationVersions.id });
  // The key was spent on another step, or on another figure: this form is not fresh.
  if (written.length === 0) throw new ServiceError("conflict");
  await record(tx, context, {
    action: `observation.${given.step}` satisfies Permission,
    organisationId: given.authorOrganisationId,
    subject: [
      target.plan.code,
      target.indicator.code,
      target.period === 0 ? target.fy : `${target.fy}-${target.period}`,
      target.organisation.slug,
    ].join("/"),
    detail: {
      version,
      from: newest?.state ?? null,
      to: state,
      before: newest && figures(newest),
      after: figures(content),
    },
  });
  return true;
}

/**
 * Whether the newest version is what this very request wrote. The form's key alone does not say so:
 * with the browser's way back, a figure changed meanwhile or another button comes under the same key.
 */
function isRepetition(newest: AnswerContent & Written, given: VersionStep): boolean {
  const { content = newest } = given;
  const becomes = nextState(null, given.step) ?? nextState("submitted", given.step);
  return (
    newest.requestKey === given.requestKey &&
    newest.state === becomes &&
    newest.reason === (given.reason ?? null) &&
    newest.note === content.note &&
    JSON.stringify(figures(newest)) === JSON.stringify(figures(content))
  );
}

type Written = { requestKey: string | null; state: ObservationState; reason: string | null };

function figures({ quality, value, numerator, denominator, words, reached }: AnswerContent) {
  return { quality, value, numerator, denominator, words, reached };
}
