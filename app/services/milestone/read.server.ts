import {
  isOverdue,
  milestoneSteps,
  nextMilestoneState,
  stepNeedsReason,
} from "#app/domain/progress/milestone.ts";
import { can } from "#app/policy/can.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { findProject, type ProjectCodes } from "../progress/find-project.server.ts";
import { findMilestone } from "./find.server.ts";

/**
 * A milestone with every version, newest first, and what the reader may do to it; without
 * `milestone` what is asked of a new one. Throws `forbidden` for people who are not members, and
 * where somebody who may not add milestones wants to; `not_found`.
 */
export async function readMilestone(
  context: ServiceContext,
  codes: ProjectCodes & { milestone: string | null },
  now: Date,
) {
  authorize(context, "progress.read");
  const { milestone } = codes;
  return transaction(context, async (tx) => {
    const found = milestone === null ? null : await findMilestone(tx, { ...codes, milestone });
    const project = found?.project ?? (await findProject(tx, codes));
    const maySave = can(context.actor, "milestone.save", project.rights);
    if (!found) authorize(context, "milestone.save", project.rights);
    const { code, name, firstFy, lastFy } = project.plan;
    const versions = found?.versions ?? [];
    const filesOf = await listAttachments(
      tx,
      context,
      versions.map(({ id }) => id),
    );
    const newest = found && { ...found.newest, overdue: isOverdue(found.newest, now) };
    const mayAdvance = found !== null && can(context.actor, "milestone.advance", found.rights);
    return {
      plan: { code, name, firstFy, lastFy },
      node: project.node,
      goal: project.goal,
      participants: project.participants,
      newest,
      versions: versions.map((row) => ({ ...row, attachments: filesOf(row.id) })),
      maySave,
      /** The steps that the state and the reader's rights allow. */
      steps:
        newest && mayAdvance
          ? milestoneSteps
              .filter((step) => nextMilestoneState(newest.state, step) !== null)
              .map((step) => ({ step, needsReason: stepNeedsReason(newest.state, step) }))
          : [],
    };
  });
}
