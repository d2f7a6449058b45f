import { parseFormData } from "@remix-run/form-data-parser";
import type { ActionFunctionArgs } from "@remix-run/node";
import { attachmentLimits } from "#app/domain/attachment/limits.ts";
import type { Upload } from "#app/domain/attachment/upload.ts";
import { formValues } from "../form-values.ts";

/**
 * Bounds of what is read at all. What a person can send by mistake, a sixth file or one that is too
 * large, is within them, so that the refusal can stand at its field and keep what was typed.
 */
const bounds = {
  maxFiles: 20,
  // A round's form has a box for each KPI of a plan.
  maxParts: 1000,
  maxHeaderSize: 4096,
  maxFileSize: attachmentLimits.requestBytes,
  maxTotalSize: attachmentLimits.requestBytes,
};

/** A form as it was sent: its texts, and the files of its field `files`. */
export type SentForm = { values: Record<string, string>; files: Upload[] };

/**
 * Reads the form of an action, with files or without. The files are what somebody claims, until a
 * verb has proven them; of one larger than `fileBytes` only the name is kept. Throws the response 400
 * for what is no form, or beyond all bounds.
 */
export async function readForm(
  { request, context }: Pick<ActionFunctionArgs, "request" | "context">,
  fileBytes: number = attachmentLimits.fileBytes,
): Promise<SentForm> {
  const files: Upload[] = [];
  let free: number = attachmentLimits.formBytes;
  const form = await parseFormData(request, bounds, async (file) => {
    // A browser sends a nameless, empty file where none was chosen.
    if (file.fieldName !== "files" || (file.name === "" && file.size === 0)) return;
    free -= file.size;
    // What cannot be taken is not kept in memory either.
    const isKept = free >= 0 && file.size <= fileBytes;
    const bytes = isKept ? new Uint8Array(await file.arrayBuffer()) : null;
    files.push({ name: file.name, bytes });
  }).catch(() => {
    throw new Response(null, { status: 400 });
  });
  const values = formValues(form);
  // For the page that says that the database is away: it sends the texts again.
  context.sent = { values, files: files.length };
  return { values, files };
}
