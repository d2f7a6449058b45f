import { sql } from "drizzle-orm";
import { z } from "zod";
import { proveUploads, type Upload } from "#app/domain/attachment/upload.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import { answerSchema } from "#app/domain/observation/answer-schema.ts";
import { implausibilitiesOf } from "#app/domain/observation/plausibility.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { tellHandedIn } from "../notification/tell-of-figure.server.ts";
import { ServiceError } from "../service-error.ts";
import { type AnswerBefore, answerBefore } from "./answer-before.server.ts";
import { appendVersion } from "./append-version.server.ts";
import { findTarget, type ReportTarget, type TargetCodes } from "./find-target.server.ts";

/** What the form sends besides the answer itself. */
export const stepFields = z.object({
  baseVersion: z.coerce.number().int().min(0),
  requestKey: z.uuid(),
});

export type FieldErrors = Record<string, string>;

/**
 * What saving, proposing and submitting have in common: the organisation's own answer, read and
 * appended with the files behind it. What looks like a slip is handed in with its reason only.
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
    if (step !== "save") await askForReason(tx, target, answer.data);
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

/** Throws `invalid` where a figure looks like a slip of the hand and the note does not explain it. */
async function askForReason(
  tx: Transaction,
  { indicator, organisation, fy, period }: ReportTarget,
  answer: AnswerContent,
): Promise<void> {
  if (answer.note !== "") return;
  const [row] = await tx.execute<{ before: AnswerBefore | null }>(sql`
    select ${answerBefore({
      indicatorId: sql`${indicator.id}::uuid`,
      series: sql`${indicator.series}::text`,
      organisationId: sql`${organisation.id}::uuid`,
      fy: sql`${fy}::int`,
      period: sql`${period}::int`,
    })} as before`);
  const [doubt] = implausibilitiesOf(indicator, answer, row?.before ?? null);
  if (doubt) throw new ServiceError("invalid", { errors: { note: `doubt.${doubt}` } });
}

/** The first message of each field. */
export function fieldErrors(...errors: (z.ZodError | undefined)[]): FieldErrors {
  const issues = errors.flatMap((error) => error?.issues ?? []);
  return Object.fromEntries(
    issues.reverse().map((issue) => [String(issue.path[0]), issue.message]),
  );
}
