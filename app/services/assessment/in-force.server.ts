import { and, desc, eq, inArray } from "drizzle-orm";
import type { Assessment } from "#app/domain/evaluation/assessment.ts";
import type { Transaction } from "#db/client.server.ts";
import { assessments } from "#db/schema/index.ts";

/** The judgements in force, the newest of each kind, subject and year; those taken back left out. */
export async function assessmentsInForce(
  tx: Transaction,
  scope: { planId: string; fy?: number } | { indicatorIds: readonly string[] },
): Promise<Assessment[]> {
  const { indicatorId, nodeId, fy, kind, value, reason, version } = assessments;
  const rows = await tx
    .selectDistinctOn([indicatorId, nodeId, fy, kind], {
      indicatorId,
      nodeId,
      fy,
      kind,
      value,
      reason,
    })
    .from(assessments)
    .where(
      "planId" in scope
        ? and(
            eq(assessments.planId, scope.planId),
            scope.fy === undefined ? undefined : eq(fy, scope.fy),
          )
        : inArray(indicatorId, [...scope.indicatorIds]),
    )
    .orderBy(indicatorId, nodeId, fy, kind, desc(version));
  return rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]));
}
