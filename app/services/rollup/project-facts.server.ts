import type { Transaction } from "#db/client.server.ts";
import type { DefinitionNode } from "../plan/read-definition.server.ts";
import { nodeAnswers } from "./node-answers.server.ts";
import { link } from "./open-node.server.ts";
import type { Rollup } from "./read.server.ts";

/**
 * What a project's page says beside its figures: how it ended, the versions of the plan that say
 * what they changed in it, and for members what each organisation answered for its KPIs.
 */
export async function projectFacts(tx: Transaction, rollup: Rollup, node: DefinitionNode) {
  const own = rollup.indicators.filter(({ homeNodeId }) => homeNodeId === node.id);
  const codes = [node.code, ...own.map(({ code }) => code)];
  const successor = rollup.nodes.find(({ code }) => code === node.mergedInto);
  const measured = own.filter(({ derivation }) => derivation === null);
  const isMembers = rollup.figures && rollup.edition === null && measured.length > 0;
  const answers = isMembers
    ? await nodeAnswers(
        tx,
        measured.map(({ id }) => id),
        rollup.fy,
      )
    : [];
  return {
    /** Who is at work in the PT above it, the lead first. */
    team: teamAbove(rollup.nodes, node).map(({ slug, role }) => ({
      role,
      shortName: rollup.organisationNames[slug] ?? slug,
    })),
    closedReason: node.closedReason,
    mergedInto: successor ? link(successor) : null,
    history: rollup.plan.versions.toReversed().flatMap((version) => {
      const notes = rollup.versionNotes[version.version] ?? {};
      if (!codes.some((code) => code in notes)) return [];
      return { ...version, notes: codes.flatMap((code) => notes[code] || []) };
    }),
    /** Its own KPIs that organisations answer for, with what each of them said. */
    reported: measured.map(({ id, code, name, unit, valueKind, places, reporters }) => ({
      ...{ code, name, unit, valueKind, places, reporters },
      answers: answers.filter((answer) => answer.indicatorId === id),
    })),
  };
}

/** The organisations of a node, or of the nearest one above it that has any. */
function teamAbove(
  nodes: readonly DefinitionNode[],
  node: DefinitionNode,
): DefinitionNode["organisations"] {
  const parent = nodes.find(({ id }) => id === node.parentId);
  return node.organisations.length > 0 || !parent ? node.organisations : teamAbove(nodes, parent);
}
