import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { computeEvaluations, type EvaluationRow } from "#app/domain/rollup/compute.ts";
import { withSetMarks } from "#app/domain/rollup/publication.ts";
import type { Transaction } from "#db/client.server.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { readPlanState } from "../plan/read-definition.server.ts";
import { evaluated, type GradedSpan, readAnswers, readSpans } from "./inputs.server.ts";

/**
 * The evaluations of indicators in every year of their spans, from the accepted answers, the rubric
 * and the judgements that the transaction sees.
 */
export async function evaluateSpans(
  tx: Transaction,
  spans: readonly GradedSpan[],
  indicatorIds: readonly string[],
): Promise<EvaluationRow[]> {
  const wanted = new Set(indicatorIds);
  const definitions = spans.map((span) => ({ span, own: evaluated(span.definition, wanted) }));
  const ids = definitions.flatMap(({ own }) => own.map(({ id }) => id));
  const answers = await readAnswers(tx, [...new Set(ids)]);
  const assessments = await assessmentsInForce(tx, { indicatorIds });
  const computed = definitions.flatMap(({ span, own }) =>
    computeEvaluations(own, answers, span).filter((row) => wanted.has(row.indicatorId)),
  );
  const order = Object.keys(spans[0]?.definition.organisationNames ?? {});
  const inOrder = (slugs: string[]) => order.filter((slug) => slugs.includes(slug));
  return (
    withSetMarks(computed, assessments)
      // Those of a derived indicator come part by part and year by year.
      .map((row) => ({
        ...row,
        missing: inOrder(row.missing),
        provisional: inOrder(row.provisional),
        underSurvey: inOrder(row.underSurvey),
        noData: inOrder(row.noData),
        notApplicable: inOrder(row.notApplicable),
      }))
  );
}

/**
 * The evaluations of a plan as they were at the time from which the transaction reads: of one year or
 * of all, of some indicators or of all. They are kept nowhere.
 */
export async function evaluatePast(
  tx: Transaction,
  planCode: string,
  scope: { fy?: FiscalYear; indicatorIds?: readonly string[] },
): Promise<EvaluationRow[]> {
  const state = await readPlanState(tx, planCode);
  const spans = await readSpans(tx, state);
  const graded = spans.filter(
    ({ firstFy, lastFy }) => scope.fy === undefined || (firstFy <= scope.fy && scope.fy <= lastFy),
  );
  const all = graded.flatMap(({ definition }) => definition.indicators.map(({ id }) => id));
  const rows = await evaluateSpans(tx, graded, scope.indicatorIds ?? [...new Set(all)]);
  return rows.filter(({ fy }) => scope.fy === undefined || fy === scope.fy);
}
