import { groupBy } from "#app/domain/group-by.ts";
import { isOverdue, lastDayOf } from "#app/domain/progress/milestone.ts";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import { isOutdated, type UpdateScope, updateScopes } from "#app/domain/progress/status.ts";
import { can } from "#app/policy/can.ts";
import { listActivities } from "../activity/list.server.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { countOpenThreads, onProject } from "../comment/open-threads.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { listMilestoneVersions } from "../milestone/list-versions.server.ts";
import { findProject, type ProjectCodes } from "./find-project.server.ts";
import { listUpdates } from "./list-updates.server.ts";
import { reportSubject } from "./report.server.ts";

/**
 * How a project gets on: the lead's newest update of the whole, the newest of each organisation, the
 * activities as the plan has them, the milestones in the order in which they are due, and all that was
 * ever said, newest first. `now` decides what is overdue. Throws `forbidden` for people who are not members, `not_found`.
 */
export async function readProgress(context: ServiceContext, codes: ProjectCodes, now: Date) {
  authorize(context, "progress.read");
  return transaction(context, async (tx) => {
    const project = await findProject(tx, codes);
    const { node, goal, lead, participants, rights } = project;
    const { code, name, firstFy, lastFy } = project.plan;
    const said = await listUpdates(tx, node.id);
    const steps = await listMilestoneVersions(tx, node.id);
    const filesOf = await listAttachments(
      tx,
      context,
      [...said, ...steps].map(({ id }) => id),
    );
    const updates = said.map((row) => ({ ...row, attachments: filesOf(row.id) }));
    const versions = steps.map((row) => ({ ...row, attachments: filesOf(row.id) }));
    const newestOf = (slug: string, scope: UpdateScope) =>
      newestVersion(updates.filter((row) => row.organisation.slug === slug && row.scope === scope));
    const whole = newestOf(lead.slug, "whole");
    const activities = await listActivities(tx, node.id);
    const openThreads = await countOpenThreads(tx, onProject(node.id));
    const chains = groupBy(versions, ({ milestoneId }) => milestoneId);
    // What came with any step of a milestone stands behind it.
    const current = [...chains.values()].flatMap((chain) => {
      const newest = newestVersion(chain);
      return newest ? { ...newest, attachments: chain.flatMap((row) => row.attachments) } : [];
    });
    return {
      plan: { code, name, firstFy, lastFy },
      node,
      goal,
      lead,
      whole,
      outdated: isOutdated(whole, now),
      own: participants.map((organisation) => ({
        organisation,
        update: newestOf(organisation.slug, "own"),
      })),
      activities,
      milestones: current
        .map((version) => ({ ...version, overdue: isOverdue(version, now) }))
        .sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1)),
      updates,
      versions,
      openThreads,
      may: {
        /** Whose updates the reader may write. */
        report: participants.flatMap((organisation) =>
          updateScopes
            .filter((scope) => {
              const subject = reportSubject(project, { organisation: organisation.slug, scope });
              return subject && can(context.actor, "progress.report", subject);
            })
            .map((scope) => ({ organisation, scope })),
        ),
        editPlan: can(context.actor, "plan.edit", rights),
        reportActivities: can(context.actor, "activity.report", rights),
        saveMilestones: can(context.actor, "milestone.save", rights),
      },
    };
  });
}
