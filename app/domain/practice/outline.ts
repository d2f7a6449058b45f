import type { NodeKind } from "../indicator/definition.ts";

export type OutlineIndicator = { id: string; code: string; name: string };
type Node = { id: string; parentId: string | null; kind: NodeKind; code: string; name: string };

/** A project with its KPIs. */
export type OutlineProject = {
  id: string;
  code: string;
  name: string;
  indicators: OutlineIndicator[];
};

/** A PT with its projects, in the order of the plan, and with the indicators that hang above them. */
export type OutlineGoal = OutlineProject & { projects: OutlineProject[] };

/** What a case can belong to, and what it can have moved: the goals of a plan with their projects and indicators. */
export function outlineOf(
  nodes: readonly Node[],
  indicators: readonly (OutlineIndicator & { homeNodeId: string })[],
): OutlineGoal[] {
  const at = (nodeId: string) =>
    indicators
      .filter(({ homeNodeId }) => homeNodeId === nodeId)
      .map(({ id, code, name }) => ({ id, code, name }));
  const below = (node: Node): Node[] => [
    node,
    ...nodes.filter(({ parentId }) => parentId === node.id).flatMap(below),
  ];
  return nodes
    .filter(({ kind }) => kind === "goal")
    .map((goal) => {
      const tree = below(goal);
      return {
        id: goal.id,
        code: goal.code,
        name: goal.name,
        indicators: tree.filter(({ kind }) => kind !== "project").flatMap(({ id }) => at(id)),
        projects: tree
          .filter(({ kind }) => kind === "project")
          .map(({ id, code, name }) => ({ id, code, name, indicators: at(id) })),
      };
    });
}

/** What a case belongs to and what it moved, by name, and the goals above both, each once. */
export function placesIn(
  outline: readonly OutlineGoal[],
  { nodeIds, indicatorIds }: { nodeIds: readonly string[]; indicatorIds: readonly string[] },
) {
  const ofGoal = (goal: OutlineGoal) => ({
    projects: goal.projects.filter(({ id }) => nodeIds.includes(id)),
    indicators: [goal, ...goal.projects]
      .flatMap((place) => place.indicators)
      .filter(({ id }) => indicatorIds.includes(id)),
  });
  const goals = outline.filter((goal) => {
    const { projects, indicators } = ofGoal(goal);
    return nodeIds.includes(goal.id) || projects.length + indicators.length > 0;
  });
  return {
    goals: goals.map(({ code, name }) => ({ code, name })),
    projects: goals.flatMap((goal) =>
      ofGoal(goal).projects.map(({ code, name }) => ({ code, name })),
    ),
    indicators: goals.flatMap((goal) =>
      ofGoal(goal).indicators.map(({ code, name }) => ({ code, name })),
    ),
  };
}
