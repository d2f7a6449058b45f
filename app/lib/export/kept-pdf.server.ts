import { keepLately } from "./keep-lately.ts";
import { type PdfInput, renderPdf } from "./pdf.server.ts";

// Files of a few hundred kB.
const kept = keepLately<Uint8Array>(60);

/**
 * A PDF as `renderPdf` makes it, or the one that was made of the same contents lately: sheets are
 * public, and nobody should be able to keep the printer busy with the same one. Throws as it does.
 */
export function keptPdf({ signal, ...input }: PdfInput): Promise<Uint8Array> {
  return kept(JSON.stringify(input), () => renderPdf({ ...input, signal }));
}
