import { endingOf } from "./name.ts";

/** How a content is proven to be what it is called. */
export type ContentFamily = "pdf" | "ooxml" | "odf" | "png" | "jpeg" | "webp" | "gif" | "text";

export type AttachmentKind = {
  ending: string;
  /** What it is served as, whatever the browser called it that sent it. */
  mediaType: string;
  family: ContentFamily;
  /** What lists call it. */
  label: string;
};

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** All that can be attached. What is not here is refused. */
export const attachmentKinds: readonly AttachmentKind[] = [
  { ending: "pdf", mediaType: "application/pdf", family: "pdf", label: "PDF" },
  {
    ending: "docx",
    mediaType: `${office}.wordprocessingml.document`,
    family: "ooxml",
    label: "Word",
  },
  { ending: "xlsx", mediaType: `${office}.spreadsheetml.sheet`, family: "ooxml", label: "Excel" },
  {
    ending: "pptx",
    mediaType: `${office}.presentationml.presentation`,
    family: "ooxml",
    label: "PowerPoint",
  },
  { ending: "odt", mediaType: `${open}.text`, family: "odf", label: "OpenDocument文書" },
  { ending: "ods", mediaType: `${open}.spreadsheet`, family: "odf", label: "OpenDocument表計算" },
  {
    ending: "odp",
    mediaType: `${open}.presentation`,
    family: "odf",
    label: "OpenDocument発表資料",
  },
  { ending: "png", mediaType: "image/png", family: "png", label: "画像" },
  { ending: "jpg", mediaType: "image/jpeg", family: "jpeg", label: "画像" },
  { ending: "jpeg", mediaType: "image/jpeg", family: "jpeg", label: "画像" },
  { ending: "webp", mediaType: "image/webp", family: "webp", label: "画像" },
  { ending: "gif", mediaType: "image/gif", family: "gif", label: "画像" },
  { ending: "csv", mediaType: "text/csv", family: "text", label: "CSV" },
  { ending: "txt", mediaType: "text/plain", family: "text", label: "テキスト" },
];

const legacy = new Set(["doc", "xls", "ppt", "dot", "xlt", "pot", "pps"]);
const withMacros = new Set([
  "docm",
  "xlsm",
  "pptm",
  "dotm",
  "xltm",
  "potm",
  "ppsm",
  "xlsb",
  "xlam",
]);

/** The kind of a file by its ending, or the key of why there is none. */
export function kindOfName(name: string): AttachmentKind | { refused: string } {
  const ending = endingOf(name);
  const kind = attachmentKinds.find((known) => known.ending === ending);
  if (kind) return kind;
  if (withMacros.has(ending)) return { refused: "attachment.macros" };
  return { refused: legacy.has(ending) ? "attachment.legacy" : "attachment.kind" };
}

/** What a list calls a kept file. */
export function kindLabel(mediaType: string): string {
  return attachmentKinds.find((known) => known.mediaType === mediaType)?.label ?? "ファイル";
}
