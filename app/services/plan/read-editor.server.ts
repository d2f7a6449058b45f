import { writeProjectForm } from "#app/domain/plan/project-form.ts";
import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { rightsAt } from "../revision/rights.server.ts";
import { ServiceError } from "../service-error.ts";
import { readNewest } from "./contents.server.ts";
import { readPlanState } from "./read-definition.server.ts";

/**
 * What the form of a project begins with: the project as the plan in force has it, or an empty one
 * under a policy. Throws `forbidden` for people who do not keep it, `not_found`.
 */
export function readPlanEditor(
  context: ServiceContext,
  codes: { plan: string; kind: "project" | "policy"; node: string },
) {
  return transaction(context, async (tx) => {
    const { plan, around } = await readPlanState(tx, codes.plan);
    const { content, version } = await readNewest(tx, plan.id);
    const node = content.nodes.find(({ code, kind }) => code === codes.node && kind === codes.kind);
    if (!node || node.repostOf !== null) throw new ServiceError("not_found");
    const organisationIds = new Map(Object.entries(around.organisationIds));
    const rights = (code: string) => rightsAt(content, code, plan, organisationIds);
    authorize(context, "plan.edit", rights(node.code));
    const project = codes.kind === "project" ? node : null;
    const option = ({ code, number, name }: typeof node) => ({ code, number, name });
    return {
      plan: { code: plan.code, name: plan.name, levelNames: plan.levelNames },
      node: { ...option(node), kind: node.kind, closedReason: node.closedReason },
      isNew: project === null,
      /** The policy above a project. */
      policy: project?.parent ?? null,
      input: writeProjectForm(project, node.code),
      baseVersion: version,
      policies: content.nodes
        .filter(
          ({ kind, code }) => kind === "policy" && can(context.actor, "plan.edit", rights(code)),
        )
        .map(option),
    };
  });
}
