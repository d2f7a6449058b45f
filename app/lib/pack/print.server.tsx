import { renderToStaticMarkup } from "react-dom/server";
import { PackDocument } from "#app/components/pack/pack-document.tsx";
import type { PackContent } from "#app/domain/pack/content.ts";
import { renderPdf } from "../export/pdf.server.ts";
import { packTitle } from "./file-name.ts";
import { pageNumbers } from "./page-numbers.ts";

/** A pack of a large plan is a hundred sheets, and other files may be printed beside it. */
const longestMs = 4 * 60_000;

/** The markup of a pack whose parts stand on these pages. */
export function packMarkup(content: PackContent, pages: ReadonlyMap<string, number>): string {
  return renderToStaticMarkup(<PackDocument content={content} pages={pages} />);
}

/**
 * Prints a pack: once to learn on which pages its parts stand, and once with those numbers in its
 * contents; `between` is told when the first is done. Throws ExportUnavailable.
 */
export async function printPack(
  content: PackContent,
  signal: AbortSignal,
  between: () => Promise<void>,
): Promise<Uint8Array> {
  const title = packTitle({ ...content, ...content.choice, edition: content.edition.edition });
  const print = (pages: ReadonlyMap<string, number>) =>
    renderPdf({ html: packMarkup(content, pages), title, signal, longestMs });
  const first = await print(new Map());
  await between();
  return print(pageNumbers(first));
}
