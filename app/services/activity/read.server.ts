import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { type ActivityCodes, findActivity } from "./find.server.ts";

/**
 * An activity of a project with its schedule, every report on it, latest first, and whether the
 * reader may report. Throws `forbidden` for people who are not members, `not_found`.
 */
export async function readActivity(context: ServiceContext, codes: ActivityCodes) {
  authorize(context, "progress.read");
  return transaction(context, async (tx) => {
    const { project, activity } = await findActivity(tx, codes);
    const { code, name, firstFy, lastFy } = project.plan;
    return {
      plan: { code, name, firstFy, lastFy },
      node: project.node,
      goal: project.goal,
      activity,
      mayReport: can(context.actor, "activity.report", project.rights),
    };
  });
}
