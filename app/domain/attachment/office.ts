import { startsWith } from "./bytes.ts";
import { readZip } from "./zip.ts";

/** Where the parts of each kind of document lie. */
const folders: Record<string, string> = { docx: "word/", xlsx: "xl/", pptx: "ppt/" };

const macros = /vbaproject|vbadata|(?:^|\/)(?:macrosheets|activex|basic|scripts)\//i;
const programs =
  /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|js|jse|vbs|vbe|wsf|hta|lnk|jar|zip|7z|rar|iso)$/i;

/**
 * A document of Word, Excel or PowerPoint, by the directory of its zip: the parts of its kind, no
 * macros, nothing in it that could be run. Answers null, or the key of the refusal.
 */
export function checkOoxml(ending: string, bytes: Uint8Array): string | null {
  // A document with a password is another kind of file altogether, and nobody can look into it.
  if (startsWith(bytes, "\xd0\xcf\x11\xe0")) return "attachment.protected";
  const names = readZip(bytes)?.map(({ name }) => name);
  const folder = folders[ending] ?? "";
  if (!names?.includes("[Content_Types].xml") || !names.some((name) => name.startsWith(folder)))
    return "attachment.content";
  return checkParts(names);
}

/** An OpenDocument file: its first file is not packed and says what it is. */
export function checkOdf(ending: string, bytes: Uint8Array): string | null {
  const names = readZip(bytes)?.map(({ name }) => name);
  const kind = `mimetypeapplication/vnd.oasis.opendocument.${odfKinds[ending] ?? ""}`;
  if (!names?.includes("content.xml") || !startsWith(bytes, kind, 30)) return "attachment.content";
  return checkParts(names);
}

const odfKinds: Record<string, string> = {
  odt: "text",
  ods: "spreadsheet",
  odp: "presentation",
};

function checkParts(names: readonly string[]): string | null {
  if (names.some((name) => macros.test(name))) return "attachment.macros";
  return names.some((name) => programs.test(name)) ? "attachment.content" : null;
}
