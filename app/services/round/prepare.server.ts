import { eq } from "drizzle-orm";
import { proveUploads, type Upload } from "#app/domain/attachment/upload.ts";
import { type Question, questionsOf } from "#app/domain/round/questions.ts";
import { reportingRounds } from "#db/schema/index.ts";
import { addAttachments, holdsFiles } from "../attachment/add.server.ts";
import { indexPlace } from "../attachment/index-place.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { beginRound } from "./begin.server.ts";
import { roundFields, tickedChoice } from "./fields.server.ts";
import { findRound } from "./find.server.ts";
import { listQuestions, replaceQuestions } from "./questions.server.ts";
import { takeRoundStep } from "./take-step.server.ts";

/**
 * Prepares a round: what is asked of whom and until when, with the files that go along; without
 * `round` a new one. Only those who keep the plan see it before it is opened. The list of figures is
 * what the choice comes to now. Answers its number; the same request sent twice prepares one. Throws
 * `forbidden`, `not_found`, `invalid`, `conflict`, and `locked` once it was opened.
 */
export function prepareRound(
  context: ServiceContext,
  codes: { plan: string; round: number | null },
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<number> {
  return transaction(context, async (tx) => {
    const { round: number } = codes;
    const known = number === null ? null : await findRound(tx, { ...codes, round: number });
    const definition = known?.definition ?? (await readDefinition(tx, codes.plan));
    const { plan } = definition;
    const rights = { ownerOrganisationId: plan.ownerId };
    const { context: signedIn } = authorizeAs(context, "round.prepare", rights);
    const parsed = roundFields(plan).safeParse(input);
    const form = stepFields.safeParse(input);
    const choice = parsed.success ? tickedChoice(input, definition, parsed.data.fy) : null;
    const files = proveUploads(uploads);
    if (!parsed.success || !form.success || !choice || !files.ok)
      throw new ServiceError("invalid", {
        errors: {
          ...fieldErrors(parsed.error, form.error),
          ...(parsed.success && !choice ? { indicators: "round.unknown" } : {}),
          ...files.errors,
        },
      });
    const { dueOn, ...texts } = parsed.data;
    const questions = questionsOf(definition.indicators, texts.fy, choice);
    const asked = new Set(questions.map(({ organisation }) => organisation)).size;
    const step = {
      step: "prepare" as const,
      dueOn,
      reason: "",
      ...form.data,
      authorOrganisationId: plan.ownerId,
      detail: { ...texts, organisations: asked, questions: questions.length },
    };
    const { round, isNew } = known
      ? { round: known.round, isNew: await takeRoundStep(tx, signedIn, known, step) }
      : await beginRound(tx, signedIn, plan, { ...texts, ...step });
    const attached = { roundId: round.id };
    if (!isNew) {
      // The form's key alone does not say so: the browser's way back sends other words under it.
      const isSame =
        round.title === texts.title &&
        round.fy === texts.fy &&
        round.dueOn === dueOn &&
        round.instructions === texts.instructions &&
        isSameList(await listQuestions(tx, round.id), questions) &&
        (await holdsFiles(tx, attached, files.files));
      if (!isSame) throw new ServiceError("conflict");
      return round.number;
    }
    if (known) {
      await tx.update(reportingRounds).set(texts).where(eq(reportingRounds.id, round.id));
      await indexPlace(tx, { subject: attached, planId: plan.id, place: texts.title });
    }
    await replaceQuestions(tx, round.id, questions, definition.organisationIds);
    await addAttachments(tx, signedIn, {
      subject: attached,
      organisationId: plan.ownerId,
      planId: plan.id,
      place: texts.title,
      auditSubject: `${plan.code}/rounds/${round.number}`,
      files: files.files,
    });
    return round.number;
  });
}

function isSameList(kept: readonly Question[], asked: readonly Question[]): boolean {
  const keys = (list: readonly Question[]) =>
    list.map(({ indicatorId, organisation, period }) => `${indicatorId} ${organisation} ${period}`);
  return keys(kept).sort().join() === keys(asked).sort().join();
}
