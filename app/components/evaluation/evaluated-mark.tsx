import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels, unjudgedSentences } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { MarkBadge } from "./mark-badge.tsx";

/** The mark of an evaluation, or in words why there is none. */
export function EvaluatedMark({
  evaluation,
  marks,
  size = "sm",
}: {
  evaluation: {
    mark: string | null;
    /** Where it differs, a person has set the mark. */
    computedMark?: string | null;
    unjudged: UnjudgedReason | null;
  } | null;
  marks: Rubric["marks"];
  size?: "sm" | "md" | "lg";
}) {
  if (!evaluation) return <span className="text-solid-gray-600">{t`対象期間外`}</span>;
  const mark = marks.find((candidate) => candidate.symbol === evaluation.mark);
  const set = evaluation.computedMark !== undefined && evaluation.computedMark !== evaluation.mark;
  const reason = set ? null : evaluation.unjudged;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 align-middle">
      {mark && <MarkBadge mark={mark} size={size} manual={set} />}
      {!mark && evaluation.mark !== null && (
        <span className="font-bold" title={t`いまの評価基準にない評価です`}>
          {evaluation.mark}
          <span className="ml-1.5 text-tag font-normal text-solid-gray-600">
            {t`いまの基準にない評価`}
          </span>
        </span>
      )}
      {reason && (
        <span className="text-dns-14N-130 text-solid-gray-700" title={unjudgedSentences[reason]}>
          {unjudgedLabels[reason]}
        </span>
      )}
    </span>
  );
}
