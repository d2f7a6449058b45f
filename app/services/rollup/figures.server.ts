import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Assessment } from "#app/domain/evaluation/assessment.ts";
import type { EvaluationRow } from "#app/domain/rollup/compute.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations, indicators, publications } from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { evaluatePast } from "../evaluation/evaluate.server.ts";
import type { Edition } from "../plan/state-columns.server.ts";

/** A year's evaluations by indicator, the judgements of people, and the rubric they were made by. */
export type Figures = {
  rubric: Rubric;
  evaluations: ReadonlyMap<string, Omit<EvaluationRow, "indicatorId" | "fy">>;
  assessments: readonly Assessment[];
  /** As they stand in all years, of the indicators that this was asked for. */
  years: readonly EvaluationRow[];
};

/**
 * The figures of a plan's year that the reader may see: today's, those of an earlier moment, a
 * published edition's, or none; but for an edition with those of all years of the indicators `yearsOf`, in the same statement.
 */
export async function readFigures(
  tx: Transaction,
  {
    plan,
    fy,
    figures,
    edition,
    past,
  }: {
    plan: { id: string; code: string; rubric: Rubric };
    fy: number;
    figures: boolean;
    edition: Edition | null;
    past: boolean;
  },
  yearsOf: readonly string[] = [],
): Promise<Figures> {
  if (!figures) return { rubric: plan.rubric, evaluations: new Map(), assessments: [], years: [] };
  if (edition) {
    const [found] = await tx
      .select({ content: publications.content })
      .from(publications)
      .where(eq(publications.id, edition.id));
    if (!found) throw new Error(`The edition ${edition.id} was there a moment ago.`);
    const { rubric, assessments } = found.content;
    return { rubric, assessments, evaluations: byIndicator(found.content.evaluations), years: [] };
  }
  if (past) {
    const then = await evaluatePast(tx, plan.code, yearsOf.length > 0 ? {} : { fy });
    return {
      rubric: plan.rubric,
      evaluations: byIndicator(then.filter((row) => row.fy === fy)),
      years: then.filter(({ indicatorId }) => yearsOf.includes(indicatorId)),
      assessments: await assessmentsInForce(tx, { planId: plan.id, fy }),
    };
  }
  const rows = await tx
    .select({ evaluation: evaluations })
    .from(evaluations)
    .innerJoin(indicators, eq(indicators.id, evaluations.indicatorId))
    .where(
      and(
        eq(indicators.planId, plan.id),
        or(eq(evaluations.fy, fy), inArray(evaluations.indicatorId, [...yearsOf])),
      ),
    )
    .orderBy(asc(evaluations.fy));
  const read = rows.map((row) => row.evaluation);
  return {
    rubric: plan.rubric,
    evaluations: byIndicator(read.filter((row) => row.fy === fy)),
    years: read.filter(({ indicatorId }) => yearsOf.includes(indicatorId)),
    assessments: await assessmentsInForce(tx, { planId: plan.id, fy }),
  };
}

function byIndicator<Row extends { indicatorId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.indicatorId, row]));
}
