import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { AssessmentKind } from "#app/domain/evaluation/assessment.ts";
import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { assessments } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import type { AssessedSubject } from "./find-subject.server.ts";

const fields = z.object({
  /** Empty takes the judgement back. */
  value: z.string().default(""),
  reason: z.string().trim().min(1, "assessment.reason").max(1000, "assessment.reason_long"),
  /** The version that the person saw; 0 where there was none. */
  baseVersion: z.coerce.number().int().min(0),
});

/**
 * Appends what a person says about a year, with the audit event. Throws `forbidden`, `invalid`,
 * and `conflict` when somebody was faster.
 */
export async function appendAssessment(
  tx: Transaction,
  given: ServiceContext,
  subject: AssessedSubject,
  kind: AssessmentKind,
  input: Record<string, unknown>,
): Promise<void> {
  const permission = kind === "mark" ? "override.set" : "outlook.set";
  const { context, membership } = authorizeAs(
    given,
    permission satisfies Permission,
    subject.rights,
  );
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  const { reason, baseVersion } = parsed.data;
  const value = parsed.data.value || null;
  const scale = kind === "mark" ? subject.rubric.marks : subject.rubric.outlook;
  if (value !== null && !scale.some((step) => step.symbol === value))
    throw new ServiceError("invalid", { errors: { value: "assessment.value" } });

  const newest = await newestAssessment(tx, subject, kind);
  if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
  // Nothing chosen: there is nothing to take back.
  if (value === null && (newest?.value ?? null) === null)
    throw new ServiceError("invalid", { errors: { value: `assessment.no_${kind}` } });
  const written = await tx
    .insert(assessments)
    .values({
      planId: subject.plan.id,
      ...subject.id,
      fy: subject.fy,
      kind,
      version: baseVersion + 1,
      value,
      reason,
      authorId: context.actor.id,
      authorOrganisationId: membership.organisationId,
    })
    .onConflictDoNothing()
    .returning({ id: assessments.id });
  if (written.length === 0) throw new ServiceError("conflict");
  await record(tx, context, {
    action: permission,
    organisationId: membership.organisationId,
    subject: `${subject.plan.code}/${subject.code}/${subject.fy}`,
    detail: { before: newest?.value ?? null, after: value, reason },
  });
}

/** The newest version of a judgement, also one that took it back. */
export async function newestAssessment(
  tx: Transaction,
  { id, fy }: Pick<AssessedSubject, "id" | "fy">,
  kind: AssessmentKind,
) {
  const [newest] = await tx
    .select()
    .from(assessments)
    .where(
      and(
        id.indicatorId === null
          ? isNull(assessments.indicatorId)
          : eq(assessments.indicatorId, id.indicatorId),
        id.nodeId === null ? isNull(assessments.nodeId) : eq(assessments.nodeId, id.nodeId),
        eq(assessments.fy, fy),
        eq(assessments.kind, kind),
      ),
    )
    .orderBy(desc(assessments.version))
    .limit(1);
  return newest ?? null;
}
