import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import { type Due, dueYearOf, type MilestoneState } from "./milestone.ts";

/** How many milestones are due in a year, and how many of them are reached. */
export type DueMilestones = { due: number; reached: number };

/** Counts the milestones that are due in a fiscal year; those given up are not waited for. */
export function dueMilestones(
  milestones: readonly (Due & { state: MilestoneState })[],
  fy: FiscalYear,
): DueMilestones {
  const due = milestones.filter((each) => each.state !== "cancelled" && dueYearOf(each) === fy);
  return { due: due.length, reached: due.filter(({ state }) => state === "reached").length };
}
