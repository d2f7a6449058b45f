/** How an activity (主な取組) of a project gets on. */
export const activityStates = ["not_started", "started", "late", "done", "stopped"] as const;
export type ActivityState = (typeof activityStates)[number];
