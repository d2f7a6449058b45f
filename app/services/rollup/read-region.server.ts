import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { dueMilestones } from "#app/domain/progress/due-milestones.ts";
import { movementOf } from "#app/domain/rollup/movement.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { type Rollup, readState, rollUp } from "./read.server.ts";
import { nodeOf } from "./read-node.server.ts";
import { type Beside, readBeside } from "./region-beside.server.ts";
import { regionGoals } from "./region-goals.server.ts";
import { regionIndicators } from "./region-indicators.server.ts";

/**
 * The whole region in a year: the plan's total, what moved since the last meeting, its goals with
 * their outcomes, who is at work and policies' summaries, and every indicator once. Null where the
 * version is still `unless`, the one of an earlier reading.
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
    const rollup = await rollUp(tx, state);
    return regionOf(rollup, await readBeside(tx, rollup));
  });
}

export type RegionReading = NonNullable<Awaited<ReturnType<typeof readRegion>>>;

function regionOf(rollup: Rollup, { editions, milestones, earlier }: Beside) {
  const { code, name, nickname, firstFy, lastFy, levelNames, rubric, ownerKind, versions } =
    rollup.plan;
  const ofKind = (kind: NodeKind) => rollup.nodes.filter((node) => node.kind === kind);
  const indicators = regionIndicators(rollup);
  return {
    version: rollup.version,
    plan: { code, name, nickname, firstFy, lastFy, levelNames, rubric, ownerKind, versions },
    /** The version of the plan that the year is graded by. */
    planVersion: rollup.planVersion,
    edition: rollup.edition,
    editions,
    organisationNames: rollup.organisationNames,
    fy: rollup.fy,
    figures: rollup.figures,
    total: rollup.total,
    /** Of the whole plan; null for people who are not members. */
    milestones: milestones && dueMilestones(milestones, rollup.fy),
    /** Null where there is nothing to hold the figures against. */
    movement: earlier && {
      since: { fy: earlier.fy, edition: earlier.edition },
      ...movementOf(
        indicators,
        earlier.evaluations,
        rubric,
        earlier.fy === rollup.fy ? "same_year" : "year_before",
      ),
    },
    indicators,
    size: {
      policies: ofKind("policy").length,
      projects: ofKind("project").filter((node) => node.repostOfId === null).length,
      reposts: ofKind("project").filter((node) => node.repostOfId !== null).length,
    },
    strategies: ofKind("strategy").map((strategy) => nodeOf(rollup, strategy)),
    goals: regionGoals(rollup, milestones),
  };
}
