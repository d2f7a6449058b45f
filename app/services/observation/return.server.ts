import { z } from "zod";
import type { ServiceContext } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import type { TargetCodes } from "./find-target.server.ts";
import { judgeAnswer } from "./judge.server.ts";
import { fieldErrors } from "./write.server.ts";

const reasonField = z.object({
  reason: z
    .string({ error: "reason.empty" })
    .trim()
    .min(1, "reason.empty")
    .max(2000, "note.too_long"),
});

/**
 * Returns a submitted answer to its organisation (差戻し). The reason is required: the other side
 * must know what to do. Throws `forbidden`, `not_found`, `invalid`, `conflict` or `locked`.
 */
export async function returnObservation(
  context: ServiceContext,
  reviewer: string,
  codes: TargetCodes,
  input: Record<string, unknown>,
): Promise<void> {
  const parsed = reasonField.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  await judgeAnswer(context, reviewer, codes, input, { step: "return", ...parsed.data });
}
