import { holdsText, startsWith, textOf } from "./bytes.ts";
import { isGif, isJpeg, isPng, isWebp } from "./images.ts";
import type { AttachmentKind } from "./kinds.ts";
import { checkOdf, checkOoxml } from "./office.ts";
import { checkText } from "./text.ts";
import { endsAsZip } from "./zip.ts";

/** What a browser that guesses would take for a page of ours. */
const markup = /<(?:!doctype|html|head|body|script|iframe|object|embed|svg|\?xml)[\s>/]/i;

/**
 * Whether a content is what its ending says, by its own bytes. Answers null, or the key of the
 * refusal. A file that is two things at once is neither.
 */
export function checkContent(
  kind: Pick<AttachmentKind, "ending" | "family">,
  bytes: Uint8Array,
): string | null {
  const { ending, family } = kind;
  if (family === "ooxml") return checkOoxml(ending, bytes);
  if (family === "odf") return checkOdf(ending, bytes);
  if (family === "text") return checkText(bytes);
  const sound = isSound[family](bytes) && !endsAsZip(bytes);
  return sound && !markup.test(textOf(bytes, 0, 1024)) ? null : "attachment.content";
}

const isSound = { pdf: isPdf, png: isPng, jpeg: isJpeg, webp: isWebp, gif: isGif };

/** The header at the very beginning, where readers would look for it up to 1,024 bytes further on. */
function isPdf(bytes: Uint8Array): boolean {
  return startsWith(bytes, "%PDF-") && holdsText(bytes, "%%EOF", bytes.length - 2048);
}
