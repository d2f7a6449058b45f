import type { ServiceContext } from "../context.server.ts";
import { readRollup } from "./read.server.ts";
import { branch } from "./read-node.server.ts";

/** The whole region in a year: the plan's total, its goals with their outcomes and policies' summaries. */
export async function readRegion(context: ServiceContext, plan: string, fy: number | null) {
  const rollup = await readRollup(context, plan, fy);
  return {
    plan: rollup.plan,
    organisationNames: rollup.organisationNames,
    fy: rollup.fy,
    figures: rollup.figures,
    total: rollup.total,
    size: {
      policies: rollup.nodes.filter((node) => node.kind === "policy").length,
      projects: rollup.nodes.filter((node) => node.kind === "project" && !node.repostOfId).length,
      reposts: rollup.nodes.filter((node) => node.repostOfId).length,
    },
    goals: rollup.nodes.filter((node) => node.kind === "goal").map((node) => branch(rollup, node)),
  };
}
