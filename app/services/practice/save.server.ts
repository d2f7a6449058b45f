import type { Upload } from "#app/domain/attachment/upload.ts";
import type { ServiceContext } from "../context.server.ts";
import { type WrittenPractice, writePractice } from "./write.server.ts";

/**
 * Saves a case: a draft, which only its organisation sees and which may have gaps; or, where it is
 * shared already, a correction that everybody reads at once. Earlier versions stay. The same request
 * sent twice is one. Answers the id. Throws `forbidden`, `not_found`, `invalid`, `conflict`, and
 * `locked` where the case was taken back.
 */
export function savePractice(
  context: ServiceContext,
  codes: WrittenPractice,
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<string> {
  return writePractice(context, codes, input, "save", uploads);
}
