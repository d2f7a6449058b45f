import type { Upload } from "#app/domain/attachment/upload.ts";
import type { ServiceContext } from "../context.server.ts";
import type { TargetCodes } from "./find-target.server.ts";
import { writeAnswer } from "./write.server.ts";

/**
 * Saves an organisation's answer as a draft, which only the organisation sees. Gaps are allowed,
 * nothing unreadable is. Throws `forbidden`, `not_found`, `invalid`, `conflict` or `locked`.
 */
export function saveObservation(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<void> {
  return writeAnswer(context, codes, input, uploads, "save");
}
