import { z } from "zod";
import { proveUploads, type Upload } from "#app/domain/attachment/upload.ts";
import { answerSchema } from "#app/domain/observation/answer.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { tellHandedIn } from "../notification/tell-of-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendVersion } from "./append-version.server.ts";
import { findTarget, type TargetCodes } from "./find-target.server.ts";

/** What the form sends besides the answer itself. */
export const stepFields = z.object({
  baseVersion: z.coerce.number().int().min(0),
  requestKey: z.uuid(),
});

export type FieldErrors = Record<string, string>;

/**
 * What saving, proposing and submitting have in common: the organisation's own answer, read and
 * appended with the files behind it.
 * Throws `invalid` with the message key of each field.
 */
export async function writeAnswer(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
  uploads: readonly Upload[],
  step: "save" | "propose" | "submit",
): Promise<void> {
  const membership = requireMembership(context, codes.organisation);
  authorize(context, `observation.${step}`, { organisationId: membership.organisationId });
  await transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    const fields = stepFields.safeParse(input);
    const answer = answerSchema(target.indicator, step !== "save").safeParse(input);
    const files = proveUploads(uploads);
    if (!fields.success || !answer.success || !files.ok) {
      throw new ServiceError("invalid", {
        errors: { ...fieldErrors(answer.error, fields.error), ...files.errors },
      });
    }
    const taken = await appendVersion(tx, context, target, {
      step,
      ...fields.data,
      content: answer.data,
      files: files.files,
      authorOrganisationId: membership.organisationId,
    });
    await tellHandedIn(tx, context, [{ step: taken, target }], membership.organisationId);
  });
}

/** The first message of each field. */
export function fieldErrors(...errors: (z.ZodError | undefined)[]): FieldErrors {
  const issues = errors.flatMap((error) => error?.issues ?? []);
  return Object.fromEntries(
    issues.reverse().map((issue) => [String(issue.path[0]), issue.message]),
  );
}
