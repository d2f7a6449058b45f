import type { CheckedUpload } from "#app/domain/attachment/upload.ts";
import type { Theme } from "#app/domain/indicator/definition.ts";
import type { PracticeState, PracticeStep } from "#app/domain/practice/states.ts";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import type { Transaction } from "#db/client.server.ts";
import { practiceVersions } from "#db/schema/index.ts";
import { addAttachments, holdsFiles } from "../attachment/add.server.ts";
import { indexPlace } from "../attachment/index-place.server.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { indexForSearch } from "../search/index.server.ts";
import { ServiceError } from "../service-error.ts";
import { listPracticeVersions, type PracticeVersion } from "./versions.server.ts";

/** What a version of a case says. */
export type PracticeContent = {
  title: string;
  problem: string;
  done: string;
  cost: string;
  effect: string;
  contact: string;
  themes: Theme[];
  nodeIds: string[];
  indicatorIds: string[];
  reason: string;
};

type Appended = {
  plan: { id: string; code: string };
  practiceId: string;
  organisation: { id: string; shortName: string };
  newest: PracticeVersion | null;
  step: PracticeStep;
  state: PracticeState;
  content: PracticeContent;
  files: readonly CheckedUpload[];
  /** The version the person saw when they decided; 0 where there was none. */
  baseVersion: number;
  requestKey: string;
};

/**
 * Appends one version to a case, with the files that came with it and the audit event, and makes it
 * findable for those who see it. Does nothing when the same request was already carried out. Throws
 * `conflict` when somebody was faster.
 */
export async function appendPracticeVersion(
  tx: Transaction,
  context: SignedIn,
  given: Appended,
): Promise<void> {
  const { plan, practiceId, organisation, newest, state, content, baseVersion } = given;
  if (await isRepetition(tx, newest, given)) return;
  if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
  const version = baseVersion + 1;
  const written = await tx
    .insert(practiceVersions)
    .values({
      practiceId,
      organisationId: organisation.id,
      version,
      state,
      ...content,
      authorId: context.actor.id,
      requestKey: given.requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: practiceVersions.id });
  if (written.length === 0) {
    // Somebody wrote between our reading and our writing; if it was this very request, it is done.
    const versions = await listPracticeVersions(tx, plan.id, practiceId);
    if (await isRepetition(tx, newestVersion(versions), given)) return;
    throw new ServiceError("conflict");
  }
  const auditSubject = `${plan.code}/${practiceId}`;
  await record(tx, context, {
    action: `practice.${given.step}`,
    organisationId: organisation.id,
    subject: auditSubject,
    detail: { version, before: newest && contentOf(newest), after: content, state },
  });
  const { title, problem, done, cost, effect } = content;
  await indexForSearch(tx, {
    kind: "practice",
    planId: plan.id,
    subjectId: practiceId,
    name: title,
    place: organisation.shortName,
    texts: [problem, done, cost, effect],
  });
  if (newest && newest.title !== title)
    await indexPlace(tx, { subject: { practiceId }, planId: plan.id, place: title });
  await addAttachments(tx, context, {
    subject: { practiceId },
    organisationId: organisation.id,
    planId: plan.id,
    place: title,
    auditSubject,
    files: given.files,
  });
}

/** What a kept version says. */
export function contentOf(version: PracticeVersion): PracticeContent {
  const { title, problem, done, cost, effect, contact, reason } = version;
  const { themes, nodeIds, indicatorIds } = version;
  return { title, problem, done, cost, effect, contact, themes, nodeIds, indicatorIds, reason };
}

/** The form's key alone does not say so: the browser's way back sends other words under it. */
async function isRepetition(
  tx: Transaction,
  newest: PracticeVersion | null,
  given: Appended,
): Promise<boolean> {
  if (newest === null || newest.requestKey !== given.requestKey) return false;
  const kept = contentOf(newest);
  const fields = Object.keys(kept) as (keyof PracticeContent)[];
  return (
    newest.state === given.state &&
    fields.every((field) => String(kept[field]) === String(given.content[field])) &&
    (await holdsFiles(tx, { practiceId: given.practiceId }, given.files))
  );
}
