import type { CheckedUpload } from "#app/domain/attachment/upload.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import {
  nextState,
  type ObservationState,
  type ObservationStep,
} from "#app/domain/observation/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { holdsFiles } from "../attachment/add.server.ts";

type Written = AnswerContent & {
  observationId: string;
  version: number;
  requestKey: string | null;
  state: ObservationState;
  reason: string | null;
};

type Asked = {
  step: ObservationStep;
  requestKey: string;
  content?: AnswerContent;
  files?: readonly CheckedUpload[];
  reason?: string;
};

/**
 * Whether the newest version is what this very request wrote. The form's key alone does not say so:
 * with the browser's way back, a figure changed meanwhile or another button comes under the same key.
 */
export async function isRepetition(
  tx: Transaction,
  newest: Written,
  given: Asked,
): Promise<boolean> {
  const { content = newest } = given;
  const subject = { observationId: newest.observationId, observationVersion: newest.version };
  const becomes =
    nextState(null, given.step) ??
    nextState("proposed", given.step) ??
    nextState("submitted", given.step);
  return (
    newest.requestKey === given.requestKey &&
    newest.state === becomes &&
    newest.reason === (given.reason ?? null) &&
    newest.note === content.note &&
    JSON.stringify(figuresOf(newest)) === JSON.stringify(figuresOf(content)) &&
    (await holdsFiles(tx, subject, given.files ?? []))
  );
}

/** What an answer says, as far as it is counted or judged. */
export function figuresOf({
  quality,
  value,
  numerator,
  denominator,
  words,
  reached,
}: AnswerContent) {
  return { quality, value, numerator, denominator, words, reached };
}
