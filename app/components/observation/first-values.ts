import type { Proposal } from "#app/components/practice/proposed-figure.tsx";
import {
  type AnswerContent,
  answerFields,
  type RawAnswer,
  toRawAnswer,
} from "#app/domain/observation/answer.ts";
import { proposedFigureText } from "#app/i18n/practice.ts";

/** What a report's form begins with: what is kept, and over it the proposal where that is taken over. */
export function firstValues({
  newest,
  proposal,
  takesProposal,
  indicator: { unit },
}: {
  newest: AnswerContent | null;
  proposal: Proposal | null;
  takesProposal: boolean;
  indicator: { unit: string };
}): Partial<RawAnswer> {
  const kept: Partial<RawAnswer> = newest ? toRawAnswer(newest) : {};
  if (!proposal || !takesProposal) return kept;
  return {
    ...kept,
    quality: "final",
    value: String(proposal.value),
    note: kept.note || `好事例ライブラリの件数による。${proposedFigureText(proposal, unit)}`,
  };
}

/** What a form that was sent holds, absent fields empty. */
export function typedAnswer(values: Record<string, string>): RawAnswer {
  const entries = answerFields.map((field) => [field, values[field] ?? ""]);
  return Object.fromEntries(entries) as RawAnswer;
}
