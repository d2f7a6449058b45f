import type { ReactNode } from "react";
import { t } from "#app/i18n/t.ts";

export type TimelineEntry = {
  id: string;
  /** ISO 8601, for machines. */
  at: string;
  /** The moment as people read it. */
  atText: string;
  person?: string;
  organisation?: string;
  /** What happened: words, or a state badge. */
  change: ReactNode;
  value?: ReactNode;
  reason?: ReactNode;
  /** What the reason is called: 理由, 差戻し理由, 備考. */
  reasonLabel?: string;
};

/** What happened to a thing, newest first as given. */
export function Timeline({
  entries,
  label = t`履歴`,
  className = "",
}: {
  entries: readonly TimelineEntry[];
  label?: string;
  className?: string;
}) {
  return (
    <ol aria-label={label} className={className}>
      {entries.map((entry) => (
        <li key={entry.id} className="group/entry relative pb-5 pl-6 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-2 bottom-[-0.5rem] left-[5px] border-l border-solid-gray-420 group-last/entry:hidden"
          />
          <span
            aria-hidden="true"
            className="absolute top-1.5 left-0 size-[11px] rounded-full border-2 border-solid-gray-600 bg-white group-first/entry:border-blue-900 group-first/entry:bg-blue-900"
          />
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="text-dns-16B-130">{entry.change}</span>
            {entry.value && <span className="text-dns-16N-130 tabular-nums">{entry.value}</span>}
          </div>
          <div className="mt-1 flex flex-wrap gap-x-3 text-dns-14N-130 text-solid-gray-600">
            <time dateTime={entry.at} className="tabular-nums">
              {entry.atText}
            </time>
            {(entry.organisation || entry.person) && (
              <span>{[entry.organisation, entry.person].filter(Boolean).join(t`　`)}</span>
            )}
          </div>
          {entry.reason && (
            <div className="mt-1.5 max-w-[46em] border-l-2 border-solid-gray-200 pl-3 text-dns-16N-130 leading-160">
              <span className="mr-2 text-eyebrow text-solid-gray-600">
                {entry.reasonLabel ?? t`理由`}
              </span>
              {entry.reason}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
