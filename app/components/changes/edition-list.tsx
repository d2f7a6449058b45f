import { TextLink } from "#app/components/ui/text-link.tsx";
import { carried } from "#app/domain/rollup/as-of.ts";
import type { ListedEdition } from "#app/domain/rollup/publication.ts";
import { editionWords } from "#app/i18n/changes.ts";
import { momentText } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { CorrectionsLink } from "./corrections-link.tsx";

/** The editions of one year, the newest first: when, why, what each changed, and how to read it. */
export function EditionList({
  plan,
  editions,
}: {
  plan: string;
  editions: readonly ListedEdition[];
}) {
  return (
    <ol reversed className="border-t border-solid-gray-420">
      {editions.map(({ fy, edition, title, note, publishedAt, changes }) => (
        <li
          key={edition}
          className="grid gap-x-6 gap-y-1 border-b border-solid-gray-200 py-3 sm:grid-cols-[5rem_minmax(0,1fr)_auto]"
        >
          <span className="text-std-17B-170">{editionWords(edition)}</span>
          <div className="min-w-0 text-std-16N-170">
            <TextLink to={carried(paths.plan(plan, fy), `edition-${edition}`)} lang="ja">
              {title}
            </TextLink>
            {note && (
              <p className="whitespace-pre-line text-solid-gray-700" lang="ja">
                {note}
              </p>
            )}
            {edition > 1 && (
              <p className="text-dns-14N-130">
                <CorrectionsLink {...{ plan, fy, edition, changes }} />
              </p>
            )}
          </div>
          <span className="text-dns-14N-130 text-solid-gray-700 sm:pt-1.5">
            {t`${momentText(publishedAt)}公表`}
          </span>
        </li>
      ))}
    </ol>
  );
}
