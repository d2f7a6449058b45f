import { z } from "zod";
import type { ServiceContext } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { decideOnFinding, type FindingCodes } from "./decide.server.ts";

const fields = z.object({
  reason: z
    .string({ error: "finding.reason" })
    .trim()
    .min(1, "finding.reason")
    .max(1000, "finding.reason_long"),
});

/**
 * Sets a finding of the health check aside (対応不要) with the reason, until the definition changes.
 * Throws `forbidden`, `not_found`, `invalid`, `conflict`.
 */
export function dismissFinding(
  context: ServiceContext,
  codes: FindingCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return decideOnFinding(context, codes, "dismiss", () => {
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    return parsed.data.reason;
  });
}
