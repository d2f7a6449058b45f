import type { AnswerTotal } from "#app/domain/link/total.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import { answerText, totalText } from "./link.ts";

type Source = { recipient: string; answer: { content: AnswerContent } | null };

/** Where a figure that was taken over is from, for the note of the report. */
export function sourceNote(
  sources: readonly Source[],
  total: AnswerTotal | null,
  unit: string,
): string {
  const parts = sources.flatMap(({ recipient, answer }) =>
    answer ? [`${recipient} ${answerText(answer.content, unit)}`] : [],
  );
  const notes = sources.flatMap(({ recipient, answer }) =>
    answer && answer.content.note !== "" ? [`${recipient}の備考：${answer.content.note}`] : [],
  );
  const whole = total ? `${totalText(total, unit)}。内訳：` : "";
  return [`外部への照会の回答による（${whole}${parts.join("、")}）。`, ...notes].join("\n");
}
