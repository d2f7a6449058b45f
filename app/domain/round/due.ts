import { dateInJapan } from "../fiscal-year/fiscal-year.ts";
import type { RoundStep } from "./states.ts";

/** From when on a day held by which an organisation was to answer. */
export type DuePeriod = { from: Date; dueOn: string };

type Recorded = { step: RoundStep; dueOn: string; createdAt: Date };
type Extended = { dueOn: string; createdAt: Date };

/**
 * The due days of one organisation, one for each time that the round was opened, the oldest first:
 * the round's own, or the longest that the organisation was given before the round was opened again.
 * What happened in one time is held against its own day, so that reopening changes nothing of it.
 */
export function duePeriods(
  records: readonly Recorded[],
  extensions: readonly Extended[],
): DuePeriod[] {
  const opened = records
    .filter(({ step }) => step === "open" || step === "reopen")
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return opened.map(({ dueOn, createdAt }, index) => {
    const end = opened[index + 1]?.createdAt;
    const given = extensions
      .filter((each) => end === undefined || each.createdAt < end)
      .map((each) => each.dueOn);
    return { from: createdAt, dueOn: [dueOn, ...given].toSorted().at(-1) ?? dueOn };
  });
}

/** Whether something that was done at a moment was in time; before a round was opened it always is. */
export function isInTime(periods: readonly DuePeriod[], at: Date): boolean {
  const period = periods.findLast(({ from }) => from <= at);
  return period === undefined || dateInJapan(at) <= period.dueOn;
}
