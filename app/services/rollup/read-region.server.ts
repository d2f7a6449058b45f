import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { listEditions } from "./list-editions.server.ts";
import { type Rollup, readState, rollUp } from "./read.server.ts";
import { indicatorRows, nodeOf } from "./read-node.server.ts";

/**
 * The whole region in a year: the plan's total, its goals with their outcomes and policies'
 * summaries. Null where the version is still `unless`, the one of an earlier reading.
 */
export function readRegion(
  context: ServiceContext,
  plan: string,
  fy: number | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, plan, fy);
    if (state.version === unless) return null;
    const region = regionOf(await rollUp(tx, state));
    return { ...region, editions: await listEditions(tx, state.plan.id, state.fy) };
  });
}

export type RegionReading = NonNullable<Awaited<ReturnType<typeof readRegion>>>;

function regionOf(rollup: Rollup) {
  const { code, name, nickname, firstFy, lastFy, levelNames, rubric, ownerKind, versions } =
    rollup.plan;
  const ofKind = (kind: NodeKind) => rollup.nodes.filter((node) => node.kind === kind);
  return {
    version: rollup.version,
    plan: { code, name, nickname, firstFy, lastFy, levelNames, rubric, ownerKind, versions },
    /** The version of the plan that the year is graded by. */
    planVersion: rollup.planVersion,
    edition: rollup.edition,
    organisationNames: rollup.organisationNames,
    fy: rollup.fy,
    figures: rollup.figures,
    total: rollup.total,
    size: {
      policies: ofKind("policy").length,
      projects: ofKind("project").filter((node) => node.repostOfId === null).length,
      reposts: ofKind("project").filter((node) => node.repostOfId !== null).length,
    },
    strategies: ofKind("strategy").map((strategy) => nodeOf(rollup, strategy)),
    goals: ofKind("goal").map((goal) => ({
      ...nodeOf(rollup, goal),
      indicators: indicatorRows(rollup, goal.id),
      policies: rollup.nodes
        .filter((node) => node.parentId === goal.id)
        .map((policy) => ({
          ...nodeOf(rollup, policy),
          /** Said where nothing is counted below it. */
          onlyReposts: rollup.nodes.some((n) => n.parentId === policy.id && n.repostOfId !== null),
        })),
    })),
  };
}
