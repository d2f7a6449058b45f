import { and, eq } from "drizzle-orm";
import type { CheckedUpload } from "#app/domain/attachment/upload.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import {
  handingIn,
  isJudgement,
  nextState,
  type ObservationStep,
} from "#app/domain/observation/states.ts";
import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { observations, observationVersions } from "#db/schema/index.ts";
import { addAttachments } from "../attachment/add.server.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { throwLockedIfClosed } from "../round/closed-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import type { ReportTarget } from "./find-target.server.ts";
import { readNewestVersion } from "./newest-version.server.ts";
import { figuresOf, isRepetition } from "./repetition.server.ts";
import { throwLockedIfUndecided } from "./undecided.server.ts";

export type VersionStep = {
  step: ObservationStep;
  /** The version the person saw when they decided; 0 where there was none. */
  baseVersion: number;
  /** The key of the form; the same request sent again repeats nothing. */
  requestKey: string;
  /** The new content; the newest version's own content when absent. */
  content?: AnswerContent;
  /** What stands behind the answer, from this version on. */
  files?: readonly CheckedUpload[];
  reason?: string;
  /** The file that it came with. */
  importId?: string;
  /** Decided by somebody who stands in for those who decide (代決). */
  onBehalf?: boolean;
  authorOrganisationId: string;
};

/**
 * Appends one version to an observation: checks the step against the present state and the version
 * the person saw, moves the head, and writes the audit event and the files. What an organisation
 * that wants a decision first submits is proposed to those who decide in it; every way to submit comes
 * by here. Throws `conflict` when somebody was faster, `locked` when the state or the
 * figure's round does not allow the step.
 * Answers the step that was taken; null when the same request was already carried out.
 */
export async function appendVersion(
  tx: Transaction,
  context: SignedIn,
  target: ReportTarget,
  asked: VersionStep,
): Promise<ObservationStep | null> {
  const step = asked.step === "submit" ? handingIn(target.organisation) : asked.step;
  const given = { ...asked, step };
  const newest = await readNewestVersion(tx, target);
  if (newest && (await isRepetition(tx, newest, given))) return null;
  if ((newest?.version ?? 0) !== given.baseVersion) throw new ServiceError("conflict");
  const state = nextState(newest?.state ?? null, step);
  const content = given.content ?? newest;
  if (state === null || !content) throw new ServiceError("locked");

  const version = given.baseVersion + 1;
  const identity = {
    indicatorId: target.indicator.id,
    organisationId: target.organisation.id,
    fy: target.fy,
    period: target.period,
  };
  await throwLockedIfClosed(tx, identity, state);
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
    if (winner && (await isRepetition(tx, winner, given))) return null;
    throw new ServiceError("conflict");
  }

  const auditSubject = [
    target.plan.code,
    target.indicator.code,
    target.period === 0 ? target.fy : `${target.fy}-${target.period}`,
    target.organisation.slug,
  ].join("/");
  const written = await tx
    .insert(observationVersions)
    .values({
      observationId: head.id,
      ...identity,
      version,
      state,
      ...figuresOf(content),
      note: content.note,
      reason: given.reason ?? null,
      importId: given.importId ?? null,
      onBehalf: given.onBehalf ?? false,
      // A judgement repeats what was submitted, the demo mark included; what an organisation writes
      // itself is never demo.
      isDemo: isJudgement(step) && (newest?.isDemo ?? false),
      authorId: context.actor.id,
      authorOrganisationId: given.authorOrganisationId,
      requestKey: given.requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: observationVersions.id })
    .catch(throwLockedIfUndecided);
  // The key was spent on another step, or on another figure: this form is not fresh.
  if (written.length === 0) throw new ServiceError("conflict");
  await record(tx, context, {
    action: `observation.${step}` satisfies Permission,
    organisationId: given.authorOrganisationId,
    subject: auditSubject,
    detail: {
      version,
      from: newest?.state ?? null,
      to: state,
      before: newest && figuresOf(newest),
      after: figuresOf(content),
      ...(given.onBehalf ? { onBehalf: true } : {}),
    },
  });
  await addAttachments(tx, context, {
    subject: { observationId: head.id, observationVersion: version },
    organisationId: target.organisation.id,
    planId: target.plan.id,
    place: `${target.indicator.name}　＞　${target.organisation.shortName}`,
    auditSubject,
    files: given.files ?? [],
  });
  return step;
}
