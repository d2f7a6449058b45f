import type { Upload } from "#app/domain/attachment/upload.ts";
import type { ServiceContext } from "../context.server.ts";
import type { TargetCodes } from "./find-target.server.ts";
import { writeAnswer } from "./write.server.ts";

/**
 * Submits an organisation's answer to the PT's lead, or proposes it first to those who decide in the
 * organisation, where it wants that. Everything asked for must be there.
 * Throws `forbidden`, `not_found`, `invalid`, `conflict` or `locked`.
 */
export function submitObservation(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
  uploads: readonly Upload[] = [],
): Promise<void> {
  return writeAnswer(context, codes, input, uploads, "submit");
}
