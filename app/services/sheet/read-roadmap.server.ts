import { fiscalYearOf, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { evaluationSheet } from "#app/domain/sheet/build.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readState, rollUp } from "../rollup/read.server.ts";
import { readDetails } from "./read.server.ts";

/**
 * A plan's roadmap: goal by goal the target of every year for every KPI, what came of it up to the
 * year asked for, and the activities of the projects; `thisFy` is the year of `now`. At most six
 * statements, however large the plan. Null where the version is still `unless`. Throws `not_found`.
 */
export function readRoadmap(
  context: ServiceContext,
  planCode: string,
  fy: number | null,
  unless: string | undefined,
  now: Date,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, planCode, fy);
    const thisFy = fiscalYearOf(now);
    const version = `${state.version} in ${thisFy}`;
    if (version === unless) return null;
    const rollup = await rollUp(tx, state);
    const { plan, figures, edition } = rollup;
    const goals = rollup.nodes.filter(({ kind }) => kind === "goal");
    const details = await readDetails(tx, rollup, goals, figures && edition === null);
    const years = yearRange(plan.firstFy, plan.lastFy);
    return {
      version,
      thisFy,
      plan: {
        code: plan.code,
        name: plan.name,
        firstFy: plan.firstFy,
        lastFy: plan.lastFy,
        levelNames: plan.levelNames,
        ownerKind: plan.ownerKind,
        rubric: plan.rubric,
      },
      fy: rollup.fy,
      years,
      figures,
      edition,
      goals: goals.map((goal) => ({
        sheet: evaluationSheet(rollup, goal, details, years),
        summary: rollup.byNode.get(goal.id) ?? rollup.total,
      })),
    };
  });
}
