import type { Definition } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";

/**
 * What a PT consists of: its goal, policies and projects in printed order, where its indicators are
 * shown, and the ids by which rows of other tables are found. Throws `not_found`.
 */
export function ptScope(definition: Pick<Definition, "nodes" | "attachments">, code: string) {
  const goal = definition.nodes.find((node) => node.kind === "goal" && node.code === code);
  if (!goal) throw new ServiceError("not_found");
  const policies = definition.nodes.filter((node) => node.parentId === goal.id);
  const projects = definition.nodes.filter((node) =>
    policies.some((policy) => policy.id === node.parentId),
  );
  const nodeIds = new Set([goal, ...policies, ...projects].map((node) => node.id));
  const attachments = definition.attachments.filter((place) => nodeIds.has(place.nodeId));
  return {
    goal,
    policies,
    projects,
    attachments,
    nodeIds: [...nodeIds],
    indicatorIds: [...new Set(attachments.map((place) => place.indicatorId))],
    /** The projects that are the PT's own: a repost gets on as its original does. */
    ownProjects: projects.filter((node) => node.repostOfId === null),
  };
}

export type PtScope = ReturnType<typeof ptScope>;

/** A repost is its original, also in how it gets on. */
export function originalOf(node: { id: string; repostOfId: string | null }): string {
  return node.repostOfId ?? node.id;
}
