import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Assessment } from "#app/domain/evaluation/assessment.ts";
import type { EvaluationRow } from "#app/domain/rollup/compute.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations } from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { evaluatePast } from "../evaluation/evaluate.server.ts";

/** One indicator's evaluations and judgements of all years, with the rubrics of published ones. */
export type IndicatorYears = {
  years: EvaluationRow[];
  assessments: Assessment[];
  rubrics: ReadonlyMap<number, Rubric>;
};

/**
 * Reads one indicator's years as they stand, as they were at an earlier moment,
 * or as the newest edition of each year has them. */
export async function readIndicatorYears(
  tx: Transaction,
  scope: {
    plan: { id: string; code: string };
    indicatorId: string;
    published: boolean;
    past: boolean;
  },
): Promise<IndicatorYears> {
  const { plan, indicatorId } = scope;
  if (scope.published) return readPublished(tx, { planId: plan.id, indicatorId });
  if (scope.past)
    return {
      years: await evaluatePast(tx, plan.code, { indicatorIds: [indicatorId] }),
      assessments: await assessmentsInForce(tx, { indicatorIds: [indicatorId] }),
      rubrics: new Map(),
    };
  const rows = await tx
    .select()
    .from(evaluations)
    .where(eq(evaluations.indicatorId, indicatorId))
    .orderBy(asc(evaluations.fy));
  return {
    years: rows,
    assessments: await assessmentsInForce(tx, { indicatorIds: [indicatorId] }),
    rubrics: new Map(),
  };
}

/** The evaluations of some indicators of a plan as the newest edition of each year has them. */
export async function readPublishedYears(
  tx: Transaction,
  planId: string,
  indicatorIds: readonly string[],
): Promise<EvaluationRow[]> {
  const rows: { evaluation: EvaluationRow }[] = await tx.execute(sql`
    select e as evaluation from ${newestEditions(planId)} p
    cross join jsonb_array_elements(p.content -> 'evaluations') e
    where ${inArray(sql`e ->> 'indicatorId'`, [...indicatorIds])}
    order by p.fy`);
  return rows.map(({ evaluation }) => evaluation);
}

/** The newest edition of each year of a plan. */
const newestEditions = (planId: string) => sql`(
  select distinct on (fy) fy, content from publications
  where plan_id = ${planId} order by fy, edition desc)`;

type PublishedYear = {
  fy: number;
  rubric: Rubric;
  evaluation: EvaluationRow | null;
  assessments: Assessment[] | null;
};

async function readPublished(
  tx: Transaction,
  { planId, indicatorId }: { planId: string; indicatorId: string },
): Promise<IndicatorYears> {
  const rows: PublishedYear[] = await tx.execute(sql`
    select p.fy, p.content -> 'rubric' as rubric,
      (select e from jsonb_array_elements(p.content -> 'evaluations') e
        where e ->> 'indicatorId' = ${indicatorId}) as evaluation,
      (select jsonb_agg(a) from jsonb_array_elements(p.content -> 'assessments') a
        where a ->> 'indicatorId' = ${indicatorId}) as assessments
    from ${newestEditions(planId)} p
    order by p.fy`);
  return {
    years: rows.flatMap((row) => row.evaluation ?? []),
    assessments: rows.flatMap((row) => row.assessments ?? []),
    rubrics: new Map(rows.map((row) => [row.fy, row.rubric])),
  };
}
