import { inputStyle } from "#app/components/ui/input-style.ts";
import { type EntryColumn, fieldIn } from "#app/domain/entry/columns.ts";
import { entryField } from "#app/domain/entry/rows.ts";
import type { AnswerField, RawAnswer } from "#app/domain/observation/answer.ts";
import { qualities } from "#app/domain/observation/states.ts";
import { qualityWords, reachedWords } from "#app/i18n/answer.ts";
import { entryColumnLabels, entryFieldLabels } from "#app/i18n/entry.ts";
import { message } from "#app/i18n/messages.ts";
import type { EntryQuestion } from "./entry-data.ts";

type CellProps = {
  question: EntryQuestion;
  /** The KPI with the part of the year. */
  name: string;
  column: EntryColumn;
  /** What it begins with; what is typed stays in the input. */
  first: RawAnswer;
  error: string | undefined;
  /** The id of what else is to be known about the row. */
  about: string | undefined;
};

const looks = {
  figure: inputStyle("xs", "w-full text-right tabular-nums"),
  text: inputStyle("xs", "w-full"),
  list: inputStyle("xs", "w-full px-1"),
  note: inputStyle("xs", "w-full min-h-9 py-1.5 [field-sizing:content] max-h-32"),
};

/** One cell of the grid with its error; empty where the row has nothing in the column. */
export function EntryCell({ question, name, column, first, error, about }: CellProps) {
  const field = fieldIn(column, question.asked);
  if (!field) return <td className="cell" />;
  const id = entryField(field, question.key);
  const unit = field === "value" && question.asked.unit ? `（${question.asked.unit}）` : "";
  const texts = [error ? `${id}-error` : null, about].filter(Boolean).join(" ");
  const bound = {
    id,
    name: id,
    defaultValue: first[field],
    "aria-label": `${name}　${entryFieldLabels[field]}${unit}`,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": texts || undefined,
  };
  const label = column === "first" || column === "second" ? entryFieldLabels[field] : null;
  return (
    <td className="cell" data-label={label ?? entryColumnLabels[column]}>
      <Input field={field} bound={bound} />
      {(field === "numerator" || field === "denominator") && (
        <span
          aria-hidden="true"
          className="mt-0.5 block text-right text-note text-solid-gray-600 max-md:hidden"
        >
          {entryFieldLabels[field]}
        </span>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-dns-14N-130 text-red-900">
          ＊{message(error)}
        </p>
      )}
    </td>
  );
}

function Input({
  field,
  bound,
}: {
  field: AnswerField;
  bound: { id: string; name: string; defaultValue: string; "aria-label": string };
}) {
  switch (field) {
    case "value":
    case "numerator":
    case "denominator":
      return (
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className={looks.figure}
          {...bound}
        />
      );
    case "words":
      return <input type="text" autoComplete="off" className={looks.text} {...bound} />;
    case "note":
      return <textarea rows={1} className={looks.note} {...bound} />;
    case "quality":
      return (
        <select className={looks.list} {...bound}>
          {qualities.map((quality) => (
            <option key={quality} value={quality}>
              {qualityWords[quality]}
            </option>
          ))}
        </select>
      );
    case "reached":
      return (
        <select className={looks.list} {...bound}>
          <option value="">未選択</option>
          <option value="yes">{reachedWords.yes}</option>
          <option value="no">{reachedWords.no}</option>
        </select>
      );
  }
}
