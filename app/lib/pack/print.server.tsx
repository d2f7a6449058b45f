import type { FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { PackContent } from "#app/domain/pack/content.ts";
import { renderPdf } from "../export/pdf.server.ts";
import { packTitle } from "./file-name.ts";
import { pageNumbers } from "./page-numbers.ts";

/** A pack of a large plan is a hundred sheets, and other files may be printed beside it. */
const longestMs = 4 * 60_000;

/** How a pack looks whose parts stand on these pages. */
export type PackLook = FunctionComponent<{
  content: PackContent;
  pages: ReadonlyMap<string, number>;
}>;

/**
 * Prints a pack: once to learn on which pages its parts stand, and once with those numbers in its
 * contents; `between` is told when the first is done. Throws ExportUnavailable.
 */
export async function printPack(
  Look: PackLook,
  content: PackContent,
  signal: AbortSignal,
  between: () => Promise<void>,
): Promise<Uint8Array> {
  const title = packTitle({ ...content, ...content.choice, edition: content.edition.edition });
  const print = (pages: ReadonlyMap<string, number>) => {
    const html = renderToStaticMarkup(<Look content={content} pages={pages} />);
    return renderPdf({ html, title, signal, longestMs });
  };
  const first = await print(new Map());
  await between();
  return print(pageNumbers(first));
}
