import type { DiffPiece } from "#app/domain/sheet/word-diff.ts";

/** What became of a text: the words that came in and those that went, said and shown. */
export function WordChanges({ pieces }: { pieces: readonly DiffPiece[] }) {
  return (
    <span className="whitespace-pre-line">
      {pieces.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
        if (kind === "same") return <span key={index}>{text}</span>;
        const Piece = kind === "removed" ? Removed : Added;
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
        return <Piece key={index}>{text}</Piece>;
      })}
    </span>
  );
}

/** Words that are no longer there. */
export function Removed({ children }: { children: string }) {
  return (
    <del className="text-red-1000 decoration-red-900">
      <span className="sr-only">〔削除〕</span>
      {children}
    </del>
  );
}

/** Words that came in. */
export function Added({ children }: { children: string }) {
  return (
    <ins className="bg-blue-50 text-blue-1000 decoration-blue-900">
      <span className="sr-only">〔追加〕</span>
      {children}
    </ins>
  );
}
