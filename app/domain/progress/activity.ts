/** How an activity (主な取組) of a project gets on. */
export const activityStates = ["not_started", "started", "late", "done", "stopped"] as const;
export type ActivityState = (typeof activityStates)[number];

/** Whether a state has to say why. */
export const activityNeedsNote: Record<ActivityState, boolean> = {
  not_started: false,
  started: false,
  late: true,
  done: false,
  stopped: true,
};

/** The longest note of a report, in characters. */
export const longestActivityNote = 1000;

export function isActivityState(text: string): text is ActivityState {
  return (activityStates as readonly string[]).includes(text);
}
