import type { OutlineEntry } from "./pack-outline.ts";

/** The contents, with the pages on which the parts begin. */
export function PackContents({
  outline,
  pages,
}: {
  outline: readonly OutlineEntry[];
  pages: ReadonlyMap<string, number>;
}) {
  return (
    <nav aria-labelledby="contents" className="break-before-page">
      <h2 id="contents" className="mb-6 border-b-2 border-solid-gray-900 pb-1 text-std-22B-150">
        目次
      </h2>
      <ol className="space-y-4 text-std-17N-170">
        {outline.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} page={pages.get(entry.id)} />
            {entry.below.length > 0 && (
              <ol className="mt-1 space-y-1 pl-8 text-std-16N-170">
                {entry.below.map((one) => (
                  <li key={one.id}>
                    <Line entry={one} page={pages.get(one.id)} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Line({ entry, page }: { entry: OutlineEntry; page: number | undefined }) {
  return (
    <a href={`#${entry.id}`} className="flex items-baseline gap-3">
      <span>
        {entry.number && `${entry.number}　`}
        {entry.title}
      </span>
      <span aria-hidden="true" className="flex-1 border-b border-dotted border-solid-gray-600" />
      {/* As wide without its number, so that the first print breaks its pages like the last. */}
      <span className="w-[3em] text-right tabular-nums">
        {page !== undefined && (
          <>
            <span className="sr-only">ページ</span>
            {page}
          </>
        )}
      </span>
    </a>
  );
}
