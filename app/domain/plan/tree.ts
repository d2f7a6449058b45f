import { groupBy } from "../group-by.ts";
import type { Theme } from "../indicator/definition.ts";
import { themesWithInherited } from "../rollup/themes.ts";
import type { Attachment } from "../rollup/tree.ts";
import type { PlanContent, PlanContentIndicator, PlanContentNode } from "./content.ts";

/** A node of a plan's document in its place, referring by ids, with the themes of those above it. */
export type TreeNode = Omit<
  PlanContentNode,
  "parent" | "repostOf" | "mergedInto" | "links" | "themes"
> & {
  parentId: string | null;
  repostOfId: string | null;
  /** The code of the node that goes on with what this one did. */
  mergedInto: string | null;
  themes: Theme[];
  /** Ids of what a strategy refers to. */
  links: string[];
};

/** An indicator of a plan's document, referring by ids. */
export type TreeIndicator = Omit<PlanContentIndicator, "home" | "shownOn" | "parts"> & {
  homeNodeId: string;
  parts: string[];
};

export type TreePlace = Attachment & {
  code: string;
  name: string;
  printedDifferently: string | null;
};

export type PlanTree = {
  nodes: TreeNode[];
  indicators: TreeIndicator[];
  attachments: TreePlace[];
};

/**
 * A plan's document as its readers walk it: nodes in printed order, parents before their children,
 * indicators with their places, the home first. References that lead nowhere are left out; a version
 * that is kept has none.
 */
export function planTree(content: PlanContent): PlanTree {
  const nodeIds = new Map(content.nodes.map((node) => [node.code, node.id]));
  const indicatorIds = new Map(content.indicators.map(({ code, id }) => [code, id]));
  const idOf = (code: string | null) => (code === null ? null : (nodeIds.get(code) ?? null));
  const siblings = groupBy(
    content.nodes.toSorted((a, b) => a.position - b.position),
    (node) => node.parent,
  );
  const inOrder = (parent: string | null): PlanContentNode[] =>
    (siblings.get(parent) ?? []).flatMap((node) => [node, ...inOrder(node.code)]);
  const listed = inOrder(null).map(({ parent, repostOf, ...node }) => ({
    ...node,
    parentId: idOf(parent),
    repostOfId: idOf(repostOf),
  }));
  const themes = themesWithInherited(listed, new Map(listed.map((node) => [node.id, node.themes])));
  return {
    nodes: listed.map((node) => ({
      ...node,
      themes: themes.get(node.id) ?? [],
      links: node.links.flatMap((code) => idOf(code) ?? []),
    })),
    indicators: content.indicators.map(({ home, shownOn: _, parts, ...indicator }) => ({
      ...indicator,
      homeNodeId: idOf(home) ?? "",
      parts: parts.flatMap((code) => indicatorIds.get(code) ?? []),
    })),
    attachments: content.indicators.flatMap((indicator) =>
      indicator.shownOn.map(({ node, role, code, name, isRepost, printedDifferently }) => ({
        indicatorId: indicator.id,
        nodeId: idOf(node) ?? "",
        role,
        code,
        name,
        isRepost,
        printedDifferently,
      })),
    ),
  };
}
