import { createHash } from "node:crypto";
import { type PdfInput, renderPdf } from "./pdf.server.ts";

// What was printed lately, by everything that it depends on. Some 60 files of a few hundred kB.
const kept = new Map<string, Uint8Array>();
const limit = 60;

/**
 * A PDF as `renderPdf` makes it, or the one that was made of the same contents lately: sheets are
 * public, and nobody should be able to keep the printer busy with the same one. Throws as it does.
 */
export async function keptPdf({ signal, ...input }: PdfInput): Promise<Uint8Array> {
  const key = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
  const known = kept.get(key);
  if (known) return known;
  const pdf = await renderPdf({ ...input, signal });
  kept.set(key, pdf);
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) break;
    kept.delete(oldest);
  }
  return pdf;
}
