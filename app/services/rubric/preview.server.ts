import { inArray } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { computeEvaluations, type EvaluationRow } from "#app/domain/rollup/compute.ts";
import { withSetMarks } from "#app/domain/rollup/publication.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations } from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { evaluated, readAnswers, readSpans } from "../evaluation/inputs.server.ts";
import { type Definition, readPlanState } from "../plan/read-definition.server.ts";
import { sumUp } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";

/** A mark that would be another one: of an indicator, or of a project. */
export type MarkChange = {
  kind: "indicator" | "project";
  code: string;
  name: string;
  fy: FiscalYear;
  from: string | null;
  to: string | null;
};

/**
 * What a rubric would change on the plan's own figures, all years, without writing anything: the
 * computed marks that would be others, and the counts of the plan before and after in a year.
 * Throws `forbidden`, `not_found`.
 */
export function previewRubric(
  context: ServiceContext,
  planCode: string,
  rubric: Rubric,
  fy: FiscalYear,
) {
  return transaction(context, async (tx) => {
    const state = await readPlanState(tx, planCode);
    const { plan } = state;
    authorize(context, "rubric.adopt", { ownerOrganisationId: plan.ownerId });
    const spans = await readSpans(tx, state);
    const all = new Set(spans.flatMap(({ definition }) => definition.indicators.map(idOf)));
    const now = await currentRows(tx, [...all]);
    const answers = await readAnswers(tx, [...all]);
    const assessments = await assessmentsInForce(tx, { planId: plan.id });
    const then = withSetMarks(
      spans.flatMap((span) =>
        computeEvaluations(
          evaluated({ ...span.definition, plan: { ...plan, rubric } }, all),
          answers,
          span,
        ),
      ),
      assessments,
    );
    const definitionOf = (year: FiscalYear) => {
      const span = spans.find(({ firstFy, lastFy }) => firstFy <= year && year <= lastFy);
      if (!span) throw new ServiceError("not_found");
      return span.definition;
    };
    const years = [...new Set(then.map((row) => row.fy))].sort();
    const sums = (rows: readonly EvaluationRow[], by: Rubric, year: FiscalYear) =>
      sumUp(
        { ...definitionOf(year), fy: year, figures: true },
        {
          rubric: by,
          evaluations: new Map(
            rows.filter((row) => row.fy === year).map((row) => [row.indicatorId, row]),
          ),
          assessments: assessments.filter((assessment) => assessment.fy === year),
        },
      );
    const changes = [
      ...indicatorChanges(
        spans.flatMap(({ definition }) => definition.indicators),
        now,
        then,
      ),
      ...years.flatMap((year) =>
        projectChanges(
          definitionOf(year),
          year,
          sums(now, plan.rubric, year),
          sums(then, rubric, year),
        ),
      ),
    ];
    return {
      changes,
      /** Marks that people have set and this rubric does not know; they stay as they are. */
      unknownSet: assessments.filter(
        ({ kind, value }) => kind === "mark" && !rubric.marks.some((mark) => mark.symbol === value),
      ).length,
      judged: then.filter((row) => row.reported > 0).length,
      before: sums(now, plan.rubric, fy).total,
      after: sums(then, rubric, fy).total,
    };
  });
}

const idOf = ({ id }: { id: string }) => id;

function currentRows(tx: Transaction, ids: string[]): Promise<EvaluationRow[]> {
  return tx.select().from(evaluations).where(inArray(evaluations.indicatorId, ids));
}

function indicatorChanges(
  indicators: readonly { id: string; code: string; name: string }[],
  now: readonly EvaluationRow[],
  then: readonly EvaluationRow[],
): MarkChange[] {
  const before = new Map(now.map((row) => [`${row.indicatorId} ${row.fy}`, row.computedMark]));
  const named = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return then.flatMap(({ indicatorId, fy, computedMark: to }) => {
    const from = before.get(`${indicatorId} ${fy}`) ?? null;
    const indicator = named.get(indicatorId);
    if (!indicator || from === to) return [];
    const { code, name } = indicator;
    return [{ kind: "indicator" as const, code, name, fy, from, to }];
  });
}

type Sums = ReturnType<typeof sumUp>;

function projectChanges(
  { nodes }: Definition,
  fy: FiscalYear,
  now: Sums,
  then: Sums,
): MarkChange[] {
  return nodes.flatMap(({ id, kind, code, name, repostOfId }) => {
    const from = now.byNode.get(id)?.computedMark ?? null;
    const to = then.byNode.get(id)?.computedMark ?? null;
    if (kind !== "project" || repostOfId !== null || from === to) return [];
    return [{ kind, code, name, fy, from, to }];
  });
}
