import { inArray } from "drizzle-orm";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { computeEvaluations, type EvaluationRow } from "#app/domain/rollup/compute.ts";
import { withSetMarks } from "#app/domain/rollup/publication.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations } from "#db/schema/index.ts";
import { assessmentsInForce } from "../assessment/in-force.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { readAnswers, readDefinitions } from "../evaluation/inputs.server.ts";
import { type Definition, readDefinition } from "../plan/read-definition.server.ts";
import { sumUp } from "../rollup/read.server.ts";

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
    const definition = await readDefinition(tx, planCode);
    const { plan, indicators } = definition;
    authorize(context, "rubric.adopt", { ownerOrganisationId: plan.ownerId });
    const ids = indicators.map((indicator) => indicator.id);
    const now = await currentRows(tx, ids);
    const { definitions } = await readDefinitions(tx, ids);
    const assessments = await assessmentsInForce(tx, { planId: plan.id });
    const then = withSetMarks(
      computeEvaluations(
        definitions.map((indicator) => ({ ...indicator, rubric })),
        await readAnswers(tx, ids),
      ),
      assessments,
    );
    const years = [...new Set(then.map((row) => row.fy))].sort();
    const sums = (rows: readonly EvaluationRow[], by: Rubric, year: FiscalYear) =>
      sumUp(
        { ...definition, fy: year, figures: true },
        {
          rubric: by,
          evaluations: new Map(
            rows.filter((row) => row.fy === year).map((row) => [row.indicatorId, row]),
          ),
          assessments: assessments.filter((assessment) => assessment.fy === year),
        },
      );
    const changes = [
      ...indicatorChanges(definition, now, then),
      ...years.flatMap((year) =>
        projectChanges(definition, year, sums(now, plan.rubric, year), sums(then, rubric, year)),
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

function currentRows(tx: Transaction, ids: string[]): Promise<EvaluationRow[]> {
  return tx.select().from(evaluations).where(inArray(evaluations.indicatorId, ids));
}

function indicatorChanges(
  { indicators }: Definition,
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
