import { withPage } from "./browser.server.ts";
import { ExportUnavailable } from "./export-unavailable.ts";
import { withoutTraces } from "./pdf-traces.ts";
import { printedDocument, printedFooter } from "./printed-document.server.tsx";
import { createQueue } from "./queue.ts";

export type PdfInput = {
  /** Static markup of the page's contents, as `renderToStaticMarkup` gives it. */
  html: string;
  /** The document's title; it stands in the footer of every sheet as well. */
  title: string;
  landscape?: boolean;
  /** Ends the work early: the request's own signal, when a person may go away. */
  signal?: AbortSignal;
};

const deadlineMs = 30_000;
const inTurn = createQueue({ atOnce: 2, waiting: 20 });

/**
 * Prints markup as a PDF on A4, with the portal's print style: tagged, with an outline made of its
 * headings, title and page numbers in the footer, fonts embedded. Nothing in the markup can run or
 * fetch anything. The same markup gives the same bytes on the same machine.
 * Throws ExportUnavailable when there is no browser, too long a line, or no answer in time.
 */
export async function renderPdf({ signal: caller, ...input }: PdfInput): Promise<Uint8Array> {
  const late = AbortSignal.timeout(deadlineMs);
  const signal = caller ? AbortSignal.any([caller, late]) : late;
  try {
    return await inTurn(async () => {
      try {
        return await print(input, signal);
      } catch (error) {
        if (signal.aborted || error instanceof ExportUnavailable) throw error;
        // The browser died under this page, perhaps by another one's fault.
        return await print(input, signal);
      }
    });
  } catch (error) {
    if (error instanceof ExportUnavailable) throw error;
    throw new ExportUnavailable(signal.aborted ? "too_slow" : "failed", error);
  }
}

function print(input: Omit<PdfInput, "signal">, signal: AbortSignal): Promise<Uint8Array> {
  return withPage(signal, async (page) => {
    await page.setContent(printedDocument(input), { timeout: deadlineMs, waitUntil: "load" });
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
  });
}
