import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Rubric, rubricSchema } from "#app/domain/rubric/rubric.ts";
import { indicators, rubrics } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import { ServiceError } from "../service-error.ts";
import { findRubric } from "./find.server.ts";

const fields = z.object({
  reason: z.string().trim().min(1, "rubric.reason").max(1000, "assessment.reason_long"),
  /** The version that the person began from. */
  baseVersion: z.coerce.number().int().min(1),
});

/**
 * Puts a new version of a plan's rubric in force, and evaluates every indicator by it. What was
 * published stays as it was published. `content` is a rubric as data. Throws `forbidden`,
 * `not_found`, `invalid` (paths joined by dots: `rules.0.mark`), `conflict` when another version
 * came in between.
 */
export async function adoptRubric(
  given: ServiceContext,
  planCode: string,
  input: { content: unknown; reason?: unknown; baseVersion?: unknown },
): Promise<void> {
  await transaction(given, async (tx) => {
    const { plan, newest } = await findRubric(tx, planCode);
    const { context, membership } = authorizeAs(given, "rubric.adopt", {
      ownerOrganisationId: plan.ownerId,
    });
    const parsed = fields.safeParse(input);
    const content = readRubric(input.content);
    if (!parsed.success || !content.ok)
      throw new ServiceError("invalid", {
        errors: { ...pathErrors(parsed.error), ...(content.ok ? {} : content.errors) },
      });
    const { reason, baseVersion } = parsed.data;
    if (newest.version !== baseVersion) throw new ServiceError("conflict");
    const version = baseVersion + 1;
    const written = await tx
      .insert(rubrics)
      .values({
        planId: plan.id,
        version,
        content: content.rubric,
        reason,
        authorId: context.actor.id,
      })
      .onConflictDoNothing()
      .returning({ id: rubrics.id });
    if (written.length === 0) throw new ServiceError("conflict");
    const all = await tx
      .select({ id: indicators.id })
      .from(indicators)
      .where(eq(indicators.planId, plan.id));
    await recomputeEvaluations(tx, { indicatorIds: all.map((indicator) => indicator.id) });
    await record(tx, context, {
      action: "rubric.adopt",
      organisationId: membership.organisationId,
      subject: plan.code,
      detail: { version, reason, before: newest.content, after: content.rubric },
    });
  });
}

export type RubricInput =
  | { ok: true; rubric: Rubric }
  | { ok: false; errors: Record<string, string> };

/** A rubric from the outside, or what is wrong with it by path. */
export function readRubric(content: unknown): RubricInput {
  const parsed = rubricSchema.safeParse(content);
  return parsed.success
    ? { ok: true, rubric: parsed.data }
    : { ok: false, errors: pathErrors(parsed.error) };
}

function pathErrors(error: z.ZodError | undefined): Record<string, string> {
  const issues = [...(error?.issues ?? [])].reverse();
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
}
