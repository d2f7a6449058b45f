import { checkContent } from "./content.ts";
import { kindOfName } from "./kinds.ts";
import { attachmentLimits } from "./limits.ts";
import { cleanFileName } from "./name.ts";

/**
 * A file as a form sent it: nothing about it is believed yet, neither its name nor its ending. Without
 * bytes it was too large to be kept.
 */
export type Upload = { name: string; bytes: Uint8Array | null };

/** A file whose content is what its ending says, under a name that no system trips over. */
export type CheckedUpload = { name: string; mediaType: string; bytes: Uint8Array };

/**
 * Proves the files of one form, all or none: the first that cannot be taken is answered as the error
 * of the field `files`, the key of the words with the file's name behind it.
 */
export function proveUploads(uploads: readonly Upload[]): {
  ok: boolean;
  files: CheckedUpload[];
  errors: { files?: string };
} {
  const refuse = (error: string) => ({ ok: false, files: [], errors: { files: error } });
  if (uploads.length > attachmentLimits.files) return refuse("attachment.too_many");
  const files: CheckedUpload[] = [];
  for (const { name: given, bytes } of uploads) {
    const name = cleanFileName(given);
    if (bytes === null || bytes.length > attachmentLimits.fileBytes)
      return refuse(`attachment.too_large ${name}`);
    const checked = checkUpload(name, bytes);
    if ("refused" in checked) return refuse(`${checked.refused} ${name}`);
    files.push({ name, bytes, mediaType: checked.mediaType });
  }
  return { ok: true, files, errors: {} };
}

function checkUpload(name: string, bytes: Uint8Array): { mediaType: string } | { refused: string } {
  if (bytes.length === 0) return { refused: "attachment.empty" };
  const kind = kindOfName(name);
  if ("refused" in kind) return kind;
  const refused = checkContent(kind, bytes);
  return refused === null ? { mediaType: kind.mediaType } : { refused };
}
