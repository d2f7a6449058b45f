import { and, eq } from "drizzle-orm";
import type { Assessment } from "#app/domain/evaluation/assessment.ts";
import type { EvaluationRow } from "#app/domain/rollup/compute.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations, indicators, publications } from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import type { Edition } from "../plan/state-columns.server.ts";

/** A year's evaluations by indicator, the judgements of people, and the rubric they were made by. */
export type Figures = {
  rubric: Rubric;
  evaluations: ReadonlyMap<string, Omit<EvaluationRow, "indicatorId" | "fy">>;
  assessments: readonly Assessment[];
};

/** The figures of a plan's year that the reader may see: today's, a published edition's, or none. */
export async function readFigures(
  tx: Transaction,
  {
    plan,
    fy,
    figures,
    edition,
  }: {
    plan: { id: string; rubric: Rubric };
    fy: number;
    figures: boolean;
    edition: Edition | null;
  },
): Promise<Figures> {
  if (!figures) return { rubric: plan.rubric, evaluations: new Map(), assessments: [] };
  if (edition) {
    const [found] = await tx
      .select({ content: publications.content })
      .from(publications)
      .where(eq(publications.id, edition.id));
    if (!found) throw new Error(`The edition ${edition.id} was there a moment ago.`);
    const { rubric, assessments } = found.content;
    return { rubric, assessments, evaluations: byIndicator(found.content.evaluations) };
  }
  const rows = await tx
    .select({ evaluation: evaluations })
    .from(evaluations)
    .innerJoin(indicators, eq(indicators.id, evaluations.indicatorId))
    .where(and(eq(indicators.planId, plan.id), eq(evaluations.fy, fy)));
  return {
    rubric: plan.rubric,
    evaluations: byIndicator(rows.map((row) => row.evaluation)),
    assessments: await assessmentsInForce(tx, { planId: plan.id, fy }),
  };
}

function byIndicator<Row extends { indicatorId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.indicatorId, row]));
}
