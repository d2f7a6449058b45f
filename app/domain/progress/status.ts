/** How a project, or one organisation's part of it, is getting on, as its people say. */
export const progressStatuses = ["on_track", "slipping", "late", "completed", "stopped"] as const;
export type ProgressStatus = (typeof progressStatuses)[number];

/** What a status update speaks of: the reporting organisation's own part, or the project as a whole. */
export const updateScopes = ["own", "whole"] as const;
export type UpdateScope = (typeof updateScopes)[number];

/** The longest text of an update, in characters. */
export const longestUpdateText = 2000;

/** Whether anything is still to come after a status; who has finished need not report again. */
const goesOn: Record<ProgressStatus, boolean> = {
  on_track: true,
  slipping: true,
  late: true,
  completed: false,
  stopped: false,
};

/** Whether a status has to say what is difficult: why it is late, or why it ended. */
export const statusNeedsIssues: Record<ProgressStatus, boolean> = {
  on_track: false,
  slipping: true,
  late: true,
  completed: false,
  stopped: true,
};

/** For how many days a status counts as current. */
export const currentForDays = 180;

/** Whether a new update is due: there is none, or the newest is older than `currentForDays` days. */
export function isOutdated(
  newest: { status: ProgressStatus; createdAt: Date } | null,
  now: Date,
): boolean {
  if (newest === null) return true;
  const age = now.getTime() - newest.createdAt.getTime();
  return goesOn[newest.status] && age > currentForDays * 86_400_000;
}

export function isProgressStatus(text: string): text is ProgressStatus {
  return (progressStatuses as readonly string[]).includes(text);
}
