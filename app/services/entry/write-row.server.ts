import type { RowResult } from "#app/domain/entry/live-row.ts";
import { decideRow, type PostedRow } from "#app/domain/entry/rows.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import { answerSchema } from "#app/domain/observation/answer-schema.ts";
import { implausibilitiesOf } from "#app/domain/observation/plausibility.ts";
import type { ObservationStep } from "#app/domain/observation/states.ts";
import type { Transaction } from "#db/client.server.ts";
import type { SignedIn } from "../context.server.ts";
import { appendVersion } from "../observation/append-version.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import type { EntryStateRow } from "./entry-states.server.ts";
import type { OwedRow } from "./owed-rows.server.ts";

export type EntryStep = "save" | "submit";

/** A row that was sent, with the question it answers. */
export type SentRow = {
  owed: OwedRow;
  posted: PostedRow;
  baseVersion: number;
  requestKey: string;
  /** The file that it came with. */
  importId?: string;
};

type Outcome = Omit<RowResult, "key"> & {
  /** The step that was taken by this very request, and not by an earlier one like it. */
  taken?: ObservationStep | null;
};

/**
 * Writes one row of a grid, if there is anything to write, by the rules of the single report's form.
 * `present` is its newest version, `base` the older one that the form showed.
 */
export async function writeRow(
  tx: Transaction,
  context: SignedIn,
  row: SentRow & { present: EntryStateRow | null; base: AnswerContent | null },
  step: EntryStep,
): Promise<Outcome> {
  const { owed, posted, present, baseVersion } = row;
  const { indicator } = owed;
  const draft = answerSchema(indicator, false).safeParse(posted.raw);
  if (!draft.success) return { outcome: "refused", errors: fieldErrors(draft.error) };
  const typed = draft.data;
  const seenLast = present?.version === baseVersion;
  const decision = decideRow({
    step,
    typed,
    baseVersion,
    base: seenLast ? present.answer : row.base,
    newest: present && { ...present, content: present.answer },
  });
  if (decision === "conflict" || decision === "locked") return { outcome: decision };
  if (decision === "untouched") return { outcome: alreadyDone(row, step) ?? "unchanged" };
  // A draft that is handed in as it stands did not come with a file, whatever brought it here.
  const importId = decision === "write" ? row.importId : undefined;
  const append = (as: EntryStep) =>
    attempt(
      tx,
      context,
      { ...row, importId },
      {
        step: as,
        content: typed,
        baseVersion: decision === "advance" ? (present?.version ?? 0) : baseVersion,
      },
    );
  if (step === "save") return append("save");

  const complete = answerSchema(indicator, true).safeParse(posted.raw);
  const doubts = implausibilitiesOf(indicator, typed, owed.before);
  const explained = doubts.length === 0 || typed.note !== "";
  if (complete.success && explained) return append("submit");
  const kept = decision === "write" ? await append("save") : { outcome: "saved" as const };
  if (kept.outcome !== "saved") return kept;
  return complete.success
    ? { outcome: "held" }
    : { outcome: "refused", errors: fieldErrors(complete.error) };
}

/** Appends one row's version in a part of the transaction of its own: what fails leaves no trace. */
async function attempt(
  tx: Transaction,
  context: SignedIn,
  { owed, requestKey, importId }: SentRow,
  given: { step: EntryStep; content: AnswerContent; baseVersion: number },
): Promise<Outcome> {
  const authorOrganisationId = owed.organisation.id;
  const { plan, indicator, organisation, lead, period } = owed;
  const target = { plan, indicator, organisation, lead, period, fy: owed.fy };
  let taken: ObservationStep | null;
  try {
    taken = await tx.transaction((part) =>
      appendVersion(part, context, target, {
        ...given,
        requestKey,
        importId,
        authorOrganisationId,
      }),
    );
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code !== "conflict" && error.code !== "locked") throw error;
    return { outcome: error.code };
  }
  return { outcome: given.step === "submit" ? "submitted" : "saved", taken };
}

/** What this very request already came to, where its answer was lost. */
function alreadyDone(
  { present, requestKey }: { present: EntryStateRow | null; requestKey: string },
  step: EntryStep,
): "saved" | "submitted" | null {
  if (present?.requestKey !== requestKey) return null;
  if (step === "submit")
    return present.state === "submitted" || present.state === "proposed" ? "submitted" : null;
  return present.state === "draft" ? "saved" : null;
}
