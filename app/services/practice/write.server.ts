import { proveUploads, type Upload } from "#app/domain/attachment/upload.ts";
import { nextPracticeState, practiceCapabilities } from "#app/domain/practice/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { practices } from "#db/schema/index.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendPracticeVersion } from "./append.server.ts";
import { readPracticeFields } from "./fields.server.ts";
import { findPractice } from "./find.server.ts";
import { findLibrary, type Library } from "./find-library.server.ts";
import { readOutline } from "./outline.server.ts";

/** The case to write; a new one, without `practice`, says for which organisation. */
export type WrittenPractice = {
  plan: string;
  practice: string | null;
  organisation: string | null;
};

/**
 * What saving and sharing have in common: the case as the form says it, as its next version; without
 * `practice` a new one is begun. Answers its id.
 */
export function writePractice(
  context: ServiceContext,
  codes: WrittenPractice,
  input: Record<string, unknown>,
  step: "save" | "share",
  uploads: readonly Upload[],
): Promise<string> {
  return transaction(context, async (tx) => {
    const { plan, practice } = codes;
    const known = practice === null ? null : await findPractice(tx, { plan, practice });
    const library = known ?? (await findLibrary(tx, plan));
    const organisation = known?.newest.organisation ?? ownerOf(library, codes.organisation, step);
    const { context: signedIn } = authorizeAs(context, `practice.${step}`, {
      organisationId: organisation.id,
    });
    const form = stepFields.safeParse(input);
    if (!form.success) throw new ServiceError("invalid", { errors: fieldErrors(form.error) });
    const { baseVersion, requestKey } = form.data;
    const newest = known?.newest ?? (await begin(tx, library, organisation.id, requestKey));
    // A form sent again meets the state that it made itself.
    const repeated = newest?.requestKey === requestKey;
    if (!repeated && (newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const state = repeated ? newest.state : nextPracticeState(newest?.state ?? null, step);
    if (state === null) throw new ServiceError("locked");
    const complete = step === "share" || !practiceCapabilities[state].allowsGaps;
    const outline = await readOutline(tx, library.plan.id);
    const said = readPracticeFields(outline, complete, input);
    const files = proveUploads(uploads);
    if (!said.success || !files.ok)
      throw new ServiceError("invalid", {
        errors: { ...fieldErrors(said.error), ...files.errors },
      });
    const { nodes: nodeIds, indicators: indicatorIds, ...texts } = said.data;
    const practiceId = newest?.practiceId ?? requestKey;
    await appendPracticeVersion(tx, signedIn, {
      plan: library.plan,
      practiceId,
      organisation,
      newest,
      step,
      state: step === "share" ? "shared" : state,
      content: { ...texts, nodeIds, indicatorIds, reason: "" },
      files: files.files,
      baseVersion,
      requestKey,
    });
    return practiceId;
  });
}

/** The organisation of a new case, proven to take part in the plan. */
function ownerOf({ participants }: Library, slug: string | null, step: "save" | "share") {
  const found = participants.find((each) => each.slug === slug);
  if (!found) throw new ServiceError("forbidden", { permission: `practice.${step}` });
  return found;
}

/**
 * Makes room for a new case. Its id is the form's key, so that a form sent twice finds what the first
 * one made and answers it instead of null.
 */
async function begin(tx: Transaction, { plan }: Library, organisationId: string, id: string) {
  const added = await tx
    .insert(practices)
    .values({ id, planId: plan.id, organisationId })
    .onConflictDoNothing()
    .returning({ id: practices.id });
  if (added.length > 0) return null;
  const found = await findPractice(tx, { plan: plan.code, practice: id }).catch(() => null);
  if (found?.newest.organisation.id !== organisationId) throw new ServiceError("conflict");
  return found.newest;
}
