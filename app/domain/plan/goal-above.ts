import type { NodeKind } from "../indicator/definition.ts";

/** The goal that a node stands under, or the node itself where it is one; null where there is none. */
export function goalAbove<Node extends { kind: NodeKind }>(
  node: Node | undefined,
  parentOf: (node: Node) => Node | undefined,
): Node | null {
  for (let at = node; at; at = parentOf(at)) if (at.kind === "goal") return at;
  return null;
}
