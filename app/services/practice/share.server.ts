import type { Upload } from "#app/domain/attachment/upload.ts";
import type { ServiceContext } from "../context.server.ts";
import { type WrittenPractice, writePractice } from "./write.server.ts";

/**
 * Shares a case with every member as the form says it, whether it was a draft, was taken back or is
 * new. Answers the id. Throws `forbidden`, `not_found`, `invalid` where something is missing,
 * `conflict`, and `locked` where it is shared already.
 */
export function sharePractice(
  context: ServiceContext,
  codes: WrittenPractice,
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<string> {
  return writePractice(context, codes, input, "share", uploads);
}
