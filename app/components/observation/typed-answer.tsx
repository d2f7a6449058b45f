import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { answerFields, type RawAnswer } from "#app/domain/observation/answer.ts";
import { qualityWords, reachedWords } from "#app/i18n/answer.ts";
import { entryFieldLabels } from "#app/i18n/entry.ts";

/** What was typed and could not be saved, to be read and copied whatever happens next. */
export function TypedAnswer({ answer }: { answer: RawAnswer }) {
  const words: Partial<Record<string, string>> = { ...qualityWords, ...reachedWords };
  const items = answerFields.flatMap((field) => {
    const text = field === "quality" || field === "reached" ? words[answer[field]] : answer[field];
    return text ? [{ term: entryFieldLabels[field], description: text }] : [];
  });
  return items.length === 0 ? null : <DefinitionList items={items} className="mt-3" />;
}
