import { evaluationSheet, nodesOfSheet } from "#app/domain/sheet/build.ts";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import type { NodeDetails, SheetDetails, SheetNode } from "#app/domain/sheet/inputs.ts";
import type { Transaction } from "#db/client.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { nodeDetails } from "../plan/node-details.server.ts";
import type { DefinitionNode } from "../plan/read-definition.server.ts";
import { type Rollup, readState, rollUp } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";
import { readNotes } from "./notes.server.ts";
import { readCurrent, readPublished } from "./results.server.ts";

export type SheetCodes = { plan: string; node: string };

/** `member`: made of today's figures, not of what was published. */
export type SheetReading = { version: string; member: boolean; sheet: EvaluationSheet };

/**
 * The evaluation sheet of a goal or a strategy for a year, with what its plan's layout shows: at
 * most six statements, however many KPIs and answers there are. Members read the figures and texts
 * as they stand, everybody else the newest editions up to the year. Null where the version is still
 * `unless`, the one of an earlier reading. Throws `not_found`.
 */
export function readSheet(
  context: ServiceContext,
  codes: SheetCodes,
  fy: number | null,
  unless?: string,
): Promise<SheetReading | null> {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, codes.plan, fy);
    const node = findSheetNode(state.nodes, codes.node);
    if (state.version === unless) return null;
    const rollup = await rollUp(tx, state);
    const member = state.figures && state.edition === null;
    const details = await readDetails(tx, rollup, [node], member);
    return { version: state.version, member, sheet: evaluationSheet(rollup, node, details) };
  });
}

/** The goal or strategy of a code. Throws `not_found`. */
export function findSheetNode<Node extends SheetNode>(nodes: readonly Node[], code: string): Node {
  const node = nodes.find((n) => n.code === code && (n.kind === "goal" || n.kind === "strategy"));
  if (!node) throw new ServiceError("not_found");
  return node;
}

/** What the sheets of some goals or strategies show beside the roll-up; the texts are those of the first. */
export async function readDetails(
  tx: Transaction,
  rollup: Rollup,
  roots: readonly SheetNode[],
  member: boolean,
): Promise<SheetDetails> {
  const { plan, fy, attachments } = rollup;
  const shown = roots.flatMap((root) => nodesOfSheet(rollup.nodes, root));
  const nodeIds = new Set(
    shown.flatMap(({ id, repostOfId }) => (repostOfId ? [id, repostOfId] : [id])),
  );
  const within = attachments.filter((place) => nodeIds.has(place.nodeId));
  const ids = [...new Set(within.map((place) => place.indicatorId))];
  const scope = { plan, nodeId: roots[0]?.id ?? plan.id, indicatorIds: ids, fy };
  const { results, narratives } = await (member
    ? readCurrent(tx, scope, rollup.past)
    : readPublished(tx, scope));
  const own = within
    .filter((place) => roots.some((root) => root.id === place.nodeId))
    .map((place) => place.indicatorId);
  return {
    results,
    narratives,
    nodes: new Map(
      rollup.nodes.flatMap((one) =>
        nodeIds.has(one.id) ? [[one.id, sheetNode(rollup, one)]] : [],
      ),
    ),
    series: new Map(rollup.indicators.map((one) => [one.id, { cells: one.roadmap, ...one }])),
    // Elsewhere many organisations answer, and their notes would be longer than the sheet.
    notes: plan.sheet === "numeric_targets" ? await readNotes(tx, own, fy) : new Map(),
  };
}

function sheetNode(rollup: Rollup, node: DefinitionNode): NodeDetails {
  const { project, ...details } = nodeDetails(rollup, node);
  return { ...details, bureau: project?.bureau ?? null, fundingTags: project?.fundingTags ?? [] };
}
