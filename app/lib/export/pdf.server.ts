import type { Page } from "playwright-core";
import { deadlineMs, inBrowser } from "./in-browser.server.ts";
import { withoutTraces } from "./pdf-traces.ts";
import { printedDocument, printedFooter } from "./printed-document.server.tsx";

export type PdfInput = {
  /** Static markup of the page's contents, as `renderToStaticMarkup` gives it. */
  html: string;
  /** The document's title; it stands in the footer of every sheet as well. */
  title: string;
  landscape?: boolean;
  /** Ends the work early: the request's own signal, when a person may go away. */
  signal?: AbortSignal;
  /** How long it may take; less unless somebody waits for it in the background. */
  longestMs?: number;
};

/**
 * Prints markup as a PDF on A4, with the portal's print style: tagged, with an outline made of its
 * headings, title and page numbers in the footer, fonts embedded. Nothing in the markup can run or
 * fetch anything. The same markup gives the same bytes on the same machine.
 * Throws ExportUnavailable as `inBrowser` does.
 */
export function renderPdf({
  signal,
  longestMs = deadlineMs,
  ...input
}: PdfInput): Promise<Uint8Array> {
  const print = async (page: Page) => {
    await page.setContent(printedDocument(input), { timeout: longestMs, waitUntil: "load" });
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: printedFooter(input.title),
    });
    return withoutTraces(pdf);
  };
  return inBrowser(signal, print, longestMs);
}
