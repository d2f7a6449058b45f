import type { Page } from "playwright-core";
import { withPage } from "./browser.server.ts";
import { ExportUnavailable } from "./export-unavailable.ts";
import { createQueue } from "./queue.ts";

export const deadlineMs = 30_000;
const inTurn = createQueue({ atOnce: 2, waiting: 20 });

/**
 * Has the browser make a file in its turn, with a second try where it died, until the deadline or until
 * `caller` says that nobody waits any more.
 * Throws ExportUnavailable when there is no browser, too long a line, or no answer in time.
 */
export async function inBrowser<Result>(
  caller: AbortSignal | undefined,
  work: (page: Page) => Promise<Result>,
  longestMs = deadlineMs,
): Promise<Result> {
  const late = AbortSignal.timeout(longestMs);
  const signal = caller ? AbortSignal.any([caller, late]) : late;
  try {
    return await inTurn(async () => {
      try {
        return await withPage(signal, work);
      } catch (error) {
        if (signal.aborted || error instanceof ExportUnavailable) throw error;
        // The browser died under this page, perhaps by another one's fault.
        return await withPage(signal, work);
      }
    });
  } catch (error) {
    if (error instanceof ExportUnavailable) throw error;
    throw new ExportUnavailable(signal.aborted ? "too_slow" : "failed", error);
  }
}
