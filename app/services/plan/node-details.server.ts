import type { Definition, DefinitionNode } from "./read-definition.server.ts";

/** What a node has beside its place in the tree: its own page's texts, who is at work, its activities. */
export function nodeDetails({ organisationNames }: Definition, node: DefinitionNode) {
  return {
    project: node.project,
    /** Who is at work, the lead first. */
    organisations: node.organisations.map(({ slug, role }) => ({
      slug,
      role,
      shortName: organisationNames[slug] ?? slug,
    })),
    /** By office. */
    leaders: node.leaders.map(({ office }) => office),
    /** The 主な取組 with the bars of their schedules, in order. */
    activities: node.activities,
  };
}
