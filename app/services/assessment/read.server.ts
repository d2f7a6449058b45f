import { and, asc, desc, eq } from "drizzle-orm";
import { comparableYears } from "#app/domain/evaluation/comparable-years.ts";
import { type ProposedOutlook, proposeOutlook } from "#app/domain/evaluation/outlook.ts";
import { exact } from "#app/domain/figure/exact.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { assessments, evaluations, indicators, organisations, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { readRollup } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";
import { type AssessedSubject, findSubject, type SubjectCodes } from "./find-subject.server.ts";

/**
 * What people have said about an indicator or project in a year, with its history, beside what is
 * computed, and an outlook proposed from the trend. Throws `forbidden` for people who are not
 * members, `not_found`.
 */
export async function readAssessments(context: ServiceContext, codes: SubjectCodes) {
  authorize(context, "rollup.read");
  const rollup = await readRollup(context, codes.plan, codes.fy);
  return transaction(context, async (tx) => {
    const subject = await findSubject(tx, codes);
    const { id, plan, rubric, kind, code, name, fy, rights } = subject;
    const computed =
      id.indicatorId === null
        ? rollup.byNode.get(id.nodeId ?? "")
        : rollup.evaluations.get(id.indicatorId);
    if (!computed) throw new ServiceError("not_found");
    const { mark, computedMark, isDemo } = computed;
    const history = await readHistory(tx, subject);
    return {
      plan: { code: plan.code, name: plan.name },
      rubric,
      kind,
      code,
      name,
      fy,
      evaluation: { mark, computedMark },
      isDemo,
      history,
      mayOverride: can(context.actor, "override.set", rights),
      mayGiveOutlook: kind === "indicator" && can(context.actor, "outlook.set", rights),
      proposed: id.indicatorId === null ? null : await proposalFor(tx, id.indicatorId, fy),
    };
  });
}

/** Every version, newest first. */
function readHistory(tx: Transaction, { id, fy }: Pick<AssessedSubject, "id" | "fy">) {
  return tx
    .select({
      kind: assessments.kind,
      version: assessments.version,
      value: assessments.value,
      reason: assessments.reason,
      author: users.name,
      organisation: organisations.shortName,
      createdAt: assessments.createdAt,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.authorOrganisationId))
    .leftJoin(users, eq(users.id, assessments.authorId))
    .where(
      and(
        id.indicatorId === null
          ? eq(assessments.nodeId, id.nodeId)
          : eq(assessments.indicatorId, id.indicatorId),
        eq(assessments.fy, fy),
      ),
    )
    .orderBy(asc(assessments.kind), desc(assessments.version));
}

/** The proposal from the figures up to a year; null where there is no numeric target to reach. */
async function proposalFor(
  tx: Transaction,
  indicatorId: string,
  fy: number,
): Promise<{ outlook: ProposedOutlook; unit: string } | null> {
  const rows = await tx
    .select({ indicator: indicators, evaluation: evaluations })
    .from(indicators)
    .leftJoin(evaluations, eq(evaluations.indicatorId, indicators.id))
    .where(eq(indicators.id, indicatorId))
    .orderBy(asc(evaluations.fy));
  const indicator = rows[0]?.indicator;
  if (!indicator?.targetValue || indicator.direction === "milestone") return null;
  const results = rows.flatMap(({ evaluation }) =>
    evaluation !== null && evaluation.fy <= fy ? [evaluation] : [],
  );
  return {
    unit: indicator.unit,
    outlook: proposeOutlook({
      direction: indicator.direction,
      points: comparableYears(indicator, results),
      target: exact(indicator.targetValue),
      dueFy: indicator.targetFy ?? indicator.lastFy,
    }),
  };
}
