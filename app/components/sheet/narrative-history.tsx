import { Timeline } from "#app/components/ui/timeline.tsx";
import { WordChanges } from "#app/components/ui/word-changes.tsx";
import type { DiffPiece } from "#app/domain/sheet/word-diff.ts";
import { momentText } from "#app/i18n/labels.ts";

export type NarrativeVersion = {
  version: number;
  changes: readonly DiffPiece[];
  author: string | null;
  organisation: string;
  createdAt: Date;
};

/** The newest versions of a text, newest first, with the words that each added and took away. */
export function NarrativeHistory({
  versions,
  older,
}: {
  versions: readonly NarrativeVersion[];
  /** How many there are before those. */
  older: number;
}) {
  return (
    <>
      <Timeline
        label="文章の履歴"
        entries={versions.map(({ version, changes, author, organisation, createdAt }) => ({
          id: String(version),
          at: new Date(createdAt).toISOString(),
          atText: momentText(new Date(createdAt)),
          person: author ?? undefined,
          organisation,
          change: `第${version}版`,
          reasonLabel: version === 1 ? "内容" : "変更",
          reason: (
            <span className="whitespace-pre-line">
              {changes.length === 0 && "（空）"}
              {version === 1 ? (
                changes.map(({ text }) => text).join("")
              ) : (
                <WordChanges pieces={changes} />
              )}
            </span>
          ),
        }))}
      />
      {older > 0 && (
        <p className="mt-4 text-solid-gray-700">
          新しい{versions.length}版を表示しています。これより前の版が{older}版あります。
        </p>
      )}
    </>
  );
}
