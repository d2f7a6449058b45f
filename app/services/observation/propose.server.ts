import type { Upload } from "#app/domain/attachment/upload.ts";
import type { ServiceContext } from "../context.server.ts";
import type { TargetCodes } from "./find-target.server.ts";
import { writeAnswer } from "./write.server.ts";

/**
 * Proposes an organisation's answer to those who decide in it (起案). Everything asked for must be
 * there. Throws `forbidden`, `not_found`, `invalid`, `conflict` or `locked`.
 */
export function proposeObservation(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<void> {
  return writeAnswer(context, codes, input, uploads, "propose");
}
