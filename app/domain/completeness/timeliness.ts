import type { ObservationState } from "../observation/states.ts";
import { type DuePeriod, isInTime } from "../round/due.ts";

/** Whether a figure came within its time, after it, or is not there. */
export const timelinesses = ["in_time", "late", "missing"] as const;
export type Timeliness = (typeof timelinesses)[number];

type Version = { state: ObservationState; at: Date };

/**
 * When a figure was answered: at the first submission after which it stayed submitted or accepted.
 * What was returned or taken back before it was accepted does not count; once accepted, a figure is
 * answered, whatever is corrected later. Versions in their order; null when it is not answered.
 */
export function answeredAt(versions: readonly Version[]): Date | null {
  let since: Date | null = null;
  for (const { state, at } of versions) {
    if (state === "accepted") return since ?? at;
    since = state === "submitted" ? (since ?? at) : null;
  }
  return since;
}

/** How a figure stands to the due days of its organisation. */
export function timelinessOf(
  versions: readonly Version[],
  periods: readonly DuePeriod[],
): Timeliness {
  const at = answeredAt(versions);
  if (at === null) return "missing";
  return isInTime(periods, at) ? "in_time" : "late";
}
