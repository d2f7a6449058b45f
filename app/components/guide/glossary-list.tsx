import { type GlossaryTerm, glossaryEntry } from "#app/i18n/glossary.ts";

/** Words of the portal with their meanings; each can be led to. */
export function GlossaryList({ terms }: { terms: readonly GlossaryTerm[] }) {
  return (
    <dl className="border-t border-solid-gray-420">
      {terms.map((term) => {
        const { word, meaning } = glossaryEntry(term);
        return (
          <div
            key={term}
            id={term}
            className="grid gap-x-6 gap-y-0.5 border-b border-solid-gray-200 py-3 target:bg-yellow-100 sm:grid-cols-[13rem_1fr]"
          >
            <dt className="text-std-16B-170">{word}</dt>
            <dd className="text-std-16N-170">{meaning}</dd>
          </div>
        );
      })}
    </dl>
  );
}
