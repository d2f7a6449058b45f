import type { AnswerState, BoardCounts } from "#app/domain/completeness/board.ts";
import { t, translated } from "./t.ts";

/** What the states are called on the board; `none` where the reader sees what was submitted. */
export const answerStateLabels: Record<AnswerState, string> = translated({
  accepted: "受理",
  submitted: "受理待ち",
  returned: "差戻し",
  none: "未提出",
});

/** What is not accepted, for those who do not see whether it was submitted. */
export const notAcceptedLabel = () => t`未受理`;

/** How a cell stands beside its share: the parts that are not accepted, in words. */
export function partsOf(
  counts: BoardCounts,
  seesSubmitted: boolean,
): { label: string; count: number }[] {
  const parts = seesSubmitted
    ? (["returned", "submitted", "none"] as const).map((state) => ({
        label: answerStateLabels[state],
        count: counts[state],
      }))
    : [{ label: notAcceptedLabel(), count: counts.asked - counts.accepted }];
  return [...parts, { label: t`うち集計中・調査中`, count: counts.provisional }].filter(
    ({ count }) => count > 0,
  );
}
