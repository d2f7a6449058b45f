import { Td } from "#app/components/ui/table.tsx";
import { type EntryColumn, fieldIn } from "#app/domain/entry/columns.ts";
import type { EntryState } from "#app/domain/entry/live-row.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { AnswerField, RawAnswer } from "#app/domain/observation/answer.ts";
import {
  entryColumnLabels,
  entryFieldLabels,
  qualityWords,
  reachedWords,
} from "#app/i18n/entry.ts";
import type { EntryQuestion } from "./entry-data.ts";

/** The cells of a row that nothing can be entered in now: submitted, accepted, or not the reader's. */
export function KeptCells({
  question,
  known,
  columns,
}: {
  question: EntryQuestion;
  known: EntryState | null;
  columns: readonly EntryColumn[];
}) {
  return columns.map((column) => {
    const field = fieldIn(column, question.asked);
    const text = field && known ? keptText(field, known.answer) : "";
    const label =
      field && (column === "first" || column === "second")
        ? entryFieldLabels[field]
        : entryColumnLabels[column];
    const numeric = field === "value" || field === "numerator" || field === "denominator";
    return (
      <Td key={column} numeric={numeric} label={label}>
        {field === "note" ? <span className="whitespace-pre-line">{text}</span> : text}
      </Td>
    );
  });
}

function keptText(field: AnswerField, answer: RawAnswer): string {
  const text = answer[field];
  if (text === "") return "";
  switch (field) {
    case "quality":
      return qualityWords[text as keyof typeof qualityWords];
    case "reached":
      return reachedWords[text as keyof typeof reachedWords];
    case "value":
    case "numerator":
    case "denominator":
      return formatFigure(text);
    default:
      return text;
  }
}
