import { goalAbove } from "#app/domain/plan/goal-above.ts";
import { dueMilestones } from "#app/domain/progress/due-milestones.ts";
import type { Rollup } from "./read.server.ts";
import { indicatorRows, nodeOf } from "./read-node.server.ts";
import type { Beside } from "./region-beside.server.ts";

/** Each goal of a plan as the region page shows it, with its policies. */
export function regionGoals(rollup: Rollup, milestones: Beside["milestones"]) {
  const { nodes, below, evaluations, organisationNames, fy } = rollup;
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const goalOf = (nodeId: string) =>
    goalAbove(nodeById.get(nodeId), ({ parentId }) => nodeById.get(parentId ?? ""))?.id;
  return nodes
    .filter(({ kind }) => kind === "goal")
    .map((goal) => {
      const missing = (below.get(goal.id)?.indicators ?? []).flatMap(
        (id) => evaluations.get(id)?.missing ?? [],
      );
      return {
        ...nodeOf(rollup, goal),
        /** By office. */
        leaders: goal.leaders.map(({ office }) => office),
        /** Null for people who are not members. */
        milestones:
          milestones &&
          dueMilestones(
            milestones.filter(({ nodeId }) => goalOf(nodeId) === goal.id),
            fy,
          ),
        /** Who has not reported, and how many of the counted KPIs, in the order of tables. */
        missing: Object.keys(organisationNames).flatMap((slug) => {
          const count = missing.filter((each) => each === slug).length;
          return count > 0 ? [{ slug, count }] : [];
        }),
        indicators: indicatorRows(rollup, goal.id),
        policies: nodes
          .filter((node) => node.parentId === goal.id)
          .map((policy) => ({
            ...nodeOf(rollup, policy),
            /** Said where nothing is counted below it. */
            onlyReposts: nodes.some((n) => n.parentId === policy.id && n.repostOfId !== null),
          })),
      };
    });
}
