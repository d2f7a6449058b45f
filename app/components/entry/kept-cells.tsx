import { Td } from "#app/components/ui/table.tsx";
import { type EntryColumn, fieldIn } from "#app/domain/entry/columns.ts";
import type { EntryState } from "#app/domain/entry/live-row.ts";
import { entryColumnLabels, entryFieldLabels, fieldText } from "#app/i18n/entry.ts";
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
    const text = field && known ? fieldText(field, known.answer[field]) : "";
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
