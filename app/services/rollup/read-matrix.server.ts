import { groupBy } from "#app/domain/group-by.ts";
import { goalAbove } from "#app/domain/plan/goal-above.ts";
import { compare } from "#app/domain/rollup/comparison.ts";
import { computer } from "#app/domain/rollup/compute.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { evaluated, readAnswers } from "../evaluation/inputs.server.ts";
import { link } from "./open-node.server.ts";
import { readState, rollUp } from "./read.server.ts";

/**
 * What every organisation answered for every KPI of a plan in a year: goal by goal a row for each
 * indicator that organisations report, in the columns of those that report anything. At most five
 * statements. Null where the version is still `unless`. Throws `not_found`.
 */
export function readMatrix(
  context: ServiceContext,
  planCode: string,
  fy: number | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, planCode, fy);
    if (state.version === unless) return null;
    const rollup = await rollUp(tx, state);
    const { plan, nodes, attachments, indicators, organisationNames, figures } = rollup;
    const year = rollup.fy;
    const reported = indicators.filter(
      ({ derivation, firstFy, lastFy, reporters }) =>
        derivation === null && firstFy <= year && year <= lastFy && reporters.length > 1,
    );
    const ids = reported.map(({ id }) => id);
    const judged = evaluated(rollup, new Set(ids));
    const computed = computer(judged, figures ? await readAnswers(tx, ids, year) : []);
    const judgedById = new Map(judged.map((own) => [own.id, own]));
    const rowOf = (indicator: (typeof reported)[number]) => {
      const own = judgedById.get(indicator.id);
      if (!own) return [];
      const { code, name, unit, valueKind, places, direction, aggregation, reporters } = indicator;
      const { rows } = compare(reporters, [computed(own, year).answers], {
        direction,
        adds: aggregation === "sum",
        counts: valueKind === "count",
      });
      return [{ code, name, unit, valueKind, places, cells: rows }];
    };
    const nodesById = new Map(nodes.map((node) => [node.id, node]));
    const reportedById = new Map(reported.map((indicator) => [indicator.id, indicator]));
    // Each at home, once: what is shown elsewhere again is no further figure.
    const atHome = attachments.flatMap(({ indicatorId, nodeId, isRepost }) => {
      const indicator = reportedById.get(indicatorId);
      return indicator && !isRepost && indicator.homeNodeId === nodeId ? [indicator] : [];
    });
    const byGoal = groupBy(atHome, ({ homeNodeId }) =>
      goalAbove(nodesById.get(homeNodeId), ({ parentId }) => nodesById.get(parentId ?? "")),
    );
    const asked = new Set(reported.flatMap(({ reporters }) => reporters));
    return {
      version: rollup.version,
      plan: {
        code: plan.code,
        name: plan.name,
        firstFy: plan.firstFy,
        lastFy: plan.lastFy,
        levelNames: plan.levelNames,
      },
      fy: year,
      figures,
      edition: rollup.edition,
      organisations: Object.entries(organisationNames)
        .filter(([slug]) => asked.has(slug))
        .map(([slug, shortName]) => ({ slug, shortName })),
      goals: nodes
        .filter(({ kind }) => kind === "goal")
        .map((goal) => ({
          node: link(goal),
          rows: (byGoal.get(goal) ?? []).flatMap(rowOf),
        }))
        .filter(({ rows }) => rows.length > 0),
    };
  });
}
