import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import type { Transaction } from "#db/client.server.ts";
import { AbsentInYear } from "../absent-in-year.ts";
import type { ServiceContext } from "../context.server.ts";
import { type DefinitionNode, readPlanState, readVersion } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { roadmapIndicators } from "./node-roadmaps.server.ts";
import { type Rollup, readState, rollUp } from "./read.server.ts";

export type NodeCodes = { plan: string; kind: NodeKind; node: string };

/**
 * The roll-up with the node of a code, and what every page about a node begins with. Null where the
 * version is still `unless`. Throws `not_found`, also when the code is of another kind.
 */
export async function openNode(
  tx: Transaction,
  context: ServiceContext,
  codes: NodeCodes,
  fy: number | null,
  unless?: string,
) {
  const state = await readState(tx, context, codes.plan, fy);
  if (state.version === unless) return null;
  const node = state.nodes.find((n) => n.kind === codes.kind && n.code === codes.node);
  if (!node) throw await absence(tx, codes, state.fy);
  const yearsOf = roadmapIndicators(state, node).map(({ id }) => id);
  const rollup = await rollUp(tx, state, yearsOf);
  const { code, name, firstFy, lastFy, levelNames, rubric, ownerKind, versions } = rollup.plan;
  const head = {
    version: rollup.version,
    plan: { code, name, firstFy, lastFy, levelNames, rubric, ownerKind, versions },
    /** The version of the plan that the year is graded by. */
    planVersion: rollup.planVersion,
    edition: rollup.edition,
    fy: rollup.fy,
    figures: rollup.figures,
    path: pathTo(rollup, node),
  };
  return { rollup, node, head };
}

/** What is said of a node that the plan of a year does not have: where it is, if it is anywhere. */
async function absence(tx: Transaction, codes: NodeCodes, fy: number): Promise<ServiceError> {
  const state = await readPlanState(tx, codes.plan);
  const { versions } = state.plan;
  // One version for each first year: the one that its figures are graded by.
  const begun = versions.filter(({ firstFy }, at) => versions[at + 1]?.firstFy !== firstFy);
  for (const version of begun.filter(({ firstFy }) => firstFy !== fy)) {
    const { nodes } = await readVersion(tx, state, version);
    if (nodes.some((n) => n.kind === codes.kind && n.code === codes.node))
      return new AbsentInYear(Math.max(version.firstFy, state.plan.firstFy));
  }
  return new ServiceError("not_found");
}

/** The nodes above a node, the goal first. */
function pathTo(rollup: Rollup, node: DefinitionNode): NodeLink[] {
  const parent = rollup.nodes.find((candidate) => candidate.id === node.parentId);
  return parent ? [...pathTo(rollup, parent), link(parent)] : [];
}

/** What a page needs to name a node and lead to it. */
export function link({ kind, code, number, name, themes }: DefinitionNode): NodeLink {
  return { kind, code, number, name, themes };
}
