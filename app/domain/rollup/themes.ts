import type { Theme } from "../indicator/definition.ts";

/** A theme of a policy holds for its projects too. */
export function themesWithInherited(
  nodes: readonly { id: string; parentId: string | null }[],
  own: ReadonlyMap<string, readonly Theme[]>,
): Map<string, Theme[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const of = (id: string | null): Theme[] => {
    const node = id === null ? undefined : byId.get(id);
    return node ? [...new Set([...(own.get(node.id) ?? []), ...of(node.parentId)])] : [];
  };
  return new Map(nodes.map((node) => [node.id, of(node.id)]));
}
