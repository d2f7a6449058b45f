import { dateInJapan, type FiscalYear } from "../fiscal-year/fiscal-year.ts";

/** The life of a milestone. Every step appends a version. */
export const milestoneStates = ["planned", "started", "reached", "late", "cancelled"] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** What may happen to a milestone once it is there; its definition is saved apart from its state. */
export const milestoneSteps = ["start", "delay", "reach", "cancel", "reopen"] as const;
export type MilestoneStep = (typeof milestoneSteps)[number];

/** What each state means for rules and pages; nothing else compares states to decide such things. */
export const milestoneCapabilities: Record<
  MilestoneState,
  { open: boolean; needsReason: boolean; hasDate: boolean }
> = {
  planned: { open: true, needsReason: false, hasDate: false },
  started: { open: true, needsReason: false, hasDate: false },
  reached: { open: false, needsReason: false, hasDate: true },
  late: { open: true, needsReason: true, hasDate: false },
  cancelled: { open: false, needsReason: true, hasDate: false },
};

/**
 * The state after a step, or null when the step is not allowed from there. Late again gives a new
 * reason, reached again corrects the date; what was closed by mistake is opened again.
 */
export function nextMilestoneState(
  present: MilestoneState,
  step: MilestoneStep,
): MilestoneState | null {
  const { open } = milestoneCapabilities[present];
  switch (step) {
    case "start":
      return present === "planned" || present === "late" ? "started" : null;
    case "delay":
      return open ? "late" : null;
    case "reach":
      return open || present === "reached" ? "reached" : null;
    case "cancel":
      return open ? "cancelled" : null;
    case "reopen":
      return open ? null : "started";
  }
}

/** Whether a step has to say why: it leads to a state that needs a reason, or undoes one. */
export function stepNeedsReason(present: MilestoneState, step: MilestoneStep): boolean {
  const next = nextMilestoneState(present, step);
  return step === "reopen" || (next !== null && milestoneCapabilities[next].needsReason);
}

/** When a milestone is due: on a day (YYYY-MM-DD), or by the end of a fiscal year. */
export type Due = { dueOn: string | null; dueFy: FiscalYear | null };

/** The last day on which a milestone is in time, in Japan. Throws RangeError when it is never due. */
export function lastDayOf({ dueOn, dueFy }: Due): string {
  if (dueOn !== null) return dueOn;
  if (dueFy !== null) return `${dueFy + 1}-03-31`;
  throw new RangeError("A milestone is due on a day or in a fiscal year");
}

/** The fiscal year in which a milestone is due. */
export function dueYearOf(due: Due): FiscalYear {
  const [year = 0, month = 0] = lastDayOf(due).split("-").map(Number);
  return month >= 4 ? year : year - 1;
}

/** Whether a milestone was due before today in Japan and is neither reached nor cancelled. */
export function isOverdue(milestone: Due & { state: MilestoneState }, now: Date): boolean {
  return milestoneCapabilities[milestone.state].open && lastDayOf(milestone) < dateInJapan(now);
}
