import type { Assessment, AssessmentKind } from "../evaluation/assessment.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { Frequency, ValueKind } from "../indicator/definition.ts";
import type { Period } from "../indicator/period.ts";
import type { AnswerContent as WholeAnswer } from "../observation/answer.ts";

/** What an organisation answered, as far as a change of it is one. */
export type AnswerContent = Omit<WholeAnswer, "note">;

type AnswerKey = {
  indicatorId: string;
  organisationId: string;
  fy: FiscalYear;
  period: Period;
};

/** Another accepted answer of an organisation; null where there was none before. */
export type AnswerChange<After extends AnswerContent> = After & {
  before: AnswerContent | null;
};

/** An answer that was accepted, as its change is told. */
export type AcceptedAnswer = AnswerChange<AnswerContent> & {
  unit: string;
  valueKind: ValueKind;
  places?: number | null;
  shortName: string;
  frequency: Frequency;
  period: Period;
  /** The part of a composed indicator that was answered. */
  part: { name: string } | null;
  note: string;
  acceptedAt: Date;
  acceptedIn: string;
  /** Null where it is not told. */
  acceptedBy: string | null;
};

/** The answers that say something else than those before them; accepted again as it was is no change. */
export function answerChanges<After extends AnswerKey & AnswerContent>(
  before: readonly (AnswerKey & AnswerContent)[],
  after: readonly After[],
): AnswerChange<After>[] {
  const keyOf = ({ indicatorId, organisationId, fy, period }: AnswerKey) =>
    [indicatorId, organisationId, fy, period].join(" ");
  const known = new Map(before.map((answer) => [keyOf(answer), contentOf(answer)]));
  return after.flatMap((answer) => {
    const was = known.get(keyOf(answer)) ?? null;
    return was && isSame(was, answer) ? [] : [{ ...answer, before: was }];
  });
}

const contents = ["quality", "value", "numerator", "denominator", "words", "reached"] as const;

function isSame(one: AnswerContent, other: AnswerContent): boolean {
  return contents.every((key) => one[key] === other[key]);
}

function contentOf({ quality, value, numerator, denominator, words, reached }: AnswerContent) {
  return { quality, value, numerator, denominator, words, reached };
}

/** A judgement that was given, changed or taken back (`after` null). */
export type JudgementChange = {
  kind: AssessmentKind;
  indicatorId: string | null;
  nodeId: string | null;
  before: string | null;
  after: string | null;
  /** That of the later one; empty where it was taken back. */
  reason: string;
};

/** How the judgements in force differ between two times, all of one year. */
export function judgementChanges(
  before: readonly Assessment[],
  after: readonly Assessment[],
): JudgementChange[] {
  const keyOf = ({ kind, indicatorId, nodeId }: Assessment) => [kind, indicatorId, nodeId].join();
  const was = new Map(before.map((judgement) => [keyOf(judgement), judgement]));
  const is = new Set(after.map(keyOf));
  const given = after.flatMap(({ kind, indicatorId, nodeId, value, reason, ...rest }) => {
    const earlier = was.get(keyOf({ kind, indicatorId, nodeId, value, reason, ...rest }));
    if (earlier?.value === value && earlier.reason === reason) return [];
    return [{ kind, indicatorId, nodeId, before: earlier?.value ?? null, after: value, reason }];
  });
  const takenBack = before
    .filter((judgement) => !is.has(keyOf(judgement)))
    .map(({ kind, indicatorId, nodeId, value }) => ({
      kind,
      indicatorId,
      nodeId,
      before: value,
      after: null,
      reason: "",
    }));
  return [...given, ...takenBack];
}
