import { Added, Removed, WordChanges } from "#app/components/ui/word-changes.tsx";
import type { FieldChange } from "#app/domain/plan/diff.ts";
import { wordDiff } from "#app/domain/sheet/word-diff.ts";
import { type ChangeNames, type ChangeText, changeText } from "#app/i18n/change-text.ts";

/** The differences of one thing of a plan, field by field: what it said before and what it says now. */
export function FieldChanges({
  fields,
  unit = "",
  ...words
}: ChangeNames & { fields: readonly FieldChange[]; unit?: string }) {
  return (
    <dl className="space-y-1">
      {fields
        .map((field) => changeText(field, unit, words))
        .map((text) => (
          <div
            key={`${text.term} ${text.before} ${text.after}`}
            className="grid gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
          >
            <dt className="text-solid-gray-600">{text.term}</dt>
            <dd className="min-w-0 leading-160">
              <Difference {...text} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** 「20件 → 30件」; what was not there or is no more stands alone. */
function Difference({ kind, before, after }: ChangeText) {
  const [was] = before;
  const [is] = after;
  if (kind === "list")
    return (
      <ul className="whitespace-pre-line">
        {before.map((item) => (
          <li key={item}>
            <Removed>{item}</Removed>
          </li>
        ))}
        {after.map((item) => (
          <li key={item}>
            <Added>{item}</Added>
          </li>
        ))}
      </ul>
    );
  if (kind === "prose") return <WordChanges pieces={wordDiff(was ?? "", is ?? "")} />;
  return (
    <>
      {was !== undefined && <Removed>{was}</Removed>}
      {was !== undefined && is !== undefined && (
        <span aria-hidden="true" className="mx-1.5 text-solid-gray-600">
          →
        </span>
      )}
      {is !== undefined && <Added>{is}</Added>}
    </>
  );
}
