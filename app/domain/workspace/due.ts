import { dateInJapan } from "../fiscal-year/fiscal-year.ts";
import {
  type Due,
  lastDayOf,
  type MilestoneState,
  milestoneCapabilities,
} from "../progress/milestone.ts";
import { isOutdated, type ProgressStatus, type UpdateScope } from "../progress/status.ts";

/** For so many days before a milestone is due a workspace reminds of it. */
export const milestoneHorizonDays = 60;

const dayMs = 86_400_000;

/** Whether a milestone that is still open is overdue or due within `milestoneHorizonDays`. */
export function isDueSoon(milestone: Due & { state: MilestoneState }, now: Date): boolean {
  const horizon = dateInJapan(new Date(now.getTime() + milestoneHorizonDays * dayMs));
  return milestoneCapabilities[milestone.state].open && lastDayOf(milestone) <= horizon;
}

type Said = {
  nodeId: string;
  organisationId: string;
  scope: UpdateScope;
  status: ProgressStatus;
  createdAt: Date;
};

/**
 * The status updates that an organisation has to give: of its own part of each project where several
 * take part, and of the whole where it leads; those that are missing or too old. `said` holds the
 * newest of each organisation and scope.
 */
export function updatesDue(
  nodeIds: readonly string[],
  said: readonly Said[],
  party: { organisationId: string; leads: boolean; alone: boolean },
  now: Date,
): { nodeId: string; scope: UpdateScope; last: Date | null }[] {
  const scopes: UpdateScope[] = [
    ...(party.leads ? (["whole"] as const) : []),
    ...(party.alone ? [] : (["own"] as const)),
  ];
  return nodeIds.flatMap((nodeId) =>
    scopes.flatMap((scope) => {
      const newest =
        said.find(
          (row) =>
            row.nodeId === nodeId &&
            row.scope === scope &&
            row.organisationId === party.organisationId,
        ) ?? null;
      return isOutdated(newest, now) ? [{ nodeId, scope, last: newest?.createdAt ?? null }] : [];
    }),
  );
}
