import { checkContent } from "./content.ts";
import { kindOfName } from "./kinds.ts";
import { attachmentLimits } from "./limits.ts";
import { cleanFileName } from "./name.ts";

/** A file as a form sent it: nothing about it is believed yet, neither its name nor its ending. */
export type Upload = { name: string; bytes: Uint8Array };

/** A file whose content is what its ending says, under a name that no system trips over. */
export type CheckedUpload = { name: string; mediaType: string; bytes: Uint8Array };

/**
 * Proves the files of one form, all or none: the first that cannot be taken is answered with the key
 * of its words and, behind it, the file's name.
 */
export function checkUploads(
  uploads: readonly Upload[],
): { ok: true; files: CheckedUpload[] } | { ok: false; error: string } {
  if (uploads.length > attachmentLimits.files) return { ok: false, error: "attachment.too_many" };
  const files: CheckedUpload[] = [];
  for (const { name: given, bytes } of uploads) {
    const name = cleanFileName(given);
    const checked = checkUpload(name, bytes);
    if ("refused" in checked) return { ok: false, error: `${checked.refused} ${name}` };
    files.push({ name, bytes, mediaType: checked.mediaType });
  }
  return { ok: true, files };
}

function checkUpload(name: string, bytes: Uint8Array): { mediaType: string } | { refused: string } {
  if (bytes.length === 0) return { refused: "attachment.empty" };
  if (bytes.length > attachmentLimits.fileBytes) return { refused: "attachment.too_large" };
  const kind = kindOfName(name);
  if ("refused" in kind) return kind;
  const refused = checkContent(kind, bytes);
  return refused === null ? { mediaType: kind.mediaType } : { refused };
}
