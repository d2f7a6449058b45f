import { Button } from "#app/components/ui/button.tsx";
import { type EntryState, isOpen } from "#app/domain/entry/live-row.ts";
import type { RowKey } from "#app/domain/entry/rows.ts";
import { answerFields, type RawAnswer } from "#app/domain/observation/answer.ts";
import { qualityWords, reachedWords } from "#app/i18n/answer.ts";
import { entryFieldLabels } from "#app/i18n/entry.ts";
import { momentText } from "#app/i18n/labels.ts";

/** What was typed in a row that takes nothing any more, and why: a colleague went on, or the round is closed. */
export function StrandedText({ mine, known }: { mine: RawAnswer; known: EntryState | null }) {
  const why =
    known === null || isOpen({ known })
      ? "照会が締め切られたため"
      : `${whoSaved(known)}が先に手続を進めたため`;
  return (
    <p>
      {why}、入力した内容は保存されていません。入力した内容：{answerText(mine)}
    </p>
  );
}

function whoSaved({ at, author }: EntryState): string {
  return `${momentText(new Date(at))}に${author ?? "ほかの担当者"}さん`;
}

/** A colleague saved a row meanwhile: what they saved stands under what was typed, and a person decides. */
export function RowConflict({
  rowKey,
  name,
  theirs,
  onDecide,
}: {
  rowKey: RowKey;
  name: string;
  theirs: EntryState;
  onDecide: (choice: "mine" | "theirs") => void;
}) {
  return (
    <>
      <p>
        {whoSaved(theirs)}が保存しています。保存されている内容：
        <strong>{answerText(theirs.answer)}</strong>
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        <Button
          size="xs"
          name="intent"
          value="save"
          onClick={(event) => {
            event.preventDefault();
            onDecide("mine");
          }}
        >
          自分の入力で保存する<span className="sr-only">：{name}</span>
        </Button>
        <Button
          size="xs"
          variant="outline"
          name="intent"
          value={`take:${rowKey}`}
          onClick={(event) => {
            event.preventDefault();
            onDecide("theirs");
          }}
        >
          保存されている内容にする<span className="sr-only">：{name}</span>
        </Button>
      </p>
    </>
  );
}

/** An answer in one line: 「実績値 1450、区分 集計中、備考 …」. */
function answerText(answer: RawAnswer): string {
  const words: Partial<Record<string, string>> = { ...qualityWords, ...reachedWords };
  const parts = answerFields.flatMap((field) => {
    const text = field === "quality" || field === "reached" ? words[answer[field]] : answer[field];
    return text ? [`${entryFieldLabels[field]} ${text}`] : [];
  });
  return parts.join("、");
}
